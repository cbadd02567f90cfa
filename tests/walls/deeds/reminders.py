"""Who is told, and when, that something ends or has been left undone."""

from .given import consent, put, yes
from .stage import done, told
from .tasks import settled

WARN = "worker: guard.warn_of_endings()"
WARNED = "db: select to_id, kind, record_id, subject_id from journey_notice where kind like '%ends'"
IN_20 = "guard.now() + interval '20 days'"
ENDS = f"db: update people_capacity set until_at = {IN_20} where id = :petra"
PETRAS = "petra/capacity_ends/petra/-"
BEFORE = "db: update journey_notice set sent_at = guard.now() - interval '{} days' where kind like '%ends'"
DONE = "db: update journey_notice set done_at = guard.now()"
MEMBER = (
    "db: insert into access_jointteam (id, name, decision, decided_by_id, from_at) values (gen_random_uuid(), 't', 'd', :gunilla,"
    " guard.now()) returning id as team",
    f"db: insert into access_jointmember (id, team_id, capacity_id, from_at, until_at) values (gen_random_uuid(), :team, :helen,"
    f" guard.now(), {IN_20}) returning id as member",
)
LAPSE = "worker: guard.tell_of_lapsed()"
LAPSED = "db: select to_id, record_id, subject_id from journey_notice where kind = 'consent_lapsed'"
RUN_OUT = {"valid_until": "guard.now() - interval '1 day'", "valid_from": "guard.now() - interval '2 days'"}
LATE = "worker: guard.tell_of_overdue()"
TOLD = "db: select to_id, record_id, sent_by_id from journey_notice where kind = 'overdue'"
LEFT = "select holder, kind, due_on from guard.overdue()"


def notice(called: str = "late", to: str = "petra", days: int = 7, **more: str) -> str:
    """Something to do, whose day was so many days ago in Stockholm."""
    columns = {"kind": "'x'", "done_at": "null", "due_on": f"(guard.now() at time zone 'Europe/Stockholm')::date - {days}"} | more
    return (
        f"db: insert into journey_notice (id, to_id, sent_by_id, sent_at, {', '.join(columns)}) values (gen_random_uuid(), :{to}, "
        f":{to}, guard.now(), {', '.join(columns.values())}) returning id as {called}"
    )


