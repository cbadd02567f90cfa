"""A matter is closed with a net underneath: nothing hangs, somebody has said yes, those who hold nothing go; and the way back."""

from .given import JOINED, PROTECTED, answer, assigned, consent, put, yes
from .holders import away, ended
from .plans import BEGUN, PLAN, promise, word
from .stage import done, refused, told

SHOWN = "written_by_id, written_at, for_guardians, for_guardians_because, for_child"
WROTE = ":petra, guard.now(), 'yes', '', true"


def closing(called: str = "closing", at: str = "j", **more: str) -> str:
    """A closing that is prepared, with the decision it came of."""
    columns = {
        "reason": "'goals'", "asked": "'declined'", "contact_id": "null", "contact_yes": "null", "is_contact_declined": "true",
        "called_off_at": "null", "called_off_by_id": "null", "withdrawn_at": "null", "withdrawn_by_id": "null", "reopened_how": "''",
    } | more  # fmt: skip
    return (
        f"db: with d as (insert into closing_nextdecision (id, subject_id, wall, {SHOWN}, kind, \"on\") values (gen_random_uuid(), :{at}, 41,"
        f" {WROTE}, 'close', current_date) returning id) insert into closing_closing (id, subject_id, wall, {SHOWN}, decision_id,"
        f" {', '.join(columns)}) select gen_random_uuid(), :{at}, 41, {WROTE}, d.id, {', '.join(columns.values())} from d"
        f" returning id as {called}"
    )


def kept(of: str = "own", at: str = "closing", subject: str = "j", back: str = "null") -> str:
    by = "null" if back == "null" else ":petra"
    return (
        f"db: insert into closing_kept (id, subject_id, wall, {SHOWN}, closing_id, promise_id, withdrawn_at, withdrawn_by_id)"
        f" values (gen_random_uuid(), :{subject}, 41, {WROTE}, :{at}, :{of}, {back}, {by})"
    )


def call(code: str = "T3", due: str = "current_date", holder: str = "petra", child: str = "adam", **more: str) -> str:
    columns = {"done_at": "null", "done_by_id": "null", "withdrawn_at": "null", "withdrawn_by_id": "null"} | more
    return (
        f"db: insert into closing_latercall (id, subject_id, wall, {SHOWN}, consent_id, code, due_on, holder_id, outcome, {', '.join(columns)})"
        f" values (gen_random_uuid(), :{child}, 78, {WROTE}, :consent, '{code}', {due}, :{holder}, '', {', '.join(columns.values())})"
        f" returning id as {code.lower()}"
    )


def said(of: str = "adam", time: str = "T2", state: str = "answered", withdrawn: str = "null, null") -> str:
    """Somebody is asked how it is, and answers."""
    told = f"{SHOWN}, time, voice, person_name, package, version, young, how"
    return (
        f"db: with r as (insert into followup_round (id, subject_id, wall, {SHOWN}, by_itself, time, due_on) values (gen_random_uuid(), :{of}, 67,"
        f" {WROTE}, false, '{time}', current_date) returning id), a as (insert into followup_ask (id, subject_id, wall, {SHOWN}, round_id, voice, person_name, how,"
        f" package, version, young, seconds, helps, until_on) select gen_random_uuid(), :{of}, 79, {WROTE}, r.id, 'child', 'n', 'phone',"
        f" 'SAM-3S', '1', false, 90, '{{}}', current_date + 14 from r returning id) insert into followup_reply (id, subject_id, wall, {told}, ask_id,"
        f" state, heard_on, withdrawn_at, withdrawn_by_id) select gen_random_uuid(), :{of}, 79, {WROTE}, '{time}', 'child', 'n', 'SAM-3S', '1',"
        f" false, 'phone', a.id, '{state}', current_date, {withdrawn} from a"
    )


