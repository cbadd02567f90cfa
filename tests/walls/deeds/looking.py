"""The log: what a look opens, what is written of lists and refusals, and who may read what it says."""

from .breakglass import token
from .consents import QUIET, TO_TOMAS
from .given import HATS, assigned, capacity, consent, ground, note, put
from .stage import done, refused, told
from .watching import QUIET as LONG_AGO
from .watching import alarm

SEEN = "db: select capacity_id, subject_id, walls, assignment_id, ground_ids from access_look where errand = 'now'"
WALLS = "db: select walls from access_look where errand = 'now'"
EACH = "db: select subject_id, walls from access_look where errand = 'now' order by position"
EACH_ON = "db: select subject_id, ground_ids from access_look where errand = 'now' order by position"
WHY = "db: select assignment_id from access_look where errand = 'now'"
ON = "db: select ground_ids from access_look where errand = 'now'"
REFUSED = "db: select kind, errand, capacity_id, record_id from access_securityevent"
LISTED = "db: select kind, person_id, capacity_id, shown from access_look where errand = 'now'"
NO_SESSION = "no live session"
NEW_NOTE = note("it", "adam", 67, "petra")
MOTHER = (
    "db: insert into people_person (id, given_name, family_name, sort_key, is_staff_member) values"
    " (gen_random_uuid(), 'H', 'H', 'h', false) returning id as mother_person",
    "db: update people_guardian set person_id = :mother_person where id = :hodan",
    capacity("mother", "mother", "norrskolan", "guardian", unit_id="null").replace(":norrskolan, ", "").replace("unit_id, ", "", 1),
    "mother: select 1",
)
TOLD_OF_NOOR = (ground("{67}", child="noor", capacity="tomas", called="other"), "petra: guard.disclose(:other, 67, null, guard.now())")
TOLD_NAME = (ground("{65}", capacity="tomas", called="name"), "petra: guard.disclose(:name, 65, null, guard.now())")


def opens(who: str = "petra", child: str = "adam", walls: str = "{67}") -> str:
    """A look on the log's own connection, by the session's token."""
    return f"audit: select guard.look({token(who)}, array_fill(:{child}, array[cardinality('{walls}'::int[])]), '{walls}', 'now') as made"


def opens_each(who: str, *asked: tuple[str, int]) -> str:
    """One look at several, each behind its wall."""
    subjects, walls = ", ".join(f":{child}" for child, _wall in asked), ", ".join(str(wall) for _child, wall in asked)
    return f"audit: select guard.look({token(who)}, array[{subjects}], array[{walls}], 'now') as made"


def lists(who: str = "petra", kind: str = "list", shown: str = "array[:adam]") -> str:
    return f"audit: select guard.record({token(who)}, '{kind}', 'now', {shown}) as made"


def looked(by: str = "amir", child: str = "adam", walls: str = "{67}", **more: str) -> str:
    """A look of just now, arranged past the log's own function."""
    columns = {"at": "guard.now()", "kind": "'open'", "capacity_id": f":{by}", "subject_id": f":{child}", "walls": f"'{walls}'",
               "ground_ids": "'{}'", "shown": "'{}'"} | more  # fmt: skip
    return (
        f"db: insert into access_look (id, errand, person_id, {', '.join(columns)}) values (gen_random_uuid(), 'now',"
        f" :{by}_person, {', '.join(columns.values())}) returning id as seen"
    )


def by_whom(child: str = "adam") -> str:
    return f"select capacity, walls from guard.looks_at(:{child}) where errand = 'now'"


def readers(wall: int = 67, child: str = "adam") -> str:
    return f"select capacity from guard.seen_by(:it, :{child}, {wall}, guard.now() - interval '1 hour')"


