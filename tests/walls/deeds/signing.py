"""Who did a thing is the one who does it: a change is signed in nobody else's name."""

from .stage import done, refused

ADD = (
    "db: insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
    " for_child, kind, title, withdrawn_at, withdrawn_by_id) values (gen_random_uuid(), :adam, 65, :petra, guard.now(), 'no',"
    " 'staff', false, 'note', 't', {}) returning id as note"
)
NOTE, TAKEN_BACK = ADD.format("null, null"), ADD.format("guard.now(), :gunilla")
BACK = "petra: update journey_entry set withdrawn_at = guard.now(), withdrawn_by_id = :{} where id = :note"
SHOWS = "db: select title, withdrawn_by_id = :gunilla from journey_entry where id = :note"

DEEDS = [
    done("what one takes back oneself", BACK.format("petra"), SHOWS, "t/no", NOTE),
    refused("not in another's name", BACK.format("gunilla"), "This would be signed in another name than yours.", NOTE),
    done("what another has signed stays so while one changes something else",
         "petra: update journey_entry set title = 'new' where id = :note", SHOWS, "new/yes", TAKEN_BACK),
    done("and can be emptied", "petra: update journey_entry set withdrawn_at = null, withdrawn_by_id = null where id = :note", SHOWS,
         "t/-", TAKEN_BACK),
]  # fmt: skip
