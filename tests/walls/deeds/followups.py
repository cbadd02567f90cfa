"""Who is asked how it is, within the budget, and what a one-time link to questions can do."""

from .given import JOINED, PROTECTED, assigned, put
from .plans import PLAN, promise, wording
from .stage import done, refused, told

ROUND = (
    "db: insert into followup_round (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,"
    " by_itself, time, due_on{more}) values (gen_random_uuid(), {of}, 67, :petra, guard.now(), 'yes', '', false, false, '{time}', '2025-11-20'{values}) returning id as {called}"
)


def round_of(of: str = ":adam", called: str = "round", more: str = "", values: str = "", time: str = "T0") -> str:
    return ROUND.format(of=of, called=called, more=more, values=values, time=time)


def asks(who: str = "petra", voice: str = "child", wall: int | str = 79, person: str = "null", how: str = "phone", seconds: int = 90,
         key: str = "gen_random_uuid()", of: str = ":adam", round: str = ":round", called: str = "ask", helps: str = "") -> str:  # fmt: skip
    said = (
        f"jsonb_build_object('voice', '{voice}', 'person', {person}, 'name', 'n', 'how', '{how}', 'package', 'SAM-3S', 'version', '1',"
        f" 'young', false, 'seconds', {seconds}, 'helps', jsonb_build_array({helps}))"
    )
    return f"{who}: select guard.ask_person({key}, {round}, {of}, {wall}, {said}) as {called}"


def reply(of: str = "ask", withdrawn: str = "null, null") -> str:
    return (
        f"db: insert into followup_reply (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,"
        f" ask_id, time, voice, person_name, package, version, young, state, how, heard_on, withdrawn_at, withdrawn_by_id)"
        f" values (gen_random_uuid(), :adam, 79, :petra, guard.now(), 'yes', '', false, :{of}, 'T0', 'child', 'n', 'SAM-3S', '1', false,"
        f" 'skipped', 'phone', '2025-11-20', {withdrawn})"
    )


HERE = (round_of(),)
AGO = "db: update followup_ask set written_at = guard.now() - interval '{}', until_on = (guard.now() - interval '{}')::date + 14"
ASKED = "db: select voice, wall, how, seconds, written_by_id, until_on - (guard.now() at time zone 'Europe/Stockholm')::date from followup_ask"
COUNT = "db: select count(*) from followup_ask"
NOT_YOURS = "You may not write about this kind of information for the child."
OTHER = "This follow-up is done, or is about another child."
NOT_SO = "That cannot be asked so."
OPEN = "A question to this person is still open. Wait for the answer, or note that it was skipped."
SOON = "This person was asked less than a fortnight ago. Ask at a meeting, or wait."
JOURNEY = "petra: guard.begin_journey(:adam) as j"
BACK = "db: update followup_ask set withdrawn_at = guard.now(), withdrawn_by_id = :petra"
GUARDIAN = {"voice": "home", "wall": 78, "person": ":hodan::text"}

LINK = "petra: guard.make_ask_link(:ask, 'aa') as link"
LINKED = (*HERE, asks(), LINK)
SHOWN = "select package, time, voice, called from guard.ask_shown('aa')"
ANSWER = "guard.answer_ask('aa', 'answered', '{\"B1\": 3}')"
SKIP = "guard.answer_ask('aa', 'skipped', '{}')"
REPLIES = "db: select state, how, written_by_id, voice, for_guardians from followup_reply"
NO_LINK = "You cannot make a link for these questions."
LINE = "db: update followup_asklink set {}"
SEEN = "Adam"
SOCIAL = "(select a.wall from guard.my_access_to(:theirs) a where a.wall % 64 = 13)"
TWO = (*HERE, asks(), LINK, asks(**GUARDIAN, called="other"), "petra: guard.make_ask_link(:other, 'bb')")
LATER = (round_of(called="later", time="T1"), *HERE, asks(), LINK)
PLANNED = ("petra: guard.begin_journey(:adam) as j", PLAN, promise("p"), wording("eats", of="p"), promise("q"), wording("sleeps", of="q"))
HELPS = (*PLANNED, *HERE, asks(helps=":p::text"), LINK)