AMIR = assigned("adam", "amir")
READY = (AMIR, BEGUN, PLAN, closing())
CLOSE = "{}: guard.close_journey(:closing)"
STATE = "db: select closed_by_id, closed_at is not null, reopened_how from closing_closing where id = :closing"
MATTER = "db: select closed_at is not null, back_until_on is not null, stepping_at is not null from journey_journey where subject_id = :j"
PART, OVER = "You are not part of this.", "This closing is over."
HANGS, LACKS = "A promise has no holder yet. Choose what becomes of it.", "Something is missing before you can close."
WORKS, ANSWERS = "Ask somebody who works with the child in this journey.", "Only the one who was asked answers."
NO_WAY = "The way back without a new referral is not open."
OWN = promise("own", "staff", ":petra")
HELD = (*READY, OWN, word("own"))
ASKED = "db: select id, asked_id from promises_promise"
CONTACT = "db: select contact_id, contact_yes, is_contact_declined from closing_closing where id = :closing"
THERE = "db: select journey_id as j from journey_party where child_id = :adam"
TEAM = (*JOINED, THERE, PLAN)
PARTIES = "db: select unit_id, ended_at is not null from journey_party where ground_id is not null order by invited_at"
TOLD = "db: select subject_id, kind, wall, written_by_id from journey_event where kind = 'matter closed'"
CLOSED = (*READY, CLOSE.format("petra"))
AGAIN = "{}: guard.reopen_journey(:adam, 'guardian') as found"
LATE = "db: update journey_journey set back_until_on = current_date - 400 where subject_id = :j"
LATER = (consent(kind="'contact_later'", walls="{80}", to_unit_id="null"), answer(guardian="hodan", walls="{80}"), answer(guardian="ali", walls="{80}"))
DUE = "{}: select call from guard.later_calls(current_date + {})"
BACK = "db: update consent_consentanswer set taken_back_at = guard.now(), taken_back_by_id = :petra where guardian_id = :ali"
NOOR = "petra: guard.begin_journey(:noor) as other"
OTHERS = (NOOR, closing("others", "other"))
CLOSE_OTHERS = "petra: guard.close_journey(:others)"
SAME_TIME = "db: update journey_party set ended_at = (select closed_at from closing_closing where id = :others) where ground_id is not null"
STAYS = "select branch from guard.would_stay(:closing)"

UNSAID = (AMIR, BEGUN, closing(asked="''"))

