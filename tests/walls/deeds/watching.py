"""The log's own watch: alarms and who answers them, looks drawn for review, and what is said about them."""

from .given import JOINED, capacity
from .stage import done, refused, told
from .tasks import settled

NOTHING = "There is nothing for you to answer here."


def look(child: str, by: str = "petra", called: str = "look", person: str = "", **more: str) -> str:
    """A look, arranged past the log's own function."""
    columns = {"at": "guard.now() - interval '1 minute'", "kind": "'open'", "ground_ids": "'{}'", "assignment_id": "null"} | more
    return (
        f"db: insert into access_look (id, errand, person_id, capacity_id, subject_id, walls, shown, {', '.join(columns)}) values "
        f"(gen_random_uuid(), 'e', :{person or by}_person, :{by}, :{child}, '{{}}', '{{}}', {', '.join(columns.values())}) "
        f"returning id as {called}"
    )


def alarm(called: str = "alarm", by: str = "petra", **more: str) -> str:
    """An alarm about a capacity, for the head and the secrecy officer."""
    columns = {"head_id": ":gunilla", "officer_id": ":ingrid_2", "answer": "''", "answered_at": "null",
               "answered_by_id": "null"} | more  # fmt: skip
    return (
        f"db: insert into work_alarm (id, person_id, capacity_id, at, opened, {', '.join(columns)}) values (gen_random_uuid(), "
        f":{by}_person, :{by}, guard.now(), 60, {', '.join(columns.values())}) returning id as {called}"
    )


def check(called: str = "check", of: str = "look", by: str = "petra", to: str = "gunilla", **more: str) -> str:
    """A look drawn for review."""
    columns = {"asked_at": "null", "explained_at": "null", "answer": "''", "answered_at": "null", "answered_by_id": "null"} | more
    return (
        f"db: insert into work_spotcheck (id, look_id, looker_id, reviewer_id, drawn_at, reason, {', '.join(columns)}) values "
        f"(gen_random_uuid(), :{of}, :{by}, :{to}, guard.now(), '', {', '.join(columns.values())}) returning id as {called}"
    )


NO_LOOKS = "db: select set_config('session_replication_role', 'replica', true)"
LONG_AGO = "db: update access_look set at = at - interval '8 days'"
QUIET = (NO_LOOKS, LONG_AGO)  # what was opened when the world was made is long ago
WATCH = "db: guard.watch_harvest(:petra_person, :petra)"
RAISED = "db: select person_id, capacity_id, opened, head_id, officer_id from work_alarm"
PETRAS = "petra_person/petra/20/gunilla/ingrid_2"
CHILDREN, CHECKS = "watch.harvest_children", "watch.spot_checks"
EIGHTEEN = (
    "db: insert into access_look (id, errand, person_id, capacity_id, subject_id, walls, shown, at, kind, ground_ids) "
    "select gen_random_uuid(), 'e', :petra_person, :petra, gen_random_uuid(), '{}', '{}', guard.now() - interval '1 minute', "
    "'open', '{}' from generate_series(1, 18)"
)
TWO = (settled(CHILDREN, 20), *QUIET, EIGHTEEN, look("adam"), look("noor"))  # two more, which is one too many
ANSWERED = {"answer": "'work'", "answered_at": "guard.now() - interval '30 seconds'", "answered_by_id": ":gunilla"}
WRONG = ANSWERED | {"answer": "'wrong'"}
STOPPED = "db: guard.is_stopped(:petra, :noor)"
ALARMS = "select id, capacity, opened from guard.alarms()"
ANSWER = "guard.answer_alarm(:alarm, '{}')"
ANSWERS = "db: select answer, id, answered_by_id from work_alarm where answered_at is not null"
OWN = "select id, is_mine, looker, subject, is_assigned from guard.spot_checks()"
DRAW = "worker: select reviewer from guard.draw_spot_checks('seed')"
DRAWN = "db: select looker_id, reviewer_id from work_spotcheck"
FOUR = (look("adam"), look("noor"), look("adam"), look("noor"))
CHECKED = (look("adam"), check())
REVIEWS = "db: select id, answer, answered_by_id from work_spotcheck where answered_at is not null"
NOTICES = "db: select to_id, kind, record_id, sent_by_id from journey_notice where kind like '%look%' or kind = 'spot_checks'"
EVENTS = "db: select kind, person_id, capacity_id, record_id from access_securityevent"
NO_LEADERS = "db: update people_capacity set until_at = guard.now() where role in ('head_teacher', 'deputy_head', 'student_health_head', 'preschool_head')"
NO_OFFICERS = "db: update people_capacity set until_at = guard.now() where role in ('secrecy_officer', 'sysadmin')"

