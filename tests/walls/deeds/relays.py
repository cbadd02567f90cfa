"""A child is handed over by the receiver's own yes; what somebody's leaving would mean is told to those who lead."""

from . import forums
from .coordination import SHIELDED
from .given import PROTECTED, ROLES_OF_OTHER_TIMES, assigned, capacity, put
from .holders import SHUT, SOON, ended, named, over
from .plans import BEGUN, PLAN, promise, word
from .stage import done, refused, told

NOT_YOURS = "This does not wait for your answer."
NOT_HERS = "Only the one who works with the child, or who leads the unit, hands over."
STRANGER = "You do not work with this child."
LEADS = "Whoever leads the unit sees this."
YES = "{}: guard.accept_handover(:relay)"
SAID = "db: select receiver_id, accepted_by_id, accepted_at is null from relay_relay"
WORKS = "db: select capacity_id, ended_by_id from access_assignment where subject_id = :adam and until_at is not null"
AMIR = assigned("adam", "amir")
HOLDS = "db: select to_id, kind from journey_notice where due_on is not null"
PROMISED = (AMIR, BEGUN, PLAN, promise("own", "staff", ":petra"))
ASKED = "db: select id, asked_id, holder_id from promises_promise"
COORDINATES = "db: select coordinator_id, deputy_id, given_by_id from journey_coordination where until_at is null"


def offered(giver: str = "petra", receiver: str = "amir", by: str = "petra", stays: bool = True, child: str = "adam", **more: str) -> str:
    """An offer, arranged past the walls."""
    columns = {
        "id": "gen_random_uuid()", "subject_id": f":{child}", "wall": "67", "giver_id": f":{giver}", "receiver_id": f":{receiver}",
        "stays": str(stays).lower(), "written_by_id": f":{by}", "written_at": "guard.now()", "for_guardians": "'no'",
        "for_guardians_because": "''", "for_child": "false",
    } | more  # fmt: skip
    return f"db: insert into relay_relay ({', '.join(columns)}) values ({', '.join(columns.values())}) returning id as relay"


def notice(to: str = "petra", kind: str = "checklist-follow-up", child: str = "adam", due: str = "current_date", done_at: str = "null") -> str:
    return (
        "db: insert into journey_notice (id, to_id, kind, subject_id, due_on, sent_by_id, sent_at, done_at) values "
        f"(gen_random_uuid(), :{to}, '{kind}', :{child}, {due}, :{to}, guard.now(), {done_at})"
    )


def adaptation(holder: str = "petra", child: str = "adam", ended_at: str = "null") -> str:
    by = "null" if ended_at == "null" else ":petra"
    return (
        "db: insert into adaptations_adaptation (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
        f" for_child, code, place, holder_id, starts_on, row, ended_at, ended_by_id) values (gen_random_uuid(), :{child}, 70, :petra,"
        f" guard.now(), 'no', '', false, '', 'all_day', :{holder}, current_date, '', {ended_at}, {by})"
    )


def support(holder: str = "petra", child: str = "adam", ended_at: str = "null") -> str:
    by = "null" if ended_at == "null" else ":petra"
    return (
        "db: insert into adaptations_specialsupport (id, subject_id, wall, written_by_id, written_at, for_guardians,"
        " for_guardians_because, for_child, kind, inquiry_on, holder_id, ended_at, ended_by_id) values (gen_random_uuid(),"
        f" :{child}, 71, :petra, guard.now(), 'no', '', false, '', current_date, :{holder}, {ended_at}, {by})"
    )