DEEDS = [
    # -- what ends ----------------------------------------------------------------------------------------------------
    done("who has a capacity that ends is told", WARN, WARNED, PETRAS, ENDS),
    done("not long before", WARN, WARNED, "", ENDS.replace("20 days", "31 days")),
    done("nor when it has ended", WARN, WARNED, "", ENDS.replace("20 days", "-1 days")),
    done("nor twice", WARN, WARNED, PETRAS, ENDS, WARN),
    done("nor twice when it was read", WARN, WARNED, PETRAS, ENDS, WARN, DONE),
    done("but again a week before", WARN, WARNED, f"{PETRAS}, {PETRAS}", ENDS.replace("20 days", "5 days"), WARN,
         BEFORE.format(10), DONE),
    done("unless the first word stands unread", WARN, WARNED, PETRAS, ENDS.replace("20 days", "5 days"), WARN, BEFORE.format(10)),
    done("another's word is another's", WARN, WARNED, f"maja/capacity_ends/petra/-, {PETRAS}", ENDS,
         notice(kind="'capacity_ends'", to="maja"), "db: update journey_notice set record_id = :petra"),
    done("another kind is another", WARN, WARNED, f"{PETRAS}, petra/consent_ends/petra/-", ENDS, notice(kind="'consent_ends'"),
         "db: update journey_notice set record_id = :petra"),
    done("another record is another", WARN, WARNED, f"petra/capacity_ends/maja/-, {PETRAS}", ENDS, notice(kind="'capacity_ends'"),
         "db: update journey_notice set record_id = :maja"),
    done("an organisation says how long before", WARN, WARNED, "", ENDS, settled("deadline.warn_first_days", 14)),
    done("an assignment that ends is told to its holder", WARN, WARNED, "jonas/assignment_ends/jonass/adam",
         put("adam", "jonas", "{65}", until_at=IN_20)),
    done("one to a whole unit to nobody", WARN, WARNED, "",
         f"db: update access_assignment set until_at = {IN_20} where unit_id is not null"),
    done("a place in a joint team to who has it", WARN, WARNED, "helen/membership_ends/member/-", *MEMBER),
    done("a consent that stands to who asked", WARN, WARNED, "petra/consent_ends/consent/adam", consent(valid_until=IN_20), *yes()),
    done("what has ended is told to nobody: an assignment", WARN, WARNED, "", put("adam", "jonas", "{65}", until_at="guard.now()")),
    done("nor a place in a joint team", WARN, WARNED, "", *MEMBER, "db: update access_jointmember set until_at = guard.now()"),
    done("nor a consent", WARN, WARNED, "", consent(valid_until=IN_20), *yes(),
         "db: update consent_consent set valid_until = guard.now()"),
    done("one that does not stand to nobody", WARN, WARNED, "", consent(valid_until=IN_20)),
    done("and if she has left, to who holds it", WARN, WARNED, "gunilla/consent_ends/consent/adam", consent(valid_until=IN_20),
         *yes(), "db: update people_capacity set until_at = guard.now() where id = :petra"),
    # -- what has run out ---------------------------------------------------------------------------------------------
    done("a consent that has run out is told of", LAPSE, LAPSED, "petra/consent/adam", consent(**RUN_OUT)),
    done("told of once", LAPSE, LAPSED, "petra/consent/adam", consent(**RUN_OUT), LAPSE),
    done("each consent by itself", LAPSE, LAPSED, "petra/consent/adam, petra/first/adam", consent("first", **RUN_OUT), LAPSE, consent(**RUN_OUT)),
    done("another word of the consent is another", LAPSE, LAPSED, "petra/consent/adam", consent(**RUN_OUT), notice(),
         "db: update journey_notice set record_id = :consent"),
    done("not one that runs", LAPSE, LAPSED, "", consent()),
    done("nor one that was ended", LAPSE, LAPSED, "", consent(**RUN_OUT, ended_at="guard.now()", ended_by_id=":petra")),
    done("nor one that was withdrawn", LAPSE, LAPSED, "", consent(**RUN_OUT, withdrawn_at="guard.now()", withdrawn_by_id=":petra")),
    done("nor one of long ago", LAPSE, LAPSED, "", consent(valid_until="guard.now() - interval '31 days'",
                                                           valid_from="guard.now() - interval '40 days'")),
    done("where nobody holds it nobody is told", LAPSE, LAPSED, "", consent(**RUN_OUT),
         "db: update people_capacity set until_at = guard.now()"),
    # -- what is left undone ------------------------------------------------------------------------------------------
    done("the head is told what was left undone", LATE, TOLD, "gunilla/late/petra", notice()),
    done("the head is told once", LATE, TOLD, "gunilla/late/petra", notice(), LATE),
    done("each by itself", LATE, TOLD, "gunilla/first/petra, gunilla/late/petra", notice("first"), LATE, notice()),
    done("another word of the work is another", LATE, TOLD, "gunilla/late/petra", notice(),
         notice("other", due_on="null"), "db: update journey_notice set record_id = :late where id = :other"),
    done("not before its time", LATE, TOLD, "", notice(days=6)),
    done("nor that somebody has reported", LATE, TOLD, "", notice(kind="'report feedback'")),
    done("nor what was done", LATE, TOLD, "", notice(done_at="guard.now()")),
    done("where nobody leads nobody is told", LATE, TOLD, "", notice(),
         "db: update people_capacity set until_at = guard.now() where role <> 'mentor'"),
    told("she sees whose and since when", f"gunilla: {LEFT}", "petra/x/2025-11-13", notice(), LATE),
    told("others do not", f"olof: {LEFT}", "", notice(), LATE),
    told("nor what has been done since", f"gunilla: {LEFT}", "", notice(), LATE, DONE + " where kind = 'x'"),
    told("nor what another word is about", f"gunilla: {LEFT}", "petra/x/2025-11-13", notice(), LATE,
         notice("read", to="gunilla", days=0), notice("other", days=1),
         "db: update journey_notice set record_id = :other where id = :read"),
]  # fmt: skip
