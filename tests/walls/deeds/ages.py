"""To the day: of age at 18 nobody has custody, at 15 one can be asked alone; the guard judges it in each statement."""

from .extracts import asks as receive
from .followups import GUARDIAN, HERE, LINKED, SHOWN, asks
from .given import answer, assigned, consent, ground, put, yes
from .letters import reached
from .looking import MOTHER, SEEN, opens
from .plans import LINKED as PROMISED
from .plans import SHOWN as SAID
from .stage import done, refused, told
from .transitions import UNSEEN, package

STANDS = "db: select wall from guard.standing_consents(array[:consent])"
OWN = answer(giver="'child'", guardian_id="null")


def born(day: str) -> str:
    """Adam's day of birth. The stage stands at 20 November 2025, 9 o'clock."""
    return f"db: update people_child set born_on = {day} where subject_id = :adam"


EVE, DAY = born("'2007-11-21'"), born("'2007-11-20'")  # 18 tomorrow, 18 today
TURNS = "db: select guard.turns_at(:adam, 18) = timestamptz '{} Europe/Stockholm'"
HAS = "db: select guard.has_turned(:adam, {})"

WARN = "worker: guard.warn_of_endings()"
WORD = "db: select to_id, kind, record_id, subject_id from journey_notice where kind like 'turns%'"
LAPSE = "worker: guard.tell_of_lapsed()"
LAPSED = "db: select to_id, record_id, subject_id from journey_notice where kind = 'consent_lapsed'"
ENDING = "db: select to_id, record_id from journey_notice where kind = 'consent_ends'"
FAR = consent(valid_until="guard.now() + interval '200 days'")
RESTS = ground(basis="consent", consents="array[:consent]", by="gunilla")
INVITES = "jonas: guard.invite_party(:adam, :reception, :ground, 'space', 'can you help') as party"
BOTH = "gunilla/consent/adam, petra/consent/adam"
SAME = "db: select guard.consent_ends_at(:consent) = guard.turns_at(:adam, 18)"

