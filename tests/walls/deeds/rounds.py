"""Which days of follow-up come by themselves, on which day, and which go again."""

from .closings import LATER, call, closing
from .followups import asks, reply, round_of
from .given import INVITED, JOINED, record
from .plans import PLAN
from .stage import done, refused, told
from .tasks import settled

COMES = "worker: guard.plan_rounds(40)"
ENDS = "worker: guard.plan_closing_rounds(14, 40)"
TODAY = "(guard.now() at time zone 'Europe/Stockholm')::date"
FOUND = f'db: select "time", subject_id, wall, due_on - {TODAY}, written_by_id from followup_round where by_itself and withdrawn_at is null order by due_on, "time"'
LEFT = 'db: select "time", withdrawn_at is not null from followup_round where by_itself'
THERE = "db: select journey_id as j from journey_party where child_id = :adam"
TABLE = (*JOINED, THERE)
START = "T0/j/40/0/tomas, T1/j/40/91/tomas"
PARTY = "db: update journey_party set {} where ground_id is not null"
MOVED = "db: update followup_round set due_on = due_on + 5, done_at = guard.now(), done_by_id = :petra where \"time\" = 'T0'"
BACK = {"withdrawn_at": "guard.now()", "withdrawn_by_id": ":petra"}
TAKEN = ", withdrawn_at, withdrawn_by_id"
GONE = ", guard.now(), :petra"
OWN = ("petra: guard.begin_journey(:adam) as j", PLAN)
OLD = "db: update {} set {} = guard.now() - interval '41 days'"
LIGHT = "light/j/40/21/petra"
THERE_ALONE = OWN[0]


NOORS = "petra: guard.begin_journey(:noor) as k"
EARLIER = (
    "db: insert into journey_party (id, journey_id, unit_id, ground_id, how, question, invited_by_id, invited_at, accepted_at, accepted_by_id)"
    " select gen_random_uuid(), journey_id, unit_id, ground_id, how, '', invited_by_id, invited_at, guard.now() - interval '60 days', accepted_by_id"
    " from journey_party where ground_id is not null"
)
BOTH = 'db: select "time", withdrawn_at is not null from followup_round where by_itself order by "time"'


def meeting(held: str = "guard.now() - interval '2 days'", at: str = "j", **more: str) -> str:
    columns = {"withdrawn_at": "null", "withdrawn_by_id": "null"} | more
    return (
        f"db: insert into gathering_jointmeeting (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,"
        f" kind, starts_at, ends_at, place, chair_id, held_at, held_by_id, cancelled_because, {', '.join(columns)}) values (gen_random_uuid(), :{at}, 42, :petra,"
        f" guard.now(), 'yes', '', false, 'joint', guard.now(), guard.now() + interval '1 hour', 'p', :petra, {held},"
        f" {'null' if held == 'null' else ':petra'}, '', {', '.join(columns.values())})"
    )


def solved(called: str = "decision", of: str = "adam", kind: str = "solved_here", on: str = "2025-12-30", **more: str) -> str:
    told = {"follow_up_on": f"'{on}'" if kind == "solved_here" else "null", "checklist_id": "gen_random_uuid()"} | more
    return record("checklist_decision", called, of, 67, "petra", kind=f"'{kind}'", **told)


def followed(of: str = "decision", **more: str) -> str:
    return record("checklist_followup", f"followed_{of}", "adam", 67, "petra", result="'further'", asked_child="false", asked_home="false",
                  decision_id=f":{of}", **more)  # fmt: skip


UNTIED = "db: select set_config('session_replication_role', 'replica', true)"
SOLVED = (UNTIED, solved())
DUE = "db: select due_on = '2025-12-30', subject_id, wall, written_by_id from followup_round where \"time\" = 'solved' and withdrawn_at is null"
ENDED = "db: update checklist_decision set ended_at = guard.now(), ended_by_id = :petra"
CALLED = (*LATER, call(due=f"{TODAY} + 14"))
NEAR = "T3/adam/78/14/petra"

