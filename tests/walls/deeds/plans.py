"""Who is named as one of those at the plan, whether it rests on a yes to a SIP, and what a one-time link can do."""

from .given import INVITED, JOINED, PROTECTED, answer, assigned, consent, put
from .holders import ended
from .stage import done, refused, told

BEGUN = "petra: guard.begin_journey(:adam) as j"
PLAN = (
    "db: insert into plan_plan (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,"
    " kind, review_on) values (gen_random_uuid(), :j, 41, :petra, guard.now(), 'yes', '', false,"
    " 'joint', '2026-01-20') returning id as plan"
)


def promise(called: str = "promise", made_as: str = "guardian", maker: str = "null", **more: str) -> str:
    columns = {"withdrawn_at": "null", "withdrawn_by_id": "null"} | more
    return (
        f"db: insert into promises_promise (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
        f" for_child, plan_id, made_as, side, maker_id, who, level, nature, rhythm, starts_on, until_on, {', '.join(columns)})"
        f" values (gen_random_uuid(), :j, 41, :petra, guard.now(), 'yes', '', true, :plan, '{made_as}', 'home', {maker}, 'w',"
        f" 'individual', 'routine', 'daily', '2025-11-20', '2025-12-20', {', '.join(columns.values())}) returning id as {called}"
    )


def wording(said: str = "eats", number: int = 1, of: str = "promise") -> str:
    return (
        f"db: with w as (insert into plan_wording (id, subject_id, wall, written_by_id, written_at, for_guardians,"
        f" for_guardians_because, for_child, plan_id, line_id, number) values (gen_random_uuid(), :j, 41, :petra, guard.now(),"
        f" 'yes', '', false, :plan, :{of}, {number}) returning id) insert into plan_wordingbody (head_id, subject_id, wall, said)"
        f" select id, :j, 41, '{{\"does\": \"{said}\"}}'::jsonb from w"
    )


def word(of: str = "promise", said: str = "yes", at: str = "guard.now()", withdrawn: bool = False) -> str:
    back = "guard.now(), :petra" if withdrawn else "null, null"
    return (
        f"db: insert into promises_promiseword (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
        f" for_child, promise_id, word, how, heard_on, withdrawn_at, withdrawn_by_id) values (gen_random_uuid(), :j, 41, :petra, {at},"
        f" 'yes', '', true, :{of}, '{said}', 'spoken', '2025-11-20', {back})"
    )


MADE = (BEGUN, PLAN, promise(), wording())
OTHER = (promise("other"), wording("other line", of="other"))
LINK = "petra: guard.make_promise_link(:promise, 'aa') as link"
LINKED = (*MADE, LINK)
SHOWN = "select said ->> 'does', rhythm from guard.promise_asked('aa')"
YES, NO = "guard.answer_promise('aa', true)", "guard.answer_promise('aa', false)"
WORDS = "db: select word, how, written_by_id from promises_promiseword"
NOT_YOURS = "You cannot make a link for this promise."
PEOPLE = "select count(*), bool_and(capacity in (:petra, :gunilla, :bosse)) from guard.people_of_journey(:j)"
LINE = "db: update promises_promiselink set {}"
LATER = "guard.now() + interval '1 day'"
SIP = "select guard.sip_stands(:j)"
ASKED = (BEGUN, consent(kind="'sip'", walls="{65}"))
SAID = (answer(guardian="hodan", walls="{65}"), answer(guardian="ali", walls="{65}"))
THEIRS = "db: select journey_id as j from journey_party where child_id = :adam"

OWN = promise("own", "staff", ":jonas")
LEFT = (BEGUN, PLAN, OWN, ended("jonas"))
HERE = (BEGUN, PLAN, assigned("adam", "amir"))
TAKE, LET_GO = "{}: guard.take_promise(:own, true)", "{}: guard.take_promise(:own, false)"
TAKEN = "db: select id, holder_id, asked_id from promises_promise"
NOT_ASKED = "Only the one who is asked to take it over answers."

HERS = promise("own", "staff", ":tomas")
GOES = "db: update journey_party set ended_at = guard.now(), ended_by_id = :tomas where child_id = :theirs"
AWAY = (*JOINED, THEIRS, PLAN, HERS, GOES)
ASK = "{}: guard.ask_promise(:own, :{})"
NOT_LEFT = "Whoever coordinates asks somebody at the table to take over what a side has left."