SHOWN = "written_by_id, written_at, for_guardians, for_guardians_because, for_child"
WROTE = ":petra, guard.now(), 'no', '', false"
MEETING = (
    "db: insert into team_team (id, unit_id, kind, begun_by_id, begun_at) values (gen_random_uuid(), :norrskolan, 'eht', :gunilla,"
    " guard.now()) returning id as team",
    "db: insert into team_teammeeting (id, team_id, starts_at, place, called_by_id, called_at) values (gen_random_uuid(), :team,"
    " guard.now(), 'x', :gunilla, guard.now()) returning id as meeting",
    "db: insert into agenda_slot (id, meeting_id, added_at, question) values (gen_random_uuid(), :meeting, guard.now(), '')"
    " returning id as slot",
    f"db: insert into agenda_teammeetingitem (id, subject_id, wall, {SHOWN}, source, slot_id) values (gen_random_uuid(), :adam, 71,"
    f" {WROTE}, 'hand', :slot) returning id as item",
)


def decision(holder: str = "petra", child: str = "adam", ended_at: str = "null") -> str:
    by = "null" if ended_at == "null" else ":petra"
    return (
        f"db: insert into agenda_teamdecision (id, subject_id, wall, {SHOWN}, item_id, kind, adaptation, holder_id, due_on, ended_at,"
        f" ended_by_id) values (gen_random_uuid(), :{child}, 71, {WROTE}, :item, 'try', '', :{holder}, current_date, {ended_at}, {by})"
    )


def help_given(holder: str = "petra", child: str = "adam", ended_at: str = "null") -> str:
    over = ("begun", "", "null") if ended_at == "null" else ("ended", "done", ":petra")
    return (
        f"db: insert into support_support (id, subject_id, wall, {SHOWN}, kind, code, form, starts_on, holder_id, state, ended_because,"
        f" ended_at, ended_by_id) values (gen_random_uuid(), :{child}, 71, {WROTE}, 'talks', '', 'school', current_date, :{holder},"
        f" '{over[0]}', '{over[1]}', {ended_at}, {over[2]})"
    )


def forum_decision(holder: str = "petra", child: str = "adam", ended_at: str = "null") -> str:
    by = "null" if ended_at == "null" else ":petra"
    return (
        f"db: insert into forum_forumdecision (id, subject_id, wall, {SHOWN}, item_id, kind, holder_id, due_on, ended_at, ended_by_id)"
        f" values (gen_random_uuid(), :{child}, 71, {WROTE}, :item, 'school', :{holder}, current_date, {ended_at}, {by})"
    )


def health(holder: str = "petra", child: str = "adam", ended_at: str = "null") -> str:
    by = "null" if ended_at == "null" else ":petra"
    return (
        f"db: insert into forum_healthreferral (id, subject_id, wall, {SHOWN}, receiver, psychologist, educator, holder_id, sent_on, due_on,"
        f" withdrawn_at, withdrawn_by_id) values (gen_random_uuid(), :{child}, 71, {WROTE}, 'BUP', 'done', 'done', :{holder}, current_date,"
        f" current_date, {ended_at}, {by})"
    )


HELD = "db: select subject_id, holder_id from {}"
TABLES = (
    ("adaptations_adaptation", adaptation, ()),
    ("adaptations_specialsupport", support, ()),
    ("support_support", help_given, ()),
    ("agenda_teamdecision", decision, MEETING),
    ("forum_forumdecision", forum_decision, (forums.forum(), forums.meeting(), forums.slot(), forums.item())),
    ("forum_healthreferral", health, ()),
)
HANDED = (AMIR, offered())
THEIRS = ("petra: guard.begin_journey(:adam) as j", AMIR)
WITH_OTHER = "petra: guard.begin_journey(:noor) as other"
LED = "{}: select * from guard.led_units()"
IF = "{}: select * from guard.rehearse_{}(array[{}]::uuid[])"
GONE = "db: select subject_id, capacity_id from access_assignment where taken_over_from_id = :petra"