AGREEING = (
    "db: insert into instruments_licenceagreement (id, organisation_id, package, with_whom, where_kept, from_on, until_on, written_by_id, written_at,"
    " ended_at, ended_by_id) values (gen_random_uuid(), :{org}, '{package}', 'w', 'k', {first}, {last}, :petra, guard.now(), {ended_at}, {ended_by_id})"
)
NO_AGREEMENT = "There is no agreement in force for this questionnaire. Whoever administers Samling notes it."
SCORE = asks(how="score", called="score")
SCORED = "db: select 'score', count(*) from followup_ask"
COUNTED = "db: select how, count(*) from followup_ask group by how order by how"
TYPED = reply("score")


def agreed(org: str = "lovsjo_org", package: str = "SAM-3S", first: str = TODAY, last: str = "null", ended_at: str = "null",
           ended_by_id: str = "null") -> str:  # fmt: skip
    return AGREEING.format(org=org, package=package, first=first, last=last, ended_at=ended_at, ended_by_id=ended_by_id)


AGREED = agreed()

DEEDS = [
    # -- the start ---------------------------------------------------------------------------------------------------
    done("when another side has come to the table", COMES, FOUND, START, *TABLE),
    done("not while it is only asked", COMES, FOUND, "", *INVITED),
    done("nor when it gets a copy", COMES, FOUND, "", *TABLE, PARTY.format("how = 'copy'")),
    done("nor when it has gone again", COMES, FOUND, "", *TABLE, PARTY.format("ended_at = guard.now(), ended_by_id = :petra")),
    done("nor long afterwards", COMES, FOUND, "", *TABLE, OLD.format("journey_party", "accepted_at")),
    done("nor where a school is alone", COMES, FOUND, "", "petra: guard.begin_journey(:adam) as j"),
    done("nor for one that comes later", COMES, FOUND, "", *TABLE, EARLIER),
    done("one that began alone long ago hinders nothing", COMES, FOUND, START, *TABLE,
         "db: update journey_party set accepted_at = guard.now() - interval '300 days' where ground_id is null"),
    done("nor what another child's table has long had", COMES, FOUND, START, *TABLE, NOORS,
         EARLIER.replace("select gen_random_uuid(), journey_id", "select gen_random_uuid(), :k"), round_of(":noor", time="T1")),
    done("once: the start", COMES, FOUND, START, *TABLE, COMES),
    done("as a person left it", COMES, 'db: select "time", done_at is not null, due_on - ' + TODAY + " from followup_round order by due_on",
         "T0/yes/5, T1/no/91", *TABLE, COMES, MOVED),
    done("not beside a person's own", COMES, FOUND, "T1/j/40/91/tomas", *TABLE, round_of(":j")),
    done("nor beside one that a side has of its own", COMES, FOUND, "T0/j/40/0/tomas", *TABLE, round_of(":adam", time="T1")),
    done("one that was taken back hinders nothing", COMES, FOUND, START, *TABLE, round_of(":j", more=TAKEN, values=GONE)),
    done("nor does another child's", COMES, FOUND, START, *TABLE, round_of(":noor")),
    done("as long after as the organisation says", COMES, FOUND, "T0/j/40/0/tomas, T1/j/40/60/tomas", *TABLE,
         settled("deadline.t1_days", 60)),
    done("on a day when offices are open", COMES, FOUND, "T0/j/40/0/tomas, T1/j/40/43/tomas", *TABLE, settled("deadline.t1_days", 42)),
    # -- the calendar ------------------------------------------------------------------------------------------------
    *(told(said, f"db: guard.workday_from('{day}')", then) for said, day, then in (
        ("a working day is itself", "2025-11-20", "2025-11-20"), ("a Saturday is no working day", "2025-11-22", "2025-11-24"),
        ("nor a Sunday", "2025-11-23", "2025-11-24"), ("nor Good Friday, nor Easter Monday", "2026-04-03", "2026-04-07"),
        ("nor Ascension Day", "2026-05-14", "2026-05-15"), ("nor Midsummer Eve", "2026-06-19", "2026-06-22"),
        ("a Friday before it is", "2026-06-12", "2026-06-12"), ("nor the National Day", "2025-06-06", "2025-06-09"),
    )),
    refused("nobody asks the calendar past the pages", "petra: guard.workday_from(current_date)", "permission denied for function workday_from"),
    # -- the light check ---------------------------------------------------------------------------------------------
    done("three weeks after a plan was begun", COMES, FOUND, LIGHT, *OWN),
    done("as long after as they say", COMES, FOUND, "light/j/40/32/petra", *OWN, settled("deadline.light_days", 30)),  # past a Saturday
    done("not after one that was taken back", COMES, FOUND, "", *OWN, "db: update plan_plan set withdrawn_at = guard.now(), withdrawn_by_id = :petra"),
    done("nor long afterwards: a plan", COMES, FOUND, "", *OWN, OLD.format("plan_plan", "written_at")),
    done("not beside one there is", COMES, FOUND, "", *OWN, round_of(":j", time="light")),
    done("what was taken back is none", COMES, FOUND, LIGHT, *OWN, round_of(":j", time="light", more=TAKEN, values=GONE)),
    done("another time is another", COMES, FOUND, LIGHT, *OWN, round_of(":j")),
    done("and another child another", COMES, FOUND, LIGHT, *OWN, round_of(":noor", time="light")),
    # -- after a meeting ---------------------------------------------------------------------------------------------
    done("the Monday after one on a Saturday", COMES, FOUND, "meeting/j/40/-3/petra", THERE_ALONE, meeting("guard.now() - interval '5 days'")),
    done("the day of a meeting", COMES, FOUND, "meeting/j/40/-2/petra", THERE_ALONE, meeting()),
    done("and of the one after it", COMES, FOUND, "next_meeting/j/40/-2/petra", THERE_ALONE, meeting("guard.now() - interval '50 days'"), meeting()),
    done("another child's is no earlier one", COMES, FOUND.replace("order by", "and subject_id = :j order by"), "meeting/j/40/-2/petra",
         THERE_ALONE, NOORS, meeting("guard.now() - interval '50 days'", "k"), meeting()),
    done("not before it is held", COMES, FOUND, "", THERE_ALONE, meeting("null")),
    done("nor long afterwards: a meeting", COMES, FOUND, "", THERE_ALONE, meeting("guard.now() - interval '41 days'")),
    done("nor of one taken back", COMES, FOUND, "", THERE_ALONE, meeting(**BACK)),
    done("not while an earlier one is asked about", COMES, FOUND, "", THERE_ALONE, round_of(":j", time="next_meeting"), meeting()),
    done("but when that is done", COMES, FOUND, "meeting/j/40/-2/petra", THERE_ALONE,
         round_of(":j", time="meeting", more=", done_at, done_by_id", values=GONE), meeting()),
    done("or was taken back", COMES, FOUND, "meeting/j/40/-2/petra", THERE_ALONE, round_of(":j", time="meeting", more=TAKEN, values=GONE), meeting()),
    done("another time hinders nothing", COMES, FOUND, "meeting/j/40/-2/petra", THERE_ALONE, round_of(":j"), meeting()),
    done("nor does another child's meeting", COMES, FOUND, "meeting/j/40/-2/petra", THERE_ALONE, round_of(":noor", time="meeting"), meeting()),
    # -- solved here -------------------------------------------------------------------------------------------------
    done("the day on which one asks again", COMES, DUE, "yes/adam/67/petra", *SOLVED),
    done("not of what went further", COMES, DUE, "", UNTIED, solved(kind="further")),
    done("nor of what has ended", COMES, LEFT, "", *SOLVED, ENDED),
    done("nor of what was taken back", COMES, DUE, "", *SOLVED, "db: update checklist_decision set withdrawn_at = guard.now(), withdrawn_by_id = :petra"),
    done("nor long afterwards: solved", COMES, DUE, "", *SOLVED, OLD.format("checklist_decision", "written_at")),
    done("nor when it has been followed up", COMES, LEFT, "", *SOLVED, followed()),
    done("a follow-up taken back is none", COMES, DUE, "yes/adam/67/petra", *SOLVED, followed(**BACK)),
    done("another's hinders nothing", COMES, DUE, "yes/adam/67/petra", *SOLVED, solved("other", "noor", "further"), followed("other")),
    done("not beside a person's own: solved", COMES, FOUND, "", *SOLVED, round_of(time="solved")),
    done("one that is done hinders nothing", COMES, DUE, "no/adam/67/petra, yes/adam/67/petra", *SOLVED,
         round_of(time="solved", more=", done_at, done_by_id", values=GONE)),
    done("nor one taken back: solved", COMES, DUE, "yes/adam/67/petra", *SOLVED, round_of(time="solved", more=TAKEN, values=GONE)),
    done("nor another child's", COMES, FOUND.replace("order by", "and subject_id = :adam order by"), "solved/adam/67/40/petra", *SOLVED, round_of(":noor", time="solved")),
    done("nor another time", COMES, DUE, "yes/adam/67/petra", *SOLVED, round_of()),
    done("it goes when the concern is back", COMES, LEFT, "solved/yes", *SOLVED, COMES, ENDED),
    done("and when it has been followed up", COMES, LEFT, "solved/yes", *SOLVED, COMES, followed()),
    done("not for a follow-up that was taken back", COMES, LEFT, "solved/no", *SOLVED, COMES, followed(**BACK)),
    done("nor for another's", COMES, LEFT, "solved/no", *SOLVED, COMES, solved("other", "noor", "further"), followed("other")),
    done("not when somebody has been asked: solved", COMES, LEFT, "solved/no", *SOLVED, COMES,
         'db: select id as round from followup_round where "time" = \'solved\'', asks(), ENDED),
    done("nor any other", COMES, BOTH, "light/no, solved/yes", *OWN, *SOLVED, COMES, ENDED),
    done("what was asked in another hinders nothing", COMES, LEFT, "solved/yes", *SOLVED, COMES, round_of(), asks(), ENDED),
    done("nor when it is done", COMES, LEFT, "solved/no", *SOLVED, COMES, "db: update followup_round set done_at = guard.now(), done_by_id = :petra", ENDED),
    done("a person's own stays", COMES, "db: select withdrawn_at is not null from followup_round", "no", *SOLVED, round_of(time="solved"), ENDED),
    refused("nobody plans past the pages", "petra: guard.plan_rounds(40)", "permission denied for function plan_rounds"),
    refused("nor puts a day anywhere", "petra: guard.put_round(:adam, 'T0', :adam, 67, current_date, :petra)", "permission denied for function put_round"),
    refused("nor takes one away", "petra: guard.drop_round(:adam, 'T0')", "permission denied for function drop_round"),
    refused("nor asks what would come", "petra: guard.rounds_to_come(40)", "permission denied for function rounds_to_come"),
    # -- the end, and the calls after it -----------------------------------------------------------------------------
    done("when a closing is begun", ENDS, FOUND, "T2/j/40/0/petra", *OWN, closing()),
    done("on the Monday when it was begun on a Saturday", ENDS, FOUND, "T2/j/40/-3/petra", *OWN, closing(),
         "db: update closing_closing set written_at = guard.now() - interval '5 days'"),
    done("once, as a person left it", ENDS, LEFT.replace("withdrawn_at", "done_at"), "T2/yes", *OWN, closing(), ENDS,
         "db: update followup_round set done_at = guard.now(), done_by_id = :petra"),
    done("not when the family ends it", ENDS, FOUND, "", *OWN, closing(reason="'family'")),
    done("nor of one called off", ENDS, FOUND, "", *OWN, closing(called_off_at="guard.now()", called_off_by_id=":petra")),
    done("nor of one taken back: a closing", ENDS, FOUND, "", *OWN, closing(**BACK)),
    done("nor long afterwards: a closing", ENDS, FOUND, "", *OWN, closing(), OLD.format("closing_closing", "written_at")),
    done("nor when it is closed", ENDS, FOUND, "", *OWN, closing(),
         "db: update closing_closing set closed_at = guard.now(), closed_by_id = :petra"),
    done("not beside a person's own: the end", ENDS, FOUND, "", *OWN, closing(), round_of(":j", time="T2")),
    done("one before is done, or taken back, or of another time or child", ENDS, FOUND, "T2/j/40/0/petra", *OWN, closing(),
         round_of(":j", time="T2", more=", done_at, done_by_id", values=GONE), round_of(":j", time="T2", more=TAKEN, values=GONE),
         round_of(":j"), round_of(":noor", time="T2")),
    done("it goes when the closing is called off", ENDS, LEFT, "T2/yes", *OWN, closing(), ENDS,
         "db: update closing_closing set called_off_at = guard.now(), called_off_by_id = :petra"),
    done("not when it is done", ENDS, LEFT, "T2/no", *OWN, closing(), ENDS, "db: update followup_round set done_at = guard.now(), done_by_id = :petra",
         "db: update closing_closing set called_off_at = guard.now(), called_off_by_id = :petra"),
    done("once: what goes", ENDS, "db: select withdrawn_at < guard.now() - interval '1 hour' from followup_round", "yes", *OWN, closing(), ENDS,
         "db: update closing_closing set called_off_at = guard.now(), called_off_by_id = :petra",
         "db: update followup_round set withdrawn_at = guard.now() - interval '2 hours', withdrawn_by_id = :petra"),
    done("or the family ends it", ENDS, LEFT, "T2/yes", *OWN, closing(), ENDS, "db: update closing_closing set reason = 'family'"),
    done("a call that is near brings its questions", ENDS, FOUND, NEAR, *CALLED),
    done("not one that is far", ENDS, FOUND, "", *LATER, call(due=f"{TODAY} + 15")),
    done("nor one that is done", ENDS, FOUND, "", *LATER, call(due=TODAY, done_at="guard.now()", done_by_id=":petra")),
    done("nor one taken back: a call", ENDS, FOUND, "", *LATER, call(due=TODAY, **BACK)),
    done("nor without a yes that stands", ENDS, FOUND, "", *CALLED, "db: update consent_consent set valid_until = guard.now()"),
    done("not beside a person's own: a call", ENDS, FOUND, "", *CALLED, round_of(time="T3")),
    done("earlier ones hinder nothing", ENDS, FOUND, NEAR, *CALLED, round_of(time="T3", more=", done_at, done_by_id", values=GONE),
         round_of(time="T3", more=TAKEN, values=GONE), round_of(), round_of(":noor", time="T3")),
    done("they go when the yes no longer stands", ENDS, LEFT, "T3/yes", *CALLED, ENDS, "db: update consent_consent set valid_until = guard.now()"),
    refused("nobody plans the end past the pages", "petra: guard.plan_closing_rounds(14, 40)", "permission denied for function plan_closing_rounds"),
    done("the open time is as the organisation says", asks(),
         f"db: select until_on - {TODAY} from followup_ask", "20", round_of(), settled("deadline.ask_days", 20)),
    done("and the link's", "petra: guard.make_ask_link(:ask, 'aa')", "db: select until_at - made_at = interval '20 days' from followup_asklink", "yes",
         round_of(), asks(), settled("deadline.ask_days", 20)),
    # -- totals on an agreement --------------------------------------------------------------------------------------
    done("a total is typed in on an agreement", SCORE, SCORED, "score/2", round_of(), AGREED, asks()),
    refused("not without one", SCORE, NO_AGREEMENT, round_of()),
    refused("nor on another organisation's", SCORE, NO_AGREEMENT, round_of(), agreed(org="granby_org")),
    refused("nor on one about another form", SCORE, NO_AGREEMENT, round_of(), agreed(package="SDQ")),
    refused("nor on one that was ended", SCORE, NO_AGREEMENT, round_of(), agreed(ended_at="guard.now()", ended_by_id=":petra")),
    refused("nor before its first day", SCORE, NO_AGREEMENT, round_of(), agreed(first=f"{TODAY} + 1")),
    refused("nor after its last", SCORE, NO_AGREEMENT, round_of(), agreed(first=f"{TODAY} - 9", last=f"{TODAY} - 1")),
    done("on its last day too", SCORE, SCORED, "score/1", round_of(), agreed(first=f"{TODAY} - 9", last=TODAY)),
    done("what was typed in is nothing asked", asks(), COUNTED, "phone/1, score/1", round_of(), AGREED, SCORE, TYPED),
    done("a question needs no agreement", asks(), COUNTED, "phone/1", round_of()),
]  # fmt: skip