DEEDS = [
    # -- asking ------------------------------------------------------------------------------------------------------
    done("who works with the child asks the child", asks(), ASKED, "child/79/phone/90/petra/14", *HERE),
    done("and a guardian", asks(**GUARDIAN), ASKED, "home/78/phone/90/petra/14", *HERE),
    done("and a colleague", asks(voice="school", wall=69, person=":jonas::text"), ASKED, "school/69/phone/90/petra/14", *HERE),
    refused("a stranger does not", asks("maja"), NOT_YOURS, *HERE),
    refused("nobody does not", asks("nobody"), NOT_YOURS, *HERE),
    refused("nor one who may only write a concern", asks("david"), NOT_YOURS, *HERE),
    refused("not about a protected child that one may not read", asks("cecilia", of=":noor"), NOT_YOURS,
            round_of(":noor"), assigned("noor", "cecilia"), *PROTECTED),
    refused("not in a round of another child", asks(), OTHER, round_of(":noor")),
    refused("nor in one that is done", asks(), OTHER, round_of(more=", done_at, done_by_id", values=", guard.now(), :petra")),
    refused("nor in one taken back", asks(), OTHER, round_of(more=", withdrawn_at, withdrawn_by_id", values=", guard.now(), :petra")),
    done("in a round of the child's journey", asks(), COUNT, "1", JOURNEY, round_of(":j")),
    refused("not of one that the child has left", asks(), OTHER, JOURNEY, round_of(":j"),
            "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra where child_id = :adam"),
    refused("nor of another's", asks(), OTHER, "petra: guard.begin_journey(:noor) as j", round_of(":j")),
    refused("a child's words are no learning", asks(wall=69), NOT_SO, *HERE),
    refused("a guardian's are no words of the child", asks(**GUARDIAN | {"wall": 79}), NOT_SO, *HERE),
    refused("nor are a colleague's", asks(voice="school", person=":jonas::text"), NOT_SO, *HERE),
    refused("nobody else is asked", asks(voice="friend"), NOT_SO, *HERE),
    refused("a child has no other key", asks(person=":hodan::text"), NOT_SO, *HERE),
    refused("a guardian is somebody", asks(voice="home", wall=78), NOT_SO, *HERE),
    refused("not more than three minutes", asks(seconds=181), NOT_SO, *HERE),
    done("three minutes are enough", asks(seconds=180), COUNT, "1", *HERE),
    refused("nor nothing at all", asks(seconds=0), NOT_SO, *HERE),
    done("a second is something", asks(seconds=1), COUNT, "1", *HERE),
    refused("one question is open at a time", asks(how="table"), OPEN, *HERE, asks()),
    refused("on its last day too", asks(how="table"), OPEN, *HERE, asks(), AGO.format("14 days", "14 days")),
    done("not the day after", asks(how="table"), COUNT, "2", *HERE, asks(), AGO.format("15 days", "15 days")),
    done("nor when it is answered", asks(how="table"), COUNT, "2", *HERE, asks(), reply()),
    refused("an answer taken back is none", asks(how="table"), OPEN, *HERE, asks(), reply(withdrawn="guard.now(), :petra")),
    done("nor when it was taken back", asks(how="phone"), COUNT, "2", *HERE, asks(), BACK),
    done("another person may be asked", asks(**GUARDIAN), COUNT, "2", *HERE, asks()),
    done("a guardian and then the other", asks(**GUARDIAN | {"person": ":ali::text"}), COUNT, "2", *HERE, asks(**GUARDIAN)),
    refused("a guardian twice is not", asks(**GUARDIAN | {"how": "table"}), OPEN, *HERE, asks(**GUARDIAN)),
    done("and another child", asks(of=":noor", round=":other"), COUNT, "2", *HERE, round_of(":noor", "other"), asks()),
    refused("not twice within a fortnight", asks(), SOON, *HERE, asks(), reply()),
    refused("nor on its last day", asks(), SOON, *HERE, asks(), reply(), AGO.format("13 days", "13 days")),
    done("after a fortnight", asks(), COUNT, "2", *HERE, asks(), reply(), AGO.format("14 days", "14 days")),
    done("at a meeting sooner", asks(how="table"), COUNT, "2", *HERE, asks(), reply()),
    done("and what was asked at one is not counted", asks(), COUNT, "2", *HERE, asks(how="table"), reply()),
    done("sent twice it is one", asks(key=":vera_pupil"), COUNT, "1", *HERE, asks(key=":vera_pupil")),
    refused("nor one who may write of something else alone", asks("david"), NOT_YOURS, *HERE, put("adam", "david", "{67}", reach="writer")),
    refused("nor one who only reads there", asks("eva"), NOT_YOURS, *HERE, put("adam", "eva", "{79}")),
    refused("not in one that is done, while another goes on", asks(round=":ended"), OTHER, *HERE,
            round_of(called="ended", more=", done_at, done_by_id", values=", guard.now(), :petra")),
    refused("nor in another journey, while the child has one", asks(), OTHER, JOURNEY, "petra: guard.begin_journey(:noor) as k", round_of(":k")),
    done("all is social where that is what one writes", asks("tomas", of=":theirs", wall=SOCIAL), COUNT, "1", *JOINED, round_of(":theirs")),
    refused("but nobody else's", asks("tomas", of=":theirs", wall=SOCIAL, voice="friend", person=":hodan::text"), NOT_SO, *JOINED, round_of(":theirs")),
    refused("the answer of another closes nothing", asks(**GUARDIAN | {"how": "table"}), OPEN, *HERE, asks(), reply(), asks(**GUARDIAN)),
    # -- the link ----------------------------------------------------------------------------------------------------
    done("who asked makes a link", LINK,
         "db: select ask_id, digest, made_by_id, until_at - made_at = interval '14 days', used_at is null from followup_asklink",
         "ask/aa/petra/yes/yes", *HERE, asks()),
    refused("a stranger makes none", "maja: guard.make_ask_link(:ask, 'aa')", NO_LINK, *HERE, asks()),
    refused("nobody makes none", "nobody: guard.make_ask_link(:ask, 'aa')", NO_LINK, *HERE, asks()),
    refused("not for what was taken back", LINK, NO_LINK, *HERE, asks(), BACK),
    refused("nor for what is answered", LINK, NO_LINK, *HERE, asks(), reply()),
    done("an answer taken back is none here either", LINK, "db: select digest from followup_asklink", "aa", *HERE, asks(),
         reply(withdrawn="guard.now(), :petra")),
    refused("nor for a protected child by one who may not read", "cecilia: guard.make_ask_link(:ask, 'aa')", NO_LINK,
            round_of(":noor"), assigned("noor", "cecilia"), asks("cecilia", of=":noor"), *PROTECTED),
    told("it shows the questions to whoever has it", f"nobody: {SHOWN}", f"SAM-3S/T0/child/{SEEN}", *LINKED),
    told("a guardian's names no child", f"nobody: {SHOWN}", "SAM-3S/T0/home/", *HERE, asks(**GUARDIAN), LINK),
    told("another secret shows nothing", "nobody: select count(*) from guard.ask_shown('ab')", "0", *LINKED),
    told("nor does the link when it has run out", f"nobody: {SHOWN}", "", *LINKED, LINE.format("until_at = guard.now()")),
    told("nor when it has been used", f"nobody: {SHOWN}", "", *LINKED, LINE.format("used_at = guard.now()")),
    told("nor when the question was taken back", f"nobody: {SHOWN}", "", *LINKED, BACK),
    told("nor when it has been answered otherwise", f"nobody: {SHOWN}", "", *LINKED, reply()),
    told("nor when the child has been protected", f"nobody: {SHOWN}", "", *LINKED, "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("a new link ends the old", f"nobody: {SHOWN}", "", *LINKED, "petra: guard.make_ask_link(:ask, 'bb')"),
    done("and leaves as they were those that had run out", "petra: guard.make_ask_link(:ask, 'bb')",
         "db: select until_at < guard.now() - interval '1 hour' from followup_asklink where digest = 'aa'", "yes", *LINKED,
         LINE.format("until_at = guard.now() - interval '2 hours'")),
    done("an answer is kept as the person's own", f"nobody: {ANSWER}", REPLIES, "answered/link/petra/child/child_decides", *LINKED),
    done("with what was answered", f"nobody: {ANSWER}", "db: select answers ->> 'B1', subject_id, wall from followup_replybody", "3/adam/79", *LINKED),
    done("a guardian's is no other guardian's", f"nobody: {ANSWER}", REPLIES, "answered/link/petra/home/no", *HERE, asks(**GUARDIAN), LINK),
    done("a colleague's is read", f"nobody: {ANSWER}", REPLIES, "answered/link/petra/school/yes", *HERE,
         asks(voice="school", wall=69, person=":jonas::text"), LINK),
    done("a skip is kept without answers", f"nobody: {SKIP}", "db: select (select state from followup_reply), count(*) from followup_replybody",
         "skipped/0", *LINKED),
    done("once", f"nobody: {SKIP}", REPLIES, "answered/link/petra/child/child_decides", *LINKED, f"nobody: {ANSWER}"),
    told("and it says so", f"nobody: select {SKIP}", "no", *LINKED, f"nobody: {ANSWER}"),
    told("as it says that an answer was kept", f"nobody: select {ANSWER}", "yes", *LINKED),
    told("an odd word is no answer", "nobody: select guard.answer_ask('aa', 'odd', '{}')", "no", *LINKED),
    told("nor is a list", "nobody: select guard.answer_ask('aa', 'answered', '[]')", "no", *LINKED),
    told("nor a book", "nobody: select guard.answer_ask('aa', 'answered', jsonb_build_object('B1', repeat('x', 4000)))", "no", *LINKED),
    refused("nor for what is none", "petra: guard.make_ask_link(:adam, 'aa')", NO_LINK, *HERE, asks()),
    refused("one who may write of something else alone makes none", "david: guard.make_ask_link(:ask, 'aa')", NO_LINK, *HERE, asks(),
            put("adam", "david", "{67}", reach="writer")),
    refused("nor one who only reads there makes one", "eva: guard.make_ask_link(:ask, 'aa')", NO_LINK, *HERE, asks(), put("adam", "eva", "{79}")),
    done("another's answer hinders no link", "petra: guard.make_ask_link(:other, 'bb')", "db: select digest from followup_asklink", "bb",
         *HERE, asks(), reply(), asks(**GUARDIAN, called="other")),
    told("nor what it shows", "nobody: select count(*) from guard.ask_shown('bb')", "1", *TWO, reply()),
    told("it shows again what was taken back as answered", f"nobody: {SHOWN}", f"SAM-3S/T0/child/{SEEN}", *LINKED,
         reply(withdrawn="guard.now(), :petra")),
    told("it says which time", f"nobody: {SHOWN}", f"SAM-3S/T0/child/{SEEN}", *LATER),
    done("and keeps it", f"nobody: {ANSWER}", "db: select time from followup_reply", "T0", *LATER),
    done("of the questions that were shown", "nobody: guard.answer_ask('bb', 'skipped', '{}')", REPLIES, "skipped/link/petra/home/no", *TWO),
    told("with the promise that it asks about", "nobody: select p.key = :p::text, p.value ->> 'does' from guard.ask_shown('aa') s,"
         " jsonb_each(s.promises) p", "yes/eats", *HELPS),
    told("in its latest words", "nobody: select p.value ->> 'does' from guard.ask_shown('aa') s, jsonb_each(s.promises) p", "drinks", *HELPS,
         wording("drinks", 2, of="p")),
    done("the other's link lives on", f"nobody: {ANSWER}", "db: select digest from followup_asklink where used_at is null", "bb", *LINKED,
         asks(**GUARDIAN, called="other"), "petra: guard.make_ask_link(:other, 'bb')"),
    refused("the questions behind a link are nobody's to ask for", "petra: guard.ask_of_link('aa')",
            "permission denied for function ask_of_link", *LINKED),
]  # fmt: skip