DEEDS = [
    # -- the yes -------------------------------------------------------------------------------------------------------
    done("who is asked says yes", YES.format("amir"), SAID, "amir/amir/no", *HANDED),
    done("who leads may have offered it", YES.format("amir"), SAID, "amir/amir/no", AMIR, offered(by="gunilla")),
    done("to what was offered, and to nothing else", YES.format("amir"), SAID, "amir/amir/no, maja/-/yes", AMIR,
         offered(receiver="maja", child="noor"), offered()),
    done("who stays works on", YES.format("amir"), WORKS, "", *HANDED),
    done("who does not has nothing more to do with the child", YES.format("amir"), WORKS, "petra/amir", AMIR, offered(stays=False)),
    done("nor twice so", YES.format("amir"), WORKS, "petra/amir, petra/gunilla", AMIR, offered(stays=False), assigned("adam", "petra"),
         "gunilla: guard.end_assignment(:petras)"),
    done("with this child, that is", YES.format("amir"), "db: select count(*) from access_assignment where capacity_id = :petra"
         " and until_at is null", "1", AMIR, offered(stays=False)),
    done("also where it would have ended tomorrow", YES.format("amir"), WORKS, "petra/amir", AMIR, offered(stays=False),
         f"{over('access_assignment', SOON)} where capacity_id = :petra and subject_id = :adam"),
    refused("nobody else does", YES.format("gunilla"), NOT_YOURS, *HANDED),
    refused("not even who offered", YES.format("petra"), NOT_YOURS, *HANDED),
    refused("nor nobody", YES.format("nobody"), NOT_YOURS, *HANDED),
    refused("nor twice", YES.format("amir"), NOT_YOURS, *HANDED, YES.format("amir")),
    refused("nor after a no", YES.format("amir"), NOT_YOURS, *HANDED,
            "db: update relay_relay set declined_at = guard.now(), declined_by_id = :amir"),
    refused("nor what was taken back", YES.format("amir"), NOT_YOURS, *HANDED,
            "db: update relay_relay set withdrawn_at = guard.now(), withdrawn_by_id = :petra"),
    done("of promises she is asked", YES.format("amir"), ASKED, "own/amir/-", *PROMISED, offered()),
    done("also those that the giver had taken over", YES.format("amir"), ASKED, "own/amir/petra", AMIR, BEGUN, PLAN,
         promise("own", "staff", ":cecilia", holder_id=":petra"), offered()),
    done("or was asked about", YES.format("amir"), ASKED, "own/amir/-", AMIR, BEGUN, PLAN,
         promise("own", "staff", ":cecilia", asked_id=":petra"), offered()),
    done("not of others' promises", YES.format("amir"), ASKED, "own/-/-", AMIR, BEGUN, PLAN, promise("own", "staff", ":cecilia"), offered()),
    done("nor those that another has taken over", YES.format("amir"), ASKED, "own/-/cecilia", AMIR, BEGUN, PLAN,
         promise("own", "staff", ":petra", holder_id=":cecilia"), offered()),
    done("nor a promise that was taken back", YES.format("amir"), ASKED, "own/-/-", AMIR, BEGUN, PLAN,
         promise("own", "staff", ":petra", withdrawn_at="guard.now()", withdrawn_by_id=":petra"), offered()),
    done("nor about another child", YES.format("amir"), ASKED, "own/-/-", AMIR, "petra: guard.begin_journey(:noor) as j", PLAN,
         promise("own", "staff", ":petra"), offered()),
    done("nor in a journey that is over for the child", YES.format("amir"), ASKED, "own/-/-", *PROMISED,
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra where child_id = :adam", offered()),
    done("those given too", YES.format("amir"), ASKED, "own/amir/-", *PROMISED, word("own"), offered()),
    done("those done are done", YES.format("amir"), ASKED, "own/-/-", *PROMISED, word("own", "done"), offered()),
    done("by the latest word", YES.format("amir"), ASKED, "own/amir/-", *PROMISED, word("own", "done", at="guard.now() - interval '1 hour'"),
         word("own", "going"), offered()),
    done("and no word taken back", YES.format("amir"), ASKED, "own/amir/-", *PROMISED, word("own", "done", withdrawn=True), offered()),
    done("nor said of another", YES.format("amir"), ASKED, "other/-/-, own/amir/-", *PROMISED, promise("other", "staff", ":cecilia"),
         word("other", "done"), offered()),
    refused("nor what is none", "amir: guard.accept_handover(:adam)", NOT_YOURS, *HANDED),
    refused("a colleague gives nobody what is another's", YES.format("amir"), NOT_HERS, AMIR, offered(by="amir")),
    refused("nor who leads in another authority", YES.format("amir"), NOT_HERS, AMIR, offered(by="kerstin")),
    refused("nor one who led once", YES.format("amir"), NOT_HERS, AMIR, offered(by="gunilla"),
            f"{over('people_capacity')} where id = :gunilla"),
    refused("one who does not work with the child cannot", YES.format("maja"), STRANGER, offered(receiver="maja")),
    # -- what goes with it ---------------------------------------------------------------------------------------------
    done("reminders with a day", YES.format("amir"), HOLDS, "amir/checklist-follow-up", *HANDED, notice()),
    done("not another child's", YES.format("amir"), HOLDS, "petra/checklist-follow-up", *HANDED, notice(child="noor")),
    done("not another's", YES.format("amir"), HOLDS, "gunilla/checklist-follow-up", *HANDED, notice("gunilla")),
    done("not what is done", YES.format("amir"), HOLDS, "petra/checklist-follow-up", *HANDED, notice(done_at="guard.now()")),
    done("a report one made is one's own", YES.format("amir"), HOLDS, "petra/report feedback", *HANDED, notice(kind="report feedback")),
    done("nor what has no day", YES.format("amir"), "db: select to_id from journey_notice where due_on is null and kind = 'x'", "petra",
         *HANDED, notice(kind="x", due="null")),
    done("what was taken over from one who is gone too", YES.format("amir"), HOLDS, "amir/checklist-follow-up", AMIR, notice(),
         named("cecilia"), ended(), offered("cecilia", by="cecilia")),
    *(deed for table, made, first in TABLES for deed in (
        done(f"{table}: it goes along", YES.format("amir"), HELD.format(table), "adam/amir", *HANDED, *first, made()),
        done(f"{table}: not another child's", YES.format("amir"), HELD.format(table), "noor/petra", *HANDED, *first, made(child="noor")),
        done(f"{table}: not another's", YES.format("amir"), HELD.format(table), "adam/gunilla", *HANDED, *first, made("gunilla")),
        done(f"{table}: not what is over", YES.format("amir"), HELD.format(table), "adam/petra", *HANDED, *first,
             made(ended_at="guard.now()")),
    )),
    # -- and the coordination ------------------------------------------------------------------------------------------
    done("who coordinates hands that over too", YES.format("amir"), COORDINATES, "amir/gunilla/amir", *THEIRS, offered()),
    done("each journey by itself", YES.format("amir"), COORDINATES, "amir/gunilla/amir, petra/gunilla/petra", *THEIRS, WITH_OTHER, offered()),
    done("not of a journey that the child has left", YES.format("amir"), COORDINATES, "petra/gunilla/petra", *THEIRS, offered(),
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra"),
    done("once for each", YES.format("amir"), "db: select coordinator_id, until_at is null from journey_coordination",
         "amir/yes, petra/no", *THEIRS, offered()),
    done("not what was so before", YES.format("amir"), "db: select coordinator_id, until_at is null from journey_coordination",
         "gunilla/yes, petra/no", *THEIRS, "gunilla: guard.coordinate(:j, :gunilla, :amir)", offered()),
    done("who is deputy hands that over", YES.format("amir"), COORDINATES, "gunilla/amir/amir", *THEIRS,
         "gunilla: guard.coordinate(:j, :gunilla, :petra)", offered()),
    done("to the deputy: then another is deputy", YES.format("amir"), COORDINATES, "amir/gunilla/amir", *THEIRS,
         "petra: guard.coordinate(:j, :petra, :amir)", offered()),
    # -- who leads -----------------------------------------------------------------------------------------------------
    told("one's own unit, and those that nobody leads", LED.format("gunilla"), "lotsen_school, norrskolan"),
    told("today", LED.format("gunilla"), "lotsen_school, norrskolan", ROLES_OF_OTHER_TIMES),
    told("another unit that is led is not one's own", LED.format("olof"), "lotsen_school, soderskolan"),
    told("in another authority others", LED.format("karin"), "lotsen_social"),
    told("who does not lead leads nothing", LED.format("petra"), ""),
    told("nobody does not", LED.format("nobody"), ""),
    told("how much each has", "gunilla: select w.children from guard.workload() w where w.capacity = :petra", "2"),
    told("an assignment that has ended counts for nothing", "gunilla: select w.children from guard.workload() w where w.capacity = :petra",
         "1", f"{over('access_assignment')} where capacity_id = :petra and subject_id = :adam"),
    told("one that ends tomorrow counts", "gunilla: select w.children from guard.workload() w where w.capacity = :petra", "2",
         f"{over('access_assignment', SOON)} where capacity_id = :petra"),
    told("nor one to come", "gunilla: select w.children from guard.workload() w where w.capacity = :amir", "0",
         put("adam", "amir", "{65,67}", from_at=SOON)),
    told("nor one who may write alone", "gunilla: select w.children from guard.workload() w where w.capacity = :amir", "0",
         put("adam", "amir", "{67}", "writer")),
    told("each child once", "gunilla: select w.children from guard.workload() w where w.capacity = :amir", "1", AMIR,
         put("adam", "amir", "{65,67}")),
    told("a protected child is in no number", "bosse: select w.children from guard.workload() w where w.capacity = :amir", "0", *PROTECTED),
    told("but for who reads about her", "gunilla: select w.children from guard.workload() w where w.capacity = :amir", "1", *PROTECTED),
    told("those who are at work and hold children", "karin: select w.capacity from guard.workload() w", "karin, maria"),
    told("no longer one who has left", "karin: select w.capacity from guard.workload() w", "karin",
         f"{over('people_capacity')} where id = :maria"),
    told("nor one whose role holds none", "gunilla: select count(*) from guard.workload() w where w.capacity = :lead", "0",
         capacity("lead", "henrik", "norrskolan", "programme_lead")),
    told("those one does not lead are not there", "karin: select count(*) from guard.workload() w where w.capacity = :kerstin", "0"),
    # -- what if -------------------------------------------------------------------------------------------------------
    told("each child goes where it would", IF.format("gunilla", "children", ":petra"), "petra/adam/gunilla/yes, petra/noor/gunilla/yes"),
    told("to the deputy, if there is one", IF.format("gunilla", "children", ":petra"), "petra/adam/cecilia/yes, petra/noor/cecilia/yes",
         named()),
    told("to the next, if both are gone", IF.format("gunilla", "children", ":petra, :cecilia"),
         "petra/adam/gunilla/yes, petra/noor/gunilla/yes", named()),
    told("or to nobody", IF.format("gunilla", "children", ":petra"), "petra/adam/-/no, petra/noor/-/no",
         *(SHUT.format(who) for who in ("bosse", "olof", "rut")), "db: insert into people_leave (id, capacity_id, noted_by_id, from_at)"
         " values (gen_random_uuid(), :gunilla, :gunilla, guard.now() - interval '1 day')"),
    told("one whom the asker does not see has no name", IF.format("olof", "children", ":helen"), "helen/-/maria_2/yes",
         put("elsa", "helen", "{65,67}"), named("maria_2", "helen", "olof")),
    told("a deputy who asks would read", IF.format("olof", "children", ":helen"), "helen/-/olof/yes", put("elsa", "helen", "{65,67}"),
         named("olof", "helen", "gunilla")),
    told("who would be the nearest by her own doing would read no more than she does", IF.format("olof", "children", ":helen"),
         "helen/-/olof/no", put("elsa", "helen", "{65,67}"), SHUT.format("gunilla"), SHUT.format("rut"), SHUT.format("bosse")),
    told("nor when it is a deputy who is thought away", IF.format("olof", "children", ":helen, :maria_2"), "helen/-/olof/no",
         put("elsa", "helen", "{65,67}"), named("maria_2", "helen", "gunilla"), SHUT.format("gunilla"), SHUT.format("rut"),
         SHUT.format("bosse")),
    told("a protected child is not there", IF.format("bosse", "children", ":amir"), "", *PROTECTED),
    told("but for who reads about her too", IF.format("gunilla", "children", ":amir"), "amir/noor/gunilla/yes", *PROTECTED),
    refused("who does not lead sees nothing", IF.format("petra", "children", ":maja"), LEADS),
    refused("nor herself", IF.format("petra", "children", ":petra"), LEADS),
    refused("nor who leads elsewhere", IF.format("karin", "children", ":petra"), LEADS),
    refused("not one among several either", IF.format("gunilla", "children", ":petra, :karin"), LEADS),
    refused("nor their duties", IF.format("petra", "duties", ":maja"), LEADS),
    refused("nor their journeys", IF.format("petra", "journeys", ":maja"), LEADS),
    refused("nobody sees nothing", IF.format("nobody", "duties", ":maja"), LEADS),
    told("one's own duties", IF.format("gunilla", "duties", ":petra"), "petra/petra/gunilla"),
    told("and what one has taken over", IF.format("gunilla", "duties", ":cecilia"), "cecilia/cecilia/gunilla, petra/cecilia/gunilla",
         named(), ended()),
    told("but not what another has", IF.format("gunilla", "duties", ":maja"), "maja/maja/gunilla", named(), ended()),
    told("who would coordinate", "gunilla: select coordinator, deputy, next_coordinator, next_deputy from"
         " guard.rehearse_journeys(array[:petra])", "petra/amir/amir/gunilla", *THEIRS, "petra: guard.coordinate(:j, :petra, :amir)"),
    told("who would be the deputy", "gunilla: select coordinator, deputy, next_coordinator, next_deputy from"
         " guard.rehearse_journeys(array[:amir])", "petra/amir/petra/gunilla", *THEIRS, "petra: guard.coordinate(:j, :petra, :amir)"),
    told("nothing, if it is another's", "gunilla: select coordinator from guard.rehearse_journeys(array[:maja])", "", *THEIRS),
    told("nor of a child who is protected", "gunilla: select coordinator from guard.rehearse_journeys(array[:petra])", "", *THEIRS,
         SHIELDED),
    told("of each journey itself", "gunilla: select coordinator, next_coordinator from guard.rehearse_journeys(array[:petra])",
         "petra/amir, petra/gunilla", *THEIRS, WITH_OTHER, "petra: guard.coordinate(:j, :petra, :amir)"),
    told("only of those one takes part in", "karin: select coordinator from guard.rehearse_journeys(array[:maria])", "",
         "db: insert into people_subject (id, kind) values (gen_random_uuid(), 'journey') returning id as j",
         "db: insert into journey_journey (subject_id, begun_by_id, begun_at) values (:j, :maria, guard.now())",
         "db: insert into journey_coordination (id, journey_id, coordinator_id, given_by_id, from_at) values (gen_random_uuid(), :j,"
         " :maria, :maria, guard.now())"),
    # -- it is as it would be ------------------------------------------------------------------------------------------
    done("and so it is, when it happens", ended(), GONE, "adam/gunilla, noor/gunilla"),
    done("with a deputy too", ended(), GONE, "adam/cecilia, noor/cecilia", named()),
]  # fmt: skip