DEEDS = [
    # -- who is at the plan ------------------------------------------------------------------------------------------
    told("those who work with the child, and who leads her unit", f"petra: {PEOPLE}", "3/yes", BEGUN),
    told("and a colleague who does", "petra: select count(*) from guard.people_of_journey(:j) p where p.capacity = :amir", "1",
         assigned("adam", "amir"), BEGUN),
    told("on each side of the shared space", "petra: select count(*) from guard.people_of_journey(:j) p where p.capacity = :tomas",
         "1", *JOINED, THEIRS),
    told("and told to each", "tomas: select count(*) from guard.people_of_journey(:j) p where p.capacity = :petra", "1", *JOINED, THEIRS),
    told("not one who is only invited", "petra: select count(*) from guard.people_of_journey(:j) p where p.capacity = :tomas", "0",
         *INVITED, THEIRS),
    told("nor one who may only write a concern", "petra: select count(*) from guard.people_of_journey(:j) p where p.capacity = :david",
         "0", BEGUN, put("adam", "david", "{67}", reach="writer")),
    told("nor those of another journey", "petra: select count(*) from guard.people_of_journey(:j) p where p.capacity = :amir", "0",
         assigned("noor", "amir"), "petra: guard.begin_journey(:noor) as other_journey", BEGUN),
    told("a stranger is told of nobody", "maja: select count(*) from guard.people_of_journey(:j)", "0", BEGUN),
    told("nor is nobody", "nobody: select count(*) from guard.people_of_journey(:j)", "0", BEGUN),
    told("a protected child's people are named to her readers", "amir: select count(*) > 0 from guard.people_of_journey(:j)", "yes",
         "petra: guard.begin_journey(:noor) as j", *PROTECTED),
    told("and to nobody else", "cecilia: select count(*) from guard.people_of_journey(:j)", "0",
         "petra: guard.begin_journey(:noor) as j", assigned("noor", "cecilia"), *PROTECTED),
    # -- a yes to a SIP ----------------------------------------------------------------------------------------------
    told("a SIP rests on a yes from both", f"petra: {SIP}", "yes", *ASKED, *SAID),
    told("not from one of two", f"petra: {SIP}", "no", *ASKED, SAID[0]),
    told("not on a yes to something else", f"petra: {SIP}", "no", BEGUN, consent(), answer(guardian="hodan"), answer(guardian="ali")),
    told("nor on a yes about another child", f"petra: {SIP}", "no", "petra: guard.begin_journey(:noor) as other_journey",
         BEGUN, consent(kind="'sip'", walls="{65}", child="noor"),
         answer(guardian="rana", walls="{65}", child="noor")),
    told("the other side is told of it too", f"tomas: {SIP}", "yes", *JOINED, THEIRS, *ASKED[1:], *SAID),
    told("a stranger is not", f"maja: {SIP}", "no", *ASKED, *SAID),
    told("a party that has left carries none", f"petra: {SIP}", "no", *JOINED, THEIRS,
         consent(kind="'sip'", walls="{65}", child="theirs"), answer(guardian="hodan", walls="{65}", child="theirs"),
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :tomas where child_id = :theirs"),
    # -- the link ----------------------------------------------------------------------------------------------------
    done("one who takes part makes a link for a guardian", f"{LINK}",
         "db: select promise_id, digest, made_by_id, until_at - made_at = interval '14 days', used_at is null from promises_promiselink",
         "promise/aa/petra/yes/yes", *MADE),
    refused("a stranger does not", "maja: guard.make_promise_link(:promise, 'aa')", NOT_YOURS, *MADE),
    refused("nobody does not", "nobody: guard.make_promise_link(:promise, 'aa')", NOT_YOURS, *MADE),
    refused("not for one who can sign in", "petra: guard.make_promise_link(:own, 'aa')", NOT_YOURS, *MADE,
            promise("own", "staff", ":petra")),
    refused("not for one taken back", LINK, NOT_YOURS, *MADE[:2],
            promise(withdrawn_at="guard.now()", withdrawn_by_id=":petra")),
    refused("not for a protected child by one who may not read", "cecilia: guard.make_promise_link(:promise, 'aa')", NOT_YOURS,
            "petra: guard.begin_journey(:noor) as j", assigned("noor", "cecilia"), PLAN, promise(), *PROTECTED),
    told("it shows the line to whoever has it", f"nobody: {SHOWN}", "eats/daily", *LINKED, *OTHER),
    told("in its latest words", f"nobody: {SHOWN}", "drinks/daily", *LINKED, wording("drinks", 2)),
    told("and not those of another line", f"nobody: {SHOWN}", "eats/daily", *LINKED, promise("other"), wording("other line", 2, "other")),
    done("the answer is to the line that was shown", "nobody: guard.answer_promise('bb', true)",
         "db: select promise_id from promises_promiseword", "other", *LINKED, *OTHER, "petra: guard.make_promise_link(:other, 'bb')"),
    told("another secret shows nothing", "nobody: select count(*) from guard.promise_asked('ab')", "0", *LINKED),
    told("nor does the link when it has run out", f"nobody: {SHOWN}", "", *LINKED, LINE.format("until_at = guard.now()")),
    told("it lives until then", f"nobody: {SHOWN}", "eats/daily", *LINKED, LINE.format(f"until_at = {LATER}")),
    told("nor when it has been used", f"nobody: {SHOWN}", "", *LINKED, LINE.format("used_at = guard.now()")),
    told("nor when the promise was taken back", f"nobody: {SHOWN}", "", *LINKED,
         "db: update promises_promise set withdrawn_at = guard.now(), withdrawn_by_id = :petra"),
    told("nor when something has been said of it", f"nobody: {SHOWN}", "", *LINKED, word()),
    told("what is said of another promise is of no matter", f"nobody: {SHOWN}", "eats/daily", *LINKED, *OTHER, word("other")),
    told("nor when the child has been protected", f"nobody: {SHOWN}", "", *LINKED,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("another child's protection is of no matter", f"nobody: {SHOWN}", "eats/daily",
         "petra: guard.begin_journey(:noor) as other_journey", *LINKED, *PROTECTED),
    told("a new link ends the old", f"nobody: {SHOWN}", "", *LINKED, "petra: guard.make_promise_link(:promise, 'bb')"),
    told("but not another promise's", f"nobody: {SHOWN}", "eats/daily", *LINKED, *OTHER, "petra: guard.make_promise_link(:other, 'bb')"),
    done("and leaves as they were those that had run out", "petra: guard.make_promise_link(:promise, 'bb')",
         "db: select until_at < guard.now() - interval '1 hour' from promises_promiselink where digest = 'aa'", "yes", *LINKED,
         LINE.format("until_at = guard.now() - interval '2 hours'")),
    done("a yes is kept as the maker's own", f"nobody: {YES}", WORDS, "yes/link/petra", *LINKED),
    done("and a no", f"nobody: {NO}", WORDS, "no/link/petra", *LINKED),
    done("once", f"nobody: {NO}", WORDS, "yes/link/petra", *LINKED, f"nobody: {YES}"),
    done("of the promise that was meant", f"nobody: {YES}",
         "db: select promise_id, subject_id, wall, for_child, heard_on = (guard.now() at time zone 'Europe/Stockholm')::date from promises_promiseword",
         "promise/j/41/yes/yes", *LINKED, *OTHER, "petra: guard.make_promise_link(:other, 'bb')"),
    done("and the link of the other still lives", f"nobody: {YES}", "db: select digest from promises_promiselink where used_at is null", "bb",
         *LINKED, *OTHER, "petra: guard.make_promise_link(:other, 'bb')"),
    done("nothing is kept for a secret that is none", "nobody: guard.answer_promise('ab', true)", WORDS, "", *LINKED),
    told("and it says so", "nobody: select guard.answer_promise('ab', true)", "no", *LINKED),
    told("as it says that an answer was kept", f"nobody: select {YES}", "yes", *LINKED),
    refused("the promise behind a link is nobody's to ask for", "petra: guard.promise_of_link('aa')",
            "permission denied for function promise_of_link", *LINKED),
    told("the pages read no link", "petra: select has_table_privilege('promises_promiselink', 'select')", "no", *LINKED),
    # -- what is left by its maker ------------------------------------------------------------------------------------
    done("who takes over from one who has ended says so", TAKE.format("gunilla"), TAKEN, "own/gunilla/-", *LEFT),
    done("in her own name", TAKE.format("gunilla"), WORDS, "take/self/gunilla", *LEFT),
    done("of that promise", TAKE.format("gunilla"),
         "db: select promise_id, subject_id, wall, for_child, heard_on = (guard.now() at time zone 'Europe/Stockholm')::date from promises_promiseword",
         "own/j/41/yes/yes", *LEFT),
    done("and of no other", TAKE.format("gunilla"), TAKEN, "other/-/-, own/gunilla/-", *LEFT, promise("other", "staff", ":jonas")),
    done("or lets it go", LET_GO.format("gunilla"), WORDS, "let_go/self/gunilla", *LEFT),
    done("and it stays with who it was", LET_GO.format("gunilla"), TAKEN, "own/-/-", *LEFT),
    done("one who is asked takes it over", TAKE.format("amir"), TAKEN, "own/amir/-", *HERE, promise("own", "staff", ":petra", asked_id=":amir")),
    done("or lets it go, and nobody is asked", LET_GO.format("amir"), TAKEN, "own/-/-", *HERE,
         promise("own", "staff", ":petra", asked_id=":amir")),
    done("from one who had taken it over and ended", TAKE.format("gunilla"), TAKEN, "own/gunilla/-", BEGUN, PLAN,
         promise("own", "staff", ":petra", holder_id=":jonas"), ended("jonas")),
    refused("not while its maker is there", TAKE.format("jonas"), NOT_ASKED, assigned("adam", "jonas"), BEGUN, PLAN, OWN),
    refused("whoever else has ended", TAKE.format("jonas"), NOT_ASKED, assigned("adam", "jonas"), BEGUN, PLAN, OWN, ended("cecilia")),
    refused("nor while one who took it over is", TAKE.format("gunilla"), NOT_ASKED, BEGUN, PLAN,
            promise("own", "staff", ":jonas", holder_id=":petra"), ended("jonas")),
    refused("not its maker while another is asked", TAKE.format("petra"), NOT_ASKED, *HERE, promise("own", "staff", ":petra", asked_id=":amir")),
    refused("not a colleague", TAKE.format("petra"), NOT_ASKED, *LEFT),
    refused("not a stranger", TAKE.format("maja"), NOT_ASKED, BEGUN, PLAN, promise("own", "staff", ":petra", asked_id=":maja")),
    refused("not nobody", TAKE.format("nobody"), NOT_ASKED, *LEFT),
    refused("nor what was taken back", TAKE.format("gunilla"), NOT_ASKED, BEGUN, PLAN,
            promise("own", "staff", ":jonas", withdrawn_at="guard.now()", withdrawn_by_id=":petra"), ended("jonas")),
    refused("nor what is none", "gunilla: guard.take_promise(:adam, true)", NOT_ASKED, *LEFT),
    # -- what is left by a side ---------------------------------------------------------------------------------------
    done("whoever coordinates takes over what a side has left", TAKE.format("petra"), TAKEN, "own/petra/-", *AWAY),
    done("or ends it", LET_GO.format("petra"), WORDS, "let_go/self/petra", *AWAY),
    done("or asks another", ASK.format("petra", "gunilla"), TAKEN, "own/-/gunilla", *AWAY),
    done("and leaves the others", ASK.format("petra", "gunilla"), TAKEN, "other/-/-, own/-/gunilla", *AWAY, promise("other", "staff", ":tomas")),
    refused("not while the side is there", TAKE.format("petra"), NOT_ASKED, *JOINED, THEIRS, PLAN, HERS),
    refused("nor asks another then", ASK.format("petra", "gunilla"), NOT_LEFT, *JOINED, THEIRS, PLAN, HERS),
    refused("not while another is asked", TAKE.format("petra"), NOT_ASKED, *AWAY, ASK.format("petra", "gunilla")),
    refused("not one who does not coordinate", TAKE.format("gunilla"), NOT_ASKED, *AWAY),
    refused("nor asks she", ASK.format("gunilla", "petra"), NOT_LEFT, *AWAY),
    refused("not what a guardian has promised", "petra: guard.take_promise(:promise, true)", NOT_ASKED, *AWAY, promise()),
    refused("nor is another asked for it", "petra: guard.ask_promise(:promise, :gunilla)", NOT_LEFT, *AWAY, promise()),
    refused("not one who is not there", ASK.format("petra", "maja"), NOT_LEFT, *AWAY),
    refused("nor one of the side that left", ASK.format("petra", "tomas"), NOT_LEFT, *AWAY),
    refused("nor for what was taken back", ASK.format("petra", "gunilla"), NOT_LEFT, *JOINED, THEIRS, PLAN,
            promise("own", "staff", ":tomas", withdrawn_at="guard.now()", withdrawn_by_id=":petra"), GOES),
    refused("nor for what is none", "petra: guard.ask_promise(:adam, :gunilla)", NOT_LEFT, *AWAY),
    refused("nor nobody", ASK.format("nobody", "gunilla"), NOT_LEFT, *AWAY),
]  # fmt: skip