DEEDS = [
    # -- less, step by step --------------------------------------------------------------------------------------------
    done("who takes part notes that less is done", "petra: guard.step_down(:j, true)", MATTER, "no/no/yes", BEGUN),
    done("and that it is not any more", "petra: guard.step_down(:j, false)", MATTER, "no/no/no", BEGUN, "petra: guard.step_down(:j, true)"),
    done("since when, once", "petra: guard.step_down(:j, true)", "db: select stepping_at < guard.now() - interval '1 hour' from journey_journey",
         "yes", BEGUN, "db: update journey_journey set stepping_at = guard.now() - interval '2 hours'"),
    done("of that matter", "petra: guard.step_down(:j, true)", "db: select stepping_at is not null from journey_journey where subject_id = :other",
         "no", BEGUN, NOOR),
    refused("a child is no matter", "petra: guard.step_down(:adam, true)", PART, BEGUN),
    refused("a stranger notes nothing", "maja: guard.step_down(:j, true)", PART, BEGUN),
    # -- a promise is given ----------------------------------------------------------------------------------------------
    done("another is asked to take over a promise", "petra: guard.give_promise(:own, :amir)", ASKED, "own/amir", *HELD),
    done("that one", "petra: guard.give_promise(:own, :amir)", "db: select asked_id from promises_promise where id = :more", "-", *HELD,
         promise("more", "staff", ":petra")),
    refused("not one who does not work with the child", "petra: guard.give_promise(:own, :maja)", WORKS, *HELD),
    refused("nor one who has ended", "petra: guard.give_promise(:own, :amir)", WORKS, *HELD, ended("amir")),
    refused("nor one who is away", "petra: guard.give_promise(:own, :amir)", WORKS, *HELD, away("amir")),
    refused("not by a stranger", "maja: guard.give_promise(:own, :amir)", PART, *HELD),
    refused("not a guardian's", "petra: guard.give_promise(:promise, :amir)", PART, *READY, promise()),
    refused("nor one taken back", "petra: guard.give_promise(:own, :amir)", PART, *READY,
            promise("own", "staff", ":petra", withdrawn_at="guard.now()", withdrawn_by_id=":petra")),
    # -- somebody afterwards ---------------------------------------------------------------------------------------------
    done("somebody is asked to be there", "petra: guard.ask_contact_afterwards(:closing, :amir)", CONTACT, "amir/-/no", *READY),
    done("who says yes", "amir: guard.answer_contact_afterwards(:closing, true)", CONTACT, "amir/yes/no", *READY,
         "petra: guard.ask_contact_afterwards(:closing, :amir)"),
    done("when is kept", "amir: guard.answer_contact_afterwards(:closing, true)",
         "db: select contact_said_at is not null from closing_closing", "yes", *READY, "petra: guard.ask_contact_afterwards(:closing, :amir)"),
    done("or no", "amir: guard.answer_contact_afterwards(:closing, false)", CONTACT, "amir/no/no", *READY,
         "petra: guard.ask_contact_afterwards(:closing, :amir)"),
    done("who is asked anew has said nothing", "petra: guard.ask_contact_afterwards(:closing, :gunilla)",
         "db: select contact_id, contact_yes, contact_said_at from closing_closing", "gunilla/-/-", *READY,
         "petra: guard.ask_contact_afterwards(:closing, :amir)", "amir: guard.answer_contact_afterwards(:closing, true)"),
    done("the family may want nobody", "petra: guard.ask_contact_afterwards(:closing, null)", CONTACT, "-/-/yes", *READY),
    done("of that closing alone", "petra: guard.ask_contact_afterwards(:closing, :amir)",
         "db: select contact_id from closing_closing where id = :others", "-", *READY, NOOR, closing("others", "other")),
    done("an answer too", "amir: guard.answer_contact_afterwards(:closing, false)",
         "db: select contact_yes from closing_closing where id = :others", "-", assigned("noor", "amir"), *READY, NOOR,
         closing("others", "other", contact_id=":amir", is_contact_declined="false"), "petra: guard.ask_contact_afterwards(:closing, :amir)"),
    refused("not a stranger", "petra: guard.ask_contact_afterwards(:closing, :maja)", WORKS, *READY),
    refused("nor somebody who has ended", "petra: guard.ask_contact_afterwards(:closing, :amir)", WORKS, *READY, ended("amir")),
    refused("nor somebody who is away", "petra: guard.ask_contact_afterwards(:closing, :amir)", WORKS, *READY, away("amir")),
    refused("a stranger asks nobody", "maja: guard.ask_contact_afterwards(:closing, :amir)", OVER, *READY),
    refused("nobody answers for another", "petra: guard.answer_contact_afterwards(:closing, true)", ANSWERS, *READY,
            "petra: guard.ask_contact_afterwards(:closing, :amir)"),
    refused("nor when the matter is closed", "amir: guard.answer_contact_afterwards(:closing, false)", OVER, *READY,
            "petra: guard.ask_contact_afterwards(:closing, :amir)", "amir: guard.answer_contact_afterwards(:closing, true)",
            CLOSE.format("petra")),
    # -- closing ---------------------------------------------------------------------------------------------------------
    done("it is closed when nothing hangs", CLOSE.format("petra"), STATE, "petra/yes/", *READY),
    done("the matter too, with a way back", CLOSE.format("petra"), MATTER, "yes/yes/no", *READY, "petra: guard.step_down(:j, true)"),
    done("for as long as is settled", CLOSE.format("petra"),
         "db: select back_until_on = (guard.now() at time zone 'Europe/Stockholm')::date + interval '6 months', back_until_on = (select"
         " c.back_until_on from closing_closing c where c.id = :closing) from journey_journey where subject_id = :j", "yes/yes", *READY),
    done("and no other matter", CLOSE.format("petra"), "db: select closed_at from journey_journey where subject_id = :other", "-", *READY, NOOR),
    done("nor another closing", CLOSE.format("petra"), "db: select closed_at from closing_closing where id = :others", "-", *READY, NOOR,
         closing("others", "other")),
    done("the story says so", CLOSE.format("petra"), TOLD, "j/matter closed/41/petra", *READY),
    refused("a stranger closes nothing", CLOSE.format("maja"), OVER, *READY),
    refused("not twice", CLOSE.format("petra"), OVER, *CLOSED),
    refused("not when it was called off", CLOSE.format("petra"), OVER, AMIR, BEGUN,
            closing(called_off_at="guard.now()", called_off_by_id=":petra")),
    refused("nor taken back", CLOSE.format("petra"), OVER, AMIR, BEGUN, closing(withdrawn_at="guard.now()", withdrawn_by_id=":petra")),
    refused("nor by one who may not know of a protected child", CLOSE.format("cecilia"), OVER, NOOR, closing(at="other"),
            assigned("noor", "cecilia"), *PROTECTED),
    refused("not without a reason", CLOSE.format("petra"), LACKS, AMIR, BEGUN, closing(reason="''")),
    refused("nor without saying whether all were asked", CLOSE.format("petra"), LACKS, AMIR, BEGUN, closing(asked="''")),
    done("when somebody has answered no reason is asked for", CLOSE.format("petra"), STATE, "petra/yes/", *UNSAID, said()),
    refused("an answer at another time is none", CLOSE.format("petra"), LACKS, *UNSAID, said(time="T1")),
    refused("nor is a skip", CLOSE.format("petra"), LACKS, *UNSAID, said(state="skipped")),
    refused("nor an answer taken back", CLOSE.format("petra"), LACKS, *UNSAID, said(withdrawn="guard.now(), :petra")),
    refused("nor an answer about another child", CLOSE.format("petra"), LACKS, *UNSAID, said(of="noor")),
    refused("nor an answer in another matter", CLOSE.format("petra"), LACKS, *OTHERS, *UNSAID, said(of="noor")),
    told("that somebody has is told to those who take part", "petra: select guard.answered_last(:closing)", "yes", *UNSAID, said()),
    told("that is told to no stranger", "maja: select guard.answered_last(:closing)", "no", *UNSAID, said()),
    done("of a family that ends nothing is asked", CLOSE.format("petra"), STATE, "petra/yes/", AMIR, BEGUN,
         closing(reason="'family'", asked="''")),
    refused("not while nobody has been asked to be there", CLOSE.format("petra"), LACKS, AMIR, BEGUN, closing(is_contact_declined="false")),
    refused("nor has answered", CLOSE.format("petra"), LACKS, AMIR, BEGUN, closing(is_contact_declined="false", contact_id=":amir")),
    refused("nor when the answer was no", CLOSE.format("petra"), LACKS, AMIR, BEGUN,
            closing(is_contact_declined="false", contact_id=":amir", contact_yes="false")),
    refused("nor when she has ended since", CLOSE.format("petra"), LACKS, AMIR, BEGUN,
            closing(is_contact_declined="false", contact_id=":amir", contact_yes="true"), ended("amir")),
    done("but when it was yes", CLOSE.format("petra"), STATE, "petra/yes/", AMIR, BEGUN,
         closing(is_contact_declined="false", contact_id=":amir", contact_yes="true")),
    done("that closing, whichever was begun first", CLOSE.format("amir"), STATE, "amir/yes/", NOOR, closing("others", "other", reason="''"), *READY),
    # -- no promise hangs ------------------------------------------------------------------------------------------------
    refused("not while nobody has chosen", CLOSE.format("petra"), HANGS, *HELD),
    done("but when it is kept", CLOSE.format("petra"), STATE, "petra/yes/", *HELD, kept()),
    done("or goes on and is kept", CLOSE.format("petra"), STATE, "petra/yes/", *READY, OWN, word("own", "going"), kept()),
    done("or was taken over and is kept", CLOSE.format("petra"), STATE, "petra/yes/", *READY, OWN, word("own", "take"), kept()),
    refused("kept, and nobody has said yes", CLOSE.format("petra"), HANGS, *READY, OWN, kept()),
    refused("kept, and to be swapped", CLOSE.format("petra"), HANGS, *READY, OWN, word("own", "swap"), kept()),
    done("one that is done hangs no more", CLOSE.format("petra"), STATE, "petra/yes/", *READY, OWN, word("own", "done")),
    done("nor one let go after its yes", CLOSE.format("petra"), STATE, "petra/yes/", *READY, OWN,
         word("own", at="guard.now() - interval '1 hour'"), word("own", "let_go")),
    refused("a word taken back does not count", CLOSE.format("petra"), HANGS, *READY, OWN, word("own", "done", withdrawn=True)),
    done("nor does a promise taken back", CLOSE.format("petra"), STATE, "petra/yes/", *READY,
         promise("own", "staff", ":petra", withdrawn_at="guard.now()", withdrawn_by_id=":petra")),
    refused("kept, and given to another who has not answered", CLOSE.format("petra"), HANGS, *HELD, kept(),
            "petra: guard.give_promise(:own, :amir)"),
    refused("kept, and its holder has ended", CLOSE.format("gunilla"), HANGS, *READY, promise("own", "staff", ":amir"), word("own"), kept(),
            ended("amir")),
    done("its holder's end to come is no matter", CLOSE.format("petra"), STATE, "petra/yes/", *READY, promise("own", "staff", ":amir"),
         word("own"), kept(), "db: update people_capacity set until_at = guard.now() + interval '1 day' where id = :amir"),
    refused("kept at another closing", CLOSE.format("petra"), HANGS, *HELD, NOOR, closing("others", "other"), kept(at="others")),
    refused("kept from another's space", CLOSE.format("petra"), HANGS, *HELD, NOOR, kept(subject="other")),
    refused("kept and taken back", CLOSE.format("petra"), HANGS, *HELD, kept(back="guard.now()")),
    refused("another one kept", CLOSE.format("petra"), HANGS, *HELD, promise("more", "staff", ":petra"), word("more", "done"), kept("more")),
    done("a guardian's kept promise has her as its holder", CLOSE.format("petra"), STATE, "petra/yes/", *READY, promise(), word(), kept("promise")),
    done("a promise in another matter is of no matter", CLOSE.format("petra"), STATE, "petra/yes/", AMIR, NOOR,
         *(step.replace(":j", ":other") for step in (PLAN, promise("theirs", "staff", ":petra"))), BEGUN, closing()),
    done("nor one that hangs at another closing", CLOSE.format("petra"), STATE, "petra/yes/", AMIR, NOOR,
         *(step.replace(":j", ":other") for step in (PLAN, promise("theirs", "staff", ":petra"))), closing("others", "other"), BEGUN, closing()),
    # -- those who were invited ------------------------------------------------------------------------------------------
    done("a side that holds nothing goes", CLOSE.format("petra"), PARTIES, "reception/yes", *TEAM, closing()),
    done("and its own story says so", CLOSE.format("petra"), f"{TOLD} and subject_id = :theirs", "theirs/matter closed/257/petra", *TEAM, closing()),
    done("who ended it is kept", CLOSE.format("petra"), "db: select ended_by_id from journey_party where ground_id is not null", "petra", *TEAM,
         closing()),
    done("the side that began stays", CLOSE.format("petra"), "db: select ended_at from journey_party where ground_id is null", "-", *TEAM, closing()),
    done("a side that holds what stays stays", CLOSE.format("petra"), PARTIES, "reception/no", *TEAM, closing(),
         promise("own", "staff", ":tomas"), word("own"), kept()),
    refused("but not when it has left", CLOSE.format("petra"), HANGS, *TEAM, closing(), promise("own", "staff", ":tomas"), word("own"), kept(),
            "db: update journey_party set ended_at = guard.now(), ended_by_id = :tomas where child_id = :theirs"),
    done("the side of the one who is there afterwards stays", CLOSE.format("petra"), PARTIES, "reception/no", *TEAM,
         closing(is_contact_declined="false", contact_id=":tomas", contact_yes="true")),
    told("who would stay is told to those who take part", "tomas: select branch from guard.would_stay(:closing)", "social", *TEAM, closing(),
         promise("own", "staff", ":tomas"), word("own"), kept()),
    told("the contact's side only after her yes", "petra: select count(*) from guard.would_stay(:closing)", "0", *TEAM,
         closing(is_contact_declined="false", contact_id=":tomas")),
    told("a stranger is told nothing", "maja: select count(*) from guard.would_stay(:closing)", "0", *TEAM, closing(),
         promise("own", "staff", ":tomas"), word("own"), kept()),
    told("nor one whose promise is not kept", f"petra: {STAYS}", "", *TEAM, closing(), promise("own", "staff", ":tomas"), word("own")),
    told("a guardian's promise keeps no side", "petra: select count(*) from guard.would_stay(:closing)", "0", *TEAM, closing(), promise(),
         word(), kept("promise")),
    told("the contact keeps her side alone", f"petra: {STAYS}", "social", *TEAM,
         closing(is_contact_declined="false", contact_id=":tomas", contact_yes="true")),
    told("and not at another closing", f"petra: {STAYS}", "", *TEAM, closing(), NOOR,
         closing("others", "other", is_contact_declined="false", contact_id=":petra", contact_yes="true")),
    done("no side of another matter goes", CLOSE_OTHERS, PARTIES, "reception/no", *TEAM, closing(), *OTHERS),
    told("who has gone reads no more", "tomas: select count(*) from guard.my_access_to(:j)", "0", *TEAM, closing(), CLOSE.format("petra")),
    # -- the way back ----------------------------------------------------------------------------------------------------
    done("it is opened again", AGAIN.format("petra"), MATTER, "no/no/no", *CLOSED),
    done("how and by whom is kept", AGAIN.format("petra"), "db: select reopened_by_id, reopened_how, reopened_at is not null from closing_closing",
         "petra/guardian/yes", *CLOSED),
    done("a colleague may", AGAIN.format("amir"), MATTER, "no/no/no", *CLOSED),
    done("the story says that too", AGAIN.format("petra"), "db: select subject_id, wall, written_by_id from journey_event where kind = 'matter opened again'",
         "j/41/petra", *CLOSED),
    refused("a stranger may not", AGAIN.format("maja"), "You do not work with this child.", *CLOSED),
    refused("not one that is open", AGAIN.format("petra"), NO_WAY, *READY),
    refused("not when the way back has closed", AGAIN.format("petra"), NO_WAY, *CLOSED, LATE),
    done("on its last day still", AGAIN.format("petra"), MATTER, "no/no/no", *CLOSED,
         "db: update journey_journey set back_until_on = (guard.now() at time zone 'Europe/Stockholm')::date"),
    refused("not another child's", AGAIN.format("petra"), NO_WAY, NOOR, closing("closing", "other"), CLOSE.format("petra")),
    refused("nor one whose side has gone", "tomas: guard.reopen_journey(:theirs, 'guardian')", NO_WAY, *TEAM, closing(), CLOSE.format("petra")),
    done("of two that are closed the one that was meant", AGAIN.format("petra"), STATE, "petra/yes/guardian", *OTHERS, CLOSE_OTHERS, *CLOSED),
    done("the other closing stays", AGAIN.format("petra"), "db: select reopened_at from closing_closing where id = :others", "-", *OTHERS,
         CLOSE_OTHERS, *CLOSED),
    done("and the other matter", AGAIN.format("petra"), "db: select closed_at is not null from journey_journey where subject_id = :other", "yes",
         *OTHERS, CLOSE_OTHERS, *CLOSED),
    done("not a closing that was called off", AGAIN.format("petra"), STATE, "petra/yes/guardian", AMIR, BEGUN, PLAN,
         closing("off", called_off_at="guard.now()", called_off_by_id=":petra"), closing(), CLOSE.format("petra")),
    done("nor one that was opened again before", AGAIN.format("petra"), "db: select reopened_how from closing_closing where id = :second",
         "guardian", *CLOSED, AGAIN.format("petra"), closing("second"), "petra: guard.close_journey(:second)"),
    done("nobody is asked from another matter", "petra: guard.reopen_journey(:noor, 'guardian')",
         "db: select count(*) from journey_party where ground_id is not null and ended_at is null", "0", *TEAM, closing(), CLOSE.format("petra"),
         *OTHERS, CLOSE_OTHERS, SAME_TIME),
    done("those who went are asked again", AGAIN.format("petra"), "db: select unit_id, invited_by_id, accepted_at, question from journey_party"
         " where ground_id is not null and ended_at is null", "reception/petra/-/can you help", *TEAM, closing(), CLOSE.format("petra")),
    done("not where the ground has ended", AGAIN.format("petra"), "db: select count(*) from journey_party where ground_id is not null", "1", *TEAM,
         closing(), CLOSE.format("petra"), "db: update access_ground set until_at = guard.now() where id = :ground"),
    done("nor those who had left before", AGAIN.format("petra"), "db: select count(*) from journey_party where ground_id is not null", "1", *TEAM,
         "db: update journey_party set ended_at = guard.now() - interval '1 hour', ended_by_id = :tomas where child_id = :theirs", closing(),
         CLOSE.format("petra")),
    done("what is begun together opens it", "petra: guard.begin_journey(:adam)", "db: select reopened_how from closing_closing", "work", *CLOSED),
    told("and is the same matter", "petra: select guard.begin_journey(:adam) = :j", "yes", *CLOSED),
    told("whatever else is open", "petra: select guard.begin_journey(:adam) = :j", "yes", *CLOSED, NOOR),
    told("later it is a new one", "petra: select guard.begin_journey(:adam) = :j", "no", *CLOSED, LATE),
    done("beside the old", "petra: guard.begin_journey(:adam)", "db: select before_id from journey_journey where closed_at is null", "j", *CLOSED,
         LATE),
    told("which the newest is when there are two", "petra: select guard.begin_journey(:adam) = :new", "yes", *CLOSED, LATE,
         "petra: guard.begin_journey(:adam) as new"),
    # -- calls afterwards ------------------------------------------------------------------------------------------------
    told("a yes to being called is told to those who work with the child", "petra: select count(*) from guard.later_consents(:adam)", "1", *LATER),
    told("not to a stranger", "maja: select count(*) from guard.later_consents(:adam)", "0", *LATER),
    told("nor to one who only writes of a worry", "david: select count(*) from guard.later_consents(:adam)", "0", *LATER,
         put("adam", "david", "{65}", reach="writer")),
    told("not a yes to something else", "petra: select count(*) from guard.later_consents(:adam)", "0", consent(), *yes()),
    told("nor about another child", "petra: select count(*) from guard.later_consents(:noor)", "0", *LATER),
    told("nor a yes taken back", "petra: select count(*) from guard.later_consents(:adam)", "0", *LATER, BACK),
    told("the call is its holder's", DUE.format("petra", 0), "t3", *LATER, call()),
    told("not another's", DUE.format("amir", 0), "", AMIR, *LATER, call()),
    told("until that day", DUE.format("petra", 5), "t3", *LATER, call(due="current_date + 5")),
    told("and not after it", DUE.format("petra", 4), "", *LATER, call(due="current_date + 5")),
    told("not while no yes stands", DUE.format("petra", 0), "", *LATER, call(), BACK),
    told("not when it is made", DUE.format("petra", 0), "", *LATER, call(done_at="guard.now()", done_by_id=":petra")),
    told("nor a call taken back", DUE.format("petra", 0), "", *LATER, call(withdrawn_at="guard.now()", withdrawn_by_id=":petra")),
    told("nor about a child one no longer works with", DUE.format("maja", 0), "", *LATER, call(holder="maja")),
    told("nor about one protected since", DUE.format("cecilia", 0), "", assigned("noor", "cecilia"), consent(kind="'contact_later'", walls="{80}", to_unit_id="null",
         child="noor"), answer(guardian="rana", walls="{80}", child="noor"), call(child="noor", holder="cecilia"), *PROTECTED),
    told("and each one's own", DUE.format("amir", 30), "t4", AMIR, *LATER, call(), call("T4", holder="amir")),
    told("when one is made, the other", DUE.format("petra", 30), "t4", *LATER, call(done_at="guard.now()", done_by_id=":petra"), call("T4")),
    told("each by itself", DUE.format("petra", 30), "t3, t4", *LATER, call(due="current_date + 9"), call("T4")),
]