DEEDS = [
    # -- when --------------------------------------------------------------------------------------------------------------
    told("one turns at midnight", TURNS.format("2025-11-20 00:00"), "yes", DAY),
    told("born on a leap day one turns on the first of March", TURNS.format("2026-03-01 00:00"), "yes", born("'2008-02-29'")),
    told("or on the leap day when there is one", "db: select guard.turns_at(:adam, 20) = timestamptz '2028-02-29 00:00 Europe/Stockholm'", "yes",
         born("'2008-02-29'")),
    told("by the year alone when it is certain", TURNS.format("2034-01-01 00:00"), "yes"),
    told("not the day before", HAS.format(18), "no", EVE),
    told("on the day", HAS.format(18), "yes", DAY),
    told("of no child nothing is said", "db: select guard.has_turned(:petra, 18)", "no"),
    # -- a yes -------------------------------------------------------------------------------------------------------------
    told("the guardians' yes counts the day before", STANDS, "65, 67", consent(), *yes(), EVE),
    told("on the day it falls", STANDS, "", consent(), *yes(), DAY),
    told("one's own stands", STANDS, "65, 67", consent(), OWN, DAY),
    told("without theirs it did not, the day before", STANDS, "", consent(), OWN, EVE),
    told("a no of one's own is a no", STANDS, "", consent(), *yes(), answer(giver="'child'", guardian_id="null", yes="false"), DAY),
    told("nor does a yes to less cover more", STANDS, "65", consent(), answer(giver="'child'", guardian_id="null", walls="{65}"), DAY),
    # -- who is asked ------------------------------------------------------------------------------------------------------
    told("nobody has custody of one who is of age", "petra: select given_name, custody from guard.givers(:adam)", "Ali/none, Hodan/none", DAY),
    told("the day before both have", "petra: select given_name, custody from guard.givers(:adam)", "Ali/joint, Hodan/joint", EVE),
    told("nobody at home has to have seen what goes along", UNSEEN.format("petra"), "0", package(), DAY),
    told("the day before they have", UNSEEN.format("petra"), "2", package(), EVE),
    told("no letter goes to a guardian", "petra: guard.way_to(:hodan, 'sms email')", "no_right", reached(), DAY),
    told("the day before it does", "petra: guard.way_to(:hodan, 'sms email')", "email", reached(), EVE),
    refused("a guardian asks for no extract", receive(), "Only a guardian with custody asks for the child.", DAY),
    done("the day before she does", receive(), "db: select asker from extracts_request", "guardian", EVE),
    told("a guardian's link shows nothing", f"nobody: {SHOWN}", "", *HERE, asks(**GUARDIAN), LINKED[-1], DAY),
    told("the day before the link shows", "nobody: select voice from guard.ask_shown('aa')", "home", *HERE, asks(**GUARDIAN), LINKED[-1], EVE),
    told("one's own shows on", "nobody: select voice from guard.ask_shown('aa')", "child", *LINKED, DAY),
    told("nor what a guardian has promised", f"nobody: {SAID}", "", *PROMISED, "db: update promises_promise set guardian_id = :hodan", DAY),
    told("the day before it is asked", "nobody: select count(*) from guard.promise_asked('aa')", "1", *PROMISED,
         "db: update promises_promise set guardian_id = :hodan", EVE),
    told("that another child is of age is another's", "nobody: select count(*) from guard.promise_asked('aa')", "1", *PROMISED,
         "db: update promises_promise set guardian_id = :hodan", "db: update people_child set born_on = '2007-11-20' where subject_id = :noor"),
    # -- told on the day ---------------------------------------------------------------------------------------------------
    done("on the day whoever asked is told that the yes has fallen", LAPSE, LAPSED, "petra/consent/adam", consent(), *yes(), DAY),
    done("once", LAPSE, LAPSED, "petra/consent/adam", consent(), *yes(), DAY, LAPSE),
    done("and whoever has told on it", LAPSE, LAPSED, BOTH, consent(), *yes(), RESTS, DAY),
    done("not who told on other grounds", LAPSE, LAPSED, "petra/consent/adam", consent(), *yes(), RESTS.replace("gunilla", "petra"),
         ground(by="gunilla", called="another"), DAY),
    done("nor who asked and told about another", LAPSE, LAPSED, "petra/consent/adam", consent("first", by="jonas"), *yes("first"),
         RESTS.replace(":consent", ":first"), consent(), *yes(), DAY, "db: update consent_consent set ended_at = guard.now(), ended_by_id = :petra"
         " where id = :first"),
    done("nor what was closed before", LAPSE, LAPSED, "petra/consent/adam", consent(), *yes(), RESTS, DAY,
         "db: update access_ground set from_at = '2025-11-01', until_at = '2025-11-19' where id = :ground"),
    done("but what was to end in any case", LAPSE, LAPSED, BOTH, consent(), *yes(), RESTS, DAY,
         "db: update access_ground set from_at = '2025-11-01', until_at = guard.consent_ends_at(:consent) where id = :ground"),
    done("and whoever has invited on it", LAPSE, LAPSED, "gunilla/consent/adam, jonas/consent/adam, petra/consent/adam", consent(), *yes(), RESTS,
         assigned("adam", "jonas"), INVITES, DAY),
    done("not when that part has ended", LAPSE, LAPSED, BOTH, consent(), *yes(), RESTS, assigned("adam", "jonas"), INVITES,
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra where id = :party", DAY),
    done("nor who invited on other grounds", LAPSE, LAPSED, BOTH, consent(), *yes(), RESTS, assigned("adam", "jonas"), INVITES,
         "db: update journey_party set ground_id = null where id = :party", DAY),
    done("not the day before that", LAPSE, LAPSED, "", consent(), *yes(), EVE),
    done("nor where nobody had answered", LAPSE, LAPSED, "", consent(), DAY),
    done("nor where the answer was no", LAPSE, LAPSED, "", consent(), answer(guardian="hodan", yes="false"), DAY),
    done("nor of what was taken back", LAPSE, LAPSED, "", consent(), answer(guardian="hodan", taken_back_at="guard.now()", taken_back_by_id=":petra"), DAY),
    done("nor of what was said by mistake", LAPSE, LAPSED, "", consent(),
         answer(guardian="hodan", withdrawn_at="guard.now()", withdrawn_by_id=":petra"), DAY),
    done("nor where one's own word stands", LAPSE, LAPSED, "", consent(), *yes(), OWN, DAY),
    done("nor of one that another answered", LAPSE, LAPSED, "petra/first/adam", consent("first"), *yes("first"), consent(), DAY),
    done("nor a month later", LAPSE, LAPSED, "", consent(), *yes(), born("'2007-10-19'")),
    # -- in time -----------------------------------------------------------------------------------------------------------
    done("those who work with the child are told in time", WARN, WORD, "petra/turns_18/adam/adam", born("'2007-12-10'")),
    done("so of fifteen", WARN, WORD, "petra/turns_15/adam/adam", born("'2010-12-10'")),
    done("not long before", WARN, WORD, "", born("'2007-12-21'")),
    done("nor on the day", WARN, WORD, "", DAY),
    done("nor whoever no longer does", WARN, WORD, "", born("'2007-12-10'"),
         "db: update access_assignment set until_at = guard.now(), ended_by_id = :petra where capacity_id = :petra and subject_id = :adam"),
    done("who is to end later is told", WARN, WORD, "petra/turns_18/adam/adam", born("'2007-12-10'"),
         "db: update access_assignment set until_at = guard.now() + interval '90 days', ended_by_id = :petra where capacity_id = :petra"),
    done("not one who is yet to begin", WARN, WORD, "petra/turns_18/adam/adam", born("'2007-12-10'"),
         put("adam", "jonas", "{65}", from_at="guard.now() + interval '1 hour'")),
    done("a yes that falls with the birthday ends then", WARN, ENDING, "petra/consent", FAR, *yes(), born("'2007-12-10'")),
    done("not one of one's own", WARN, ENDING, "", FAR, *yes(), OWN, born("'2007-12-10'")),
    done("nor one that was given as of age", WARN, ENDING, "", FAR, OWN, DAY),
    done("a no of one's own keeps nothing", "db: select 1", SAME, "yes", FAR, *yes(),
         answer(giver="'child'", guardian_id="null", yes="false"), born("'2007-12-10'")),
    done("nor a yes taken back", "db: select 1", SAME, "yes", FAR, *yes(),
         answer(giver="'child'", guardian_id="null", taken_back_at="guard.now()", taken_back_by_id=":petra"), born("'2007-12-10'")),
    done("nor one that was noted wrong", "db: select 1", SAME, "yes", FAR, *yes(),
         answer(giver="'child'", guardian_id="null", withdrawn_at="guard.now()", withdrawn_by_id=":petra"), born("'2007-12-10'")),
    done("nor a guardian's", "db: select 1", SAME, "yes", FAR, *yes(), born("'2007-12-10'")),
    done("nor one's own to another question", "db: select 1", SAME, "yes", FAR, *yes(), consent("other"),
         answer("other", giver="'child'", guardian_id="null"), born("'2007-12-10'")),
    # -- alone -------------------------------------------------------------------------------------------------------------
    told("at fifteen one can be asked alone", "petra: guard.may_be_alone(:adam)", "yes", born("'2010-11-20'")),
    told("not the day before, alone", "petra: guard.may_be_alone(:adam)", "no", born("'2010-11-21'")),
    told("of another's child nothing is told", "maja: guard.may_be_alone(:adam)", "no", born("'2010-11-20'")),
    # -- who reads ---------------------------------------------------------------------------------------------------------
    done("a guardian opens nothing", opens("mother"), SEEN, "", *MOTHER, DAY),
    done("the day before she reads", opens("mother"), SEEN, "mother/adam/67/-/", *MOTHER, EVE),
]