DEEDS = [
    # -- too many children --------------------------------------------------------------------------------------------
    done("so many children are an alarm", WATCH, RAISED, PETRAS, *TWO),
    done("and a notice to the head and the officer", WATCH,
         "db: select to_id, sent_by_id from journey_notice where kind = 'harvest_alarm'", "gunilla/petra, ingrid_2/petra", *TWO),
    done("and in the log of security", WATCH, "db: select kind, person_id, capacity_id from access_securityevent",
         "harvest/petra_person/petra", *TWO),
    done("fewer are none", WATCH, RAISED, "", settled(CHILDREN, 21), *QUIET, EIGHTEEN, look("adam"), look("noor")),
    done("the same child twice is one", WATCH, RAISED, "", settled(CHILDREN, 20), *QUIET, EIGHTEEN, look("adam"), look("adam")),
    done("one journey is one child", WATCH, RAISED, "", *JOINED, settled(CHILDREN, 20), *QUIET, EIGHTEEN, look("adam"), look("theirs")),
    done("an invitation makes no journey of two children", WATCH, RAISED, PETRAS, *JOINED, *TWO[:-2],
         "db: update journey_party set accepted_at = null, accepted_by_id = null where child_id = :adam", look("adam"),
         look("theirs")),
    done("other capacities of hers count too", WATCH, RAISED, PETRAS, capacity("second", "petra", "norrskolan", "teacher"),
         *TWO[:-1], look("noor", "second", person="petra")),
    done("those of others do not", WATCH, RAISED, "", *TWO[:-1], look("noor", "maja")),
    done("nor those of yesterday", WATCH, RAISED, "", *TWO[:-1], look("noor", at="guard.now() - interval '61 minutes'")),
    done("nor those that were answered for", WATCH, "db: select count(*) from work_alarm", "1", *TWO, alarm(**ANSWERED)),
    done("those of others were answered for by themselves", WATCH, "db: select count(*) from work_alarm", "2", *TWO,
         alarm(by="maja", **ANSWERED)),
    done("one alarm at a time", WATCH, "db: select count(*) from journey_notice where kind = 'harvest_alarm'", "0", *TWO, alarm()),
    done("without a head it is told to the officer alone", WATCH,
         "db: select to_id from journey_notice where kind = 'harvest_alarm'", "ingrid_2", *TWO, NO_LEADERS),
    # -- the stop -----------------------------------------------------------------------------------------------------
    told("who has raised an alarm is stopped", STOPPED, "yes", *QUIET, alarm()),
    told("others are not", STOPPED, "no", *QUIET, alarm(by="maja")),
    told("nor after it was answered for", STOPPED, "no", *QUIET, alarm(**ANSWERED)),
    told("but if it was wrong", STOPPED, "yes", *QUIET, alarm(**WRONG)),
    told("a child that is open may be gone on with", STOPPED, "no", *QUIET, alarm(), look("noor")),
    told("not one that another has open", STOPPED, "yes", *QUIET, alarm(), look("noor", "maja")),
    told("nor because another child is", STOPPED, "yes", *QUIET, alarm(), look("adam")),
    told("nor after a quarter of an hour", STOPPED, "yes", *QUIET, alarm(), look("noor", at="guard.now() - interval '16 minutes'")),
    told("she can ask whether she is", "petra: guard.am_stopped()", "yes", alarm()),
    # -- answering for it ---------------------------------------------------------------------------------------------
    told("the head sees the alarm", f"gunilla: {ALARMS}", "alarm/petra/60", alarm()),
    told("and the officer", f"ingrid_2: {ALARMS}", "alarm/petra/60", alarm()),
    told("others see no alarm", f"olof: {ALARMS}", "", alarm()),
    told("nor the one it is about", f"petra: {ALARMS}", "", alarm(head_id=":petra")),
    done("the head answers", f"gunilla: {ANSWER.format('work')}", ANSWERS, "work/alarm/gunilla", alarm(), alarm("other", "maja")),
    done("also that it is wrong", f"ingrid_2: {ANSWER.format('wrong')}", ANSWERS, "wrong/alarm/ingrid_2", alarm()),
    done("and may think again", f"gunilla: {ANSWER.format('work')}", ANSWERS, "work/alarm/gunilla", alarm(**WRONG)),
    refused("what is lifted is lifted", f"gunilla: {ANSWER.format('wrong')}", NOTHING, alarm(**ANSWERED)),
    refused("an answer is one of two", f"gunilla: {ANSWER.format('fine')}", NOTHING, alarm()),
    refused("others do not answer an alarm", f"olof: {ANSWER.format('work')}", NOTHING, alarm()),
    refused("nor does the one it is about", f"petra: {ANSWER.format('work')}", NOTHING, alarm(officer_id=":petra")),
    # -- looks drawn for review ---------------------------------------------------------------------------------------
    done("the head reviews what is opened at her unit", DRAW, DRAWN, "petra/gunilla", *QUIET, look("adam")),
    done("the officer reviews those who lead", DRAW, DRAWN, "gunilla/ingrid_2", *QUIET, look("adam", "gunilla")),
    done("or another who leads, where there is none", DRAW, DRAWN, "gunilla/bosse", *QUIET, look("adam", "gunilla"), NO_OFFICERS),
    done("where nobody leads the officer does", DRAW, DRAWN, "petra/ingrid_2", *QUIET, look("adam"),
         NO_LEADERS),
    done("where nobody can, nobody does", DRAW, DRAWN, "", *QUIET, look("adam"),
         NO_LEADERS, NO_OFFICERS),
    done("lists are not drawn", DRAW, DRAWN, "", *QUIET, look("adam", kind="'list'")),
    done("nor what is older than a week", DRAW, DRAWN, "", *QUIET, look("adam", at="guard.now() - interval '8 days'")),
    done("nor what was drawn before", DRAW, DRAWN, "petra/olof", *QUIET, look("adam"),
         check(to="olof")),
    done("but what others did is", DRAW, DRAWN, "petra/gunilla, petra/olof", *QUIET,
         look("adam", called="before"), look("noor"), check(of="before", to="olof")),
    done("so many in each authority", DRAW, "db: select count(*) from work_spotcheck", "3", settled(CHECKS, 3), *QUIET, *FOUR),
    done("each authority has its own", DRAW, "db: select count(*) from work_spotcheck", "4", settled(CHECKS, 3), *QUIET, *FOUR,
         look("adam", "tomas")),
    done("the reviewer is told once", DRAW, NOTICES, "gunilla/spot_checks/-/gunilla", *QUIET,
         look("adam"), look("noor")),
    done("and not again while she has not begun", DRAW, NOTICES, "gunilla/spot_checks/-/gunilla", *QUIET, look("adam"), DRAW, look("noor")),
    done("but when she has", DRAW, NOTICES, "gunilla/spot_checks/-/gunilla, gunilla/spot_checks/-/gunilla", *QUIET, look("adam"), DRAW, "db: update journey_notice set done_at = guard.now()", look("noor")),
    done("another notice of hers is another", DRAW, NOTICES, "gunilla/spot_checks/-/gunilla, ingrid_2/spot_checks/-/ingrid_2",
         *QUIET, look("adam", "gunilla"), DRAW,
         "db: insert into journey_notice (id, to_id, kind, sent_by_id, sent_at) values (gen_random_uuid(), :gunilla, 'x', :petra, now())",
         look("noor")),
    # -- the review ---------------------------------------------------------------------------------------------------
    told("the reviewer sees the look", f"gunilla: {OWN}", "check/no/petra/adam/no", look("noor", called="other"), *CHECKED),
    told("and that there was an assignment", f"gunilla: {OWN}", "check/no/petra/adam/yes", look("adam", assignment_id=":adam"), check()),
    told("or a ground", f"gunilla: {OWN}", "check/no/petra/adam/yes", look("adam", ground_ids="array[:adam]"), check()),
    told("others see no look", f"olof: {OWN}", "", *CHECKED),
    told("nor the looker", f"petra: {OWN}", "", *CHECKED),
    told("nor a reviewer who is herself the looker", f"petra: {OWN}", "", look("adam"), check(to="petra")),
    told("until she is asked", f"petra: {OWN}", "check/yes/petra/adam/no", *CHECKED, "gunilla: guard.ask_look(:check)"),
    told("and others are not told of it then", f"maja: {OWN}", "", *CHECKED, "gunilla: guard.ask_look(:check)"),
    done("the reviewer asks the looker", "gunilla: guard.ask_look(:check)", NOTICES, "petra/look_asked/check/gunilla", *CHECKED),
    done("about this look", "gunilla: guard.ask_look(:check)", "db: select id from work_spotcheck where asked_at is not null", "check",
         look("noor", called="first"), check("other", "first"), *CHECKED),
    refused("asked once", "gunilla: guard.ask_look(:check)", "You have asked already.", *CHECKED, "gunilla: guard.ask_look(:check)"),
    refused("others ask nothing", "olof: guard.ask_look(:check)", NOTHING, *CHECKED),
    refused("nor one who reviews another look", "olof: guard.ask_look(:check)", NOTHING, *CHECKED, look("noor", called="first"),
            check("other", "first", to="olof")),
    refused("nor does the looker ask", "petra: guard.ask_look(:check)", NOTHING, *CHECKED, "gunilla: guard.ask_look(:check)"),
    refused("nor about one that is answered", "gunilla: guard.ask_look(:check)", NOTHING, look("adam"),
            check(answer="'fine'", answered_at="guard.now()", answered_by_id=":gunilla")),
    done("the looker explains", "petra: guard.explain_look(:check, 'slip')", NOTICES,
         "gunilla/look_explained/check/petra, petra/look_asked/check/gunilla", *CHECKED, "gunilla: guard.ask_look(:check)"),
    done("this look", "petra: guard.explain_look(:check, 'slip')", "db: select id, reason from work_spotcheck where explained_at is not null",
         "check/slip", look("noor", called="first"), check("other", "first", asked_at="guard.now()"), *CHECKED,
         "gunilla: guard.ask_look(:check)"),
    refused("explained once", "petra: guard.explain_look(:check, 'slip')", NOTHING, *CHECKED, "gunilla: guard.ask_look(:check)",
            "petra: guard.explain_look(:check, 'work')"),
    refused("when she was asked", "petra: guard.explain_look(:check, 'slip')", NOTHING, *CHECKED),
    refused("and nobody for her", "gunilla: guard.explain_look(:check, 'slip')", NOTHING, *CHECKED, "gunilla: guard.ask_look(:check)"),
    done("the reviewer answers", "gunilla: guard.answer_look(:check, 'fine')", REVIEWS, "check/fine/gunilla",
         look("noor", called="first"), check("other", "first"), *CHECKED),
    done("and that is all", "gunilla: guard.answer_look(:check, 'talk')", EVENTS, "", *CHECKED),
    done("what is not as it should be is an event", "gunilla: guard.answer_look(:check, 'wrong')", EVENTS, "wrong look/petra_person/petra/check",
         *QUIET, look("noor", called="first"), *CHECKED),
    done("and the officer is told", "gunilla: guard.answer_look(:check, 'wrong')", NOTICES, "ingrid_2/look_wrong/check/gunilla", *CHECKED),
    done("where there is one", "gunilla: guard.answer_look(:check, 'wrong')", NOTICES, "", *CHECKED, NO_OFFICERS),
    refused("others do not judge", "olof: guard.answer_look(:check, 'fine')", NOTHING, *CHECKED),
    refused("nor does the looker judge", "petra: guard.answer_look(:check, 'fine')", NOTHING, *CHECKED, "gunilla: guard.ask_look(:check)"),
    refused("nor twice", "gunilla: guard.answer_look(:check, 'wrong')", NOTHING, *CHECKED, "gunilla: guard.answer_look(:check, 'fine')"),
    # -- who answers for whom -----------------------------------------------------------------------------------------
    told("whoever leads the unit answers for it", "db: guard.head_of(:petra)", "gunilla"),
    told("not the deputy", "db: guard.head_of(:petra)", "gunilla", "gunilla: guard.name_deputy(:petra, :amir)"),
    told("the officer of the organisation", "db: guard.officer_of(:petra)", "ingrid_2"),
    told("is never oneself", "db: guard.officer_of(:ingrid_2)", "-"),
    told("where there is none, its administrator", "db: guard.officer_of(:petra)", "ingrid",
         "db: update people_capacity set until_at = guard.now() where role = 'secrecy_officer'"),
    told("not one of another organisation", "db: guard.officer_of(:birgitta)", "-"),
]  # fmt: skip