# What was asked of the young person alone about a child that meets Maria's: only Amir knows.
QUIET_BESIDE = (
    assigned("adam", "amir"),
    consent("asked", wall=81, by="amir"),
    ground(by="amir", basis="consent", consents="array[:asked]"),
)
IN_SILENCE = looked("tomas", ground_ids="array[:ground]")
SEAL = "db: select s.number, s.looks from guard.seal() s"
SEALED = "worker: select number from guard.seal()"
COUNTED = ("db: select s.number, s.looks = (select count(*) from access_look k where k.tx < pg_snapshot_xmin(pg_current_snapshot()))"
           " from guard.seal() s")  # fmt: skip
LATER = looked().replace("errand, ", "errand, tx, ", 1).replace("'now',", "'now', (pg_snapshot_xmin(pg_current_snapshot())::text::int8 - 1)::text::xid8,", 1)
BROKEN = "worker: select guard.broken_seal()"
UNTIED = "db: select set_config('session_replication_role', 'replica', true)"

DEEDS = [
    # -- opening -------------------------------------------------------------------------------------------------------
    done("a look opens the wall that was asked for", opens("amir"), SEEN, "amir/adam/67/amirs/", assigned("adam", "amir")),
    done("and of those asked for what one may read", opens(walls="{67,72,259}"), WALLS, "67"),
    refused("without a session nothing is opened", "audit: select guard.look('none', array[:adam], '{67}', 'now')", NO_SESSION),
    done("a wall beyond one's own is refused and noted", opens(walls="{72}"), REFUSED, "refused/now/petra/adam"),
    done("nor is there a look", opens(walls="{72}"), SEEN, ""),
    done("who may only write opens what she wrote", opens("amir"), WALLS, "67", put("adam", "amir", "{}", "writer")),
    done("a report that was made is never opened", opens("amir", walls="{210}"), WALLS, "", assigned("adam", "amir")),
    done("unless one reads reports", opens("amir", walls="{82}"), WALLS, "82", put("adam", "amir", "{82}")),
    done("what was told is opened on its ground", opens("tomas", walls="{65,67}"), SEEN, "tomas/adam/67/-/ground", *TO_TOMAS),
    done("and no other child with it", opens("tomas", "elsa"), SEEN, "", *TO_TOMAS),
    done("each look on the ground of what it opens", opens("tomas"), ON, "ground", *TO_TOMAS, *TOLD_NAME),
    done("about that child", opens("tomas"), ON, "ground", *TO_TOMAS, *TOLD_OF_NOOR),
    done("several are opened at once, each behind the wall asked for", opens_each("petra", ("adam", 67), ("noor", 65)), EACH, "adam/67, noor/65"),
    done("what was told of one opens no other", opens_each("tomas", ("adam", 67), ("elsa", 67)), EACH, "adam/67", *TO_TOMAS),
    done("and each rests on its own ground", opens_each("tomas", ("adam", 67), ("noor", 67)), EACH_ON, "adam/ground, noor/other", *TO_TOMAS, *TOLD_OF_NOOR),
    done("a guardian opens what is about her child", opens("mother"), SEEN, "mother/adam/67/-/", *MOTHER),
    done("and no other child", opens("mother", "elsa"), SEEN, "", *MOTHER),
    done("never what may not reach the home", opens("mother", walls="{81,82}"), SEEN, "", *MOTHER),
    done("who is stopped opens nothing", opens(), REFUSED, "refused/now/petra/adam", *LONG_AGO, alarm()),
    done("the assignment that it rests on is noted", opens("amir"), WHY, "amirs", put("adam", "jonas", "{67}"), put("adam", "amir", "{65,67}")),
    done("to that child", opens("amir"), WHY, "amirs", put("noor", "amir", "{67}"), put("adam", "amir", "{65,67}")),
    done("now", opens("amir"), WHY, "amirs", put("adam", "amir", "{67}", until_at="guard.now()"),
         put("adam", "amir", "{65,67}", until_at="guard.now() + interval '1 day'")),
    done("not later", opens("amir"), WHY, "amirs", put("adam", "amir", "{67}", from_at="guard.now() + interval '1 day'"),
         put("adam", "amir", "{65,67}")),
    # -- lists ---------------------------------------------------------------------------------------------------------
    done("a list is one event with what it showed", lists(), LISTED, "list/petra_person/petra/adam"),
    refused("an opening is no list", lists(kind="open"), "unknown kind of event"),
    refused("nobody makes no list", "audit: select guard.record('none', 'list', 'now', '{}')", NO_SESSION),
    # -- who has looked ------------------------------------------------------------------------------------------------
    told("who works with the child reads who has looked", f"petra: {by_whom()}", "amir/67", looked()),
    told("at that child", f"petra: {by_whom()}", "", looked(child="noor")),
    told("and opened it", f"petra: {by_whom()}", "", looked(kind="'review'")),
    told("behind walls she reads", f"petra: {by_whom()}", "", looked(walls="{72}")),
    told("and not only writes at", f"amir: {by_whom()}", "", looked("petra"), put("adam", "amir", "{}", "writer")),
    told("in some capacity", f"petra: {by_whom()}", "", looked(capacity_id="null")),
    told("but not what was told in silence", f"petra: {by_whom()}", "", *QUIET, IN_SILENCE),
    told("unless she knows of it", f"amir: {by_whom()}", "tomas/67", *QUIET, IN_SILENCE),
    told("a stranger reads of no look", f"maja: {by_whom()}", "", looked()),
    told("nor in another hat of what was told in silence", f"maria: {by_whom()}", "amir/67", *HATS, looked(), *QUIET_BESIDE, IN_SILENCE),
    told("one's own looks are one's own", "petra: select capacity from guard.my_looks() where errand = 'now'", "petra", looked(), looked("petra")),
    # -- who has seen a record -----------------------------------------------------------------------------------------
    told("its writer knows who has had it open", f"petra: {readers()}", "amir", NEW_NOTE, *LONG_AGO, looked()),
    told("since it was written", f"petra: {readers()}", "", NEW_NOTE, *LONG_AGO, looked(at="guard.now() - interval '2 hours'")),
    told("that wall of that child", f"petra: {readers()}", "", NEW_NOTE, *LONG_AGO, looked(walls="{65}"), looked(child="noor")),
    told("or had it in a list", f"petra: {readers()}", "sofia", NEW_NOTE, *LONG_AGO,
         looked("sofia", kind="'list'", subject_id="null", walls="{}", shown="array[:it]")),
    told("in some capacity of theirs", f"petra: {readers()}", "", NEW_NOTE, *LONG_AGO, looked(capacity_id="null")),
    told("and not in silence", f"petra: {readers()}", "", NEW_NOTE, *QUIET, *LONG_AGO, IN_SILENCE),
    told("who works with the child at other walls knows too", f"eva: {readers()}", "amir", NEW_NOTE, *LONG_AGO, looked(), put("adam", "eva", "{66}")),
    told("and who reads it in another hat", f"maria: {readers()}", "amir", NEW_NOTE, *HATS, *LONG_AGO, looked()),
    told("that wall alone", f"maria: {readers(66)}", "", NEW_NOTE, *HATS, *LONG_AGO, looked(walls="{66}")),
    told("not a stranger", f"maja: {readers()}", "", NEW_NOTE, *LONG_AGO, looked()),
    told("nor one from whom the child is protected", f"bosse: {readers()}", "", NEW_NOTE, *LONG_AGO, looked(),
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    # -- seals ---------------------------------------------------------------------------------------------------------
    told("a seal is of every look that can no longer be overtaken", COUNTED, "1/yes", looked()),
    told("and of each once", SEAL, "2/1", SEALED, LATER),
    told("where there is nothing new there is no seal", SEALED, "", SEALED),
    told("what stands is whole", BROKEN, "-", SEALED, LATER, SEALED, looked()),
    told("a look that was changed breaks its seal", BROKEN, "1", SEALED, LATER, SEALED, UNTIED, "db: update access_look set errand = 'x'"),
    told("a seal that says another number of looks is broken", BROKEN, "1", SEALED, UNTIED, "db: update access_seal set looks = looks + 1"),
    told("a seal that was taken away is missed", BROKEN, "2", SEALED, UNTIED, "db: update access_seal set number = 2"),
]  # fmt: skip
