"""Opening a child in an emergency, who is told, and what the answer does."""

from .given import ROLES_OF_OTHER_TIMES, capacity, ground, put
from .holders import PAST, SOON, away, named, noted, over
from .stage import done, refused, told
from .watching import look

WHY = "Adam bleeds and nobody answers"
NO_CHILD = "Your role cannot open a child."
ONCE_MORE = "Show once more who you are: it was more than five minutes ago."
SENTENCE = "Say in a sentence why it cannot wait."
THREE = "Three emergency openings in a day are the most. Ring the head of the unit."
ALREADY = "You work with this child already."
NOT_HERS = "There is no emergency opening here for you to answer for."
ANSWERED = "It has been answered for already."
WRONG = "Say in a sentence what was wrong."
FRESH = "db: update people_session set strong_at = guard.now()"
STALE = "db: update people_session set strong_at = guard.now() - interval '6 minutes' where capacity_id = :amir"
ANOTHER = (
    "db: insert into people_session (key_hash, token_hash, number, account_id, person_id, capacity_id, kind, device, started_at,"
    " seen_at, strong_at, ended_at, expire_date, session_data) select 'x', encode(sha256(convert_to('another', 'UTF8')), 'hex'),"
    " gen_random_uuid(), account_id, person_id, capacity_id, 'staff', '', started_at, seen_at, guard.now(), guard.now(),"
    " expire_date, '' from people_session where capacity_id = :amir limit 1"
)
GROUND = "db: select subject_id, to_capacity_id, decided_by_id, walls = guard.walls_for(to_capacity_id), until_at <= guard.now() + interval '24 hours' from access_ground"
SUBJECT = "db: select subject_id from access_ground"
TOLD = "db: select to_id from journey_notice where kind = 'break_glass'"
NUMBERED = "petra: guard.set_child_number(:adam, '201403122383')"
NOORS = "petra: guard.set_child_number(:noor, '201509212389')"
TINDRA = "ulf: guard.open_child(:soderskolan, :tindra_pupil, '', '', '', null, null, '', '') as tindra"
THEIRS = "tomas: guard.open_child(:reception, null, 'Bo', 'Ek', 'ek', null, 2015, '', '201403122383') as own"
GONE = "db: update people_capacity set until_at = guard.now() where id in (:gunilla, :bosse)"
EMPTY = "db: update people_capacity set until_at = guard.now() where id in (:gunilla, :bosse, :olof, :rut, :ingrid_2)"
OFFICER = capacity("officer", "henrik", "reception", "secrecy_officer")
SECOND = capacity("second", "amir", "norrskolan", "deputy_head")
NOBODY = "Nobody here can be told of it, and then nothing is opened. Ring 112 if there is danger to life."
TO_ANSWER = "select opener, because, looks, needed, reviewer from guard.opening_to_answer(:opened)"
HIDDEN = "petra: guard.protect(:adam, null, 'marked', '{}')"
REVIEW = "db: select reviewed_by_id, needed from breakglass_review"


def token(who: str) -> str:
    return f"encode(sha256(convert_to('guard:' || :{who}::text, 'UTF8')), 'hex')"


def opens(who: str = "amir", child: str = "adam", number: str = "", because: str = f"'{WHY}'", by: str = "", called: str = "opened") -> str:
    roster = f":{child}_pupil" if child else "null"
    return f"{who}: guard.break_glass({by or token(who)}, {roster}, '{number}', {because}) as {called}"


def tries(who: str = "amir", kind: str = "break_glass", at: str = "guard.now()") -> str:
    return (
        "db: insert into access_securityevent (id, at, kind, errand, person_id, capacity_id) select gen_random_uuid(),"
        f" {at}, '{kind}', 'e', person_id, id from people_capacity, generate_series(1, 3) where id = :{who}"
    )


def answers(who: str = "gunilla", needed: str = "true", words: str = "''", which: str = "opened") -> str:
    return f"{who}: guard.review_break_glass(:{which}, {needed}, {words})"


NO = answers(needed="false", words="'Somebody was in the room beside'")
OPENED = (FRESH, opens())
BY_NUMBER = opens(child="", number="201403122383")

DEEDS = [
    done("who does not work with the child opens what her role may be given, for a day", opens(), GROUND, "adam/amir/amir/yes/yes", FRESH),
    told("and reads it", "amir: select count(*) > 10 from guard.my_disclosures()", "yes", *OPENED),
    told("and writes nothing", "amir: select count(*) from guard.my_access()", "0", *OPENED),
    done("it is an event", opens(), "db: select kind, capacity_id, record_id from access_securityevent", "break_glass/amir/adam", FRESH),
    done("whichever pupil it is", opens(child="noor"), SUBJECT, "noor", FRESH),
    done("by number too", BY_NUMBER, SUBJECT, "adam", FRESH, NUMBERED),
    done("whose number it is", opens(child="", number="201509212389"), SUBJECT, "noor", FRESH, NUMBERED, NOORS),
    done("the chosen pupil before a number", opens(child="noor", number="201403122383"), SUBJECT, "noor", FRESH, NUMBERED),
    done("the nurse opens the school's child", BY_NUMBER.replace("amir", "eva"), GROUND, "adam/eva/eva/yes/yes", FRESH, NUMBERED),
    told("a number that nobody has opens nothing", opens(child="", number="201501012387"), "-", FRESH, NUMBERED),
    told("nor another authority's", BY_NUMBER, "-", FRESH, THEIRS),
    told("nor a pupil of another unit", opens("ulf"), "-", FRESH, TINDRA),
    told("nor a protected one", opens(), "-", FRESH, "petra: guard.protect(:adam, null, 'marked', '{}')"),
    done("but the try is an event", opens(), "db: select kind, record_id from access_securityevent", "break_glass/-", FRESH,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    refused("nobody opens none", opens("nobody", by="''"), NO_CHILD),
    refused("nor a role without children", opens("ingrid"), NO_CHILD, FRESH),
    refused("after more than five minutes one shows again who one is", opens(), ONCE_MORE, FRESH, STALE),
    refused("and not by another's session", opens(by=token("petra")), ONCE_MORE, FRESH, STALE),
    refused("nor by one that has ended", opens(by="'another'"), ONCE_MORE, FRESH, STALE, ANOTHER),
    refused("nor by none", opens(by="'none'"), ONCE_MORE, FRESH),
    refused("one says why", opens(because="'he fell'"), SENTENCE, FRESH),
    refused("and not nothing", opens(because="null"), SENTENCE, FRESH),
    refused("three in a day are the most", opens(), THREE, FRESH, tries()),
    refused("in all one's capacities", opens(), THREE, FRESH, SECOND, tries("second")),
    done("not others'", opens(), SUBJECT, "adam", FRESH, tries("sofia")),
    done("nor the day before", opens(), SUBJECT, "adam", FRESH, tries(at="guard.now() - interval '25 hours'")),
    done("nor other things", opens(), SUBJECT, "adam", FRESH, tries(kind="refused")),
    refused("who works with the child opens it as always", opens("petra"), ALREADY, FRESH),
    done("who may only write opens it", opens(), SUBJECT, "adam", FRESH, put("adam", "amir", "{}", "writer")),
    # -- who is told -------------------------------------------------------------------------------------------------
    done("those who lead the unit are told", opens(), TOLD, "bosse, gunilla", FRESH, TINDRA),
    done("those of the opener's and the child's", BY_NUMBER.replace("amir", "ulf"), TOLD, "bosse, gunilla, olof", FRESH, NUMBERED),
    done("now", opens(), TOLD, "bosse, gunilla", FRESH, ROLES_OF_OTHER_TIMES),
    done("and until tomorrow", opens(), TOLD, "bosse, gunilla", FRESH, over("people_roleright", SOON)),
    done("not who is away", opens(), TOLD, "gunilla", FRESH, away("bosse")),
    done("nor who opened", opens("bosse"), TOLD, "gunilla", FRESH,
         "db: update people_roleright set whole_unit = '{}' where role = 'deputy_head'"),
    done("in none of her capacities", opens(), TOLD, "bosse, gunilla", FRESH, SECOND),
    done("where nobody leads, those who decide in the authority", opens(), TOLD, "ingrid_2, olof, rut", FRESH, GONE),
    done("where nobody decides, the administrator", opens(), TOLD, "ingrid", FRESH, EMPTY),
    done("and the secrecy officer", opens(), TOLD, "ingrid, officer", FRESH, EMPTY, OFFICER),
    done("not one who is away", opens(), TOLD, "officer", FRESH, EMPTY, OFFICER, noted("ingrid")),
    done("but one who was", opens(), TOLD, "ingrid, officer", FRESH, EMPTY, OFFICER, noted("ingrid", ends=PAST)),
    done("or will be", opens(), TOLD, "ingrid, officer", FRESH, EMPTY, OFFICER, noted("ingrid", starts=SOON)),
    done("or comes back later", opens(), TOLD, "officer", FRESH, EMPTY, OFFICER, noted("ingrid", ends=SOON)),
    done("nor who opened in another capacity", opens(), TOLD, "ingrid", FRESH, EMPTY,
         capacity("own", "amir", "reception", "secrecy_officer")),
    done("nor another organisation's", opens(), TOLD, "ingrid", FRESH, EMPTY, capacity("theirs", "sten", "granbyskolan", "sysadmin")),
    refused("without anyone to tell nothing opens", opens(), NOBODY, FRESH, EMPTY, noted("ingrid")),
    # -- what is read by the one who answers --------------------------------------------------------------------------
    told("who is told reads who opened and why", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/0/-/-", *OPENED),
    told("and no names of a child hidden since", f"gunilla: {TO_ANSWER}", "amir//0/-/-", *OPENED, HIDDEN),
    told("how often it was used", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/1/-/-", *OPENED, look("adam", "amir", ground_ids="array[:opened]")),
    told("as a list it is not", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/0/-/-", *OPENED,
         look("adam", "amir", ground_ids="array[:opened]", kind="'list'")),
    told("on this opening", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/0/-/-", *OPENED, look("adam", "amir")),
    told("by her", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/0/-/-", *OPENED, look("adam", "petra", ground_ids="array[:opened]")),
    told("of this child", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/0/-/-", *OPENED, look("elsa", "amir", ground_ids="array[:opened]")),
    told("and the answer", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/0/yes/bosse", *OPENED, answers("bosse")),
    told("of this one", f"gunilla: {TO_ANSWER}", f"amir/{WHY}/0/-/-", *OPENED, opens(child="elsa", called="other"), answers("bosse", which="other")),
    told("nobody else reads it", f"petra: {TO_ANSWER}", "", *OPENED),
    told("nor by another notice", f"gunilla: {TO_ANSWER}", "", *OPENED, "db: update journey_notice set kind = 'x' where to_id = :gunilla"),
    told("nor of another", f"gunilla: {TO_ANSWER}", "", *OPENED, "db: update journey_notice set record_id = :adam where to_id = :gunilla"),
    told("nor of another ground", "gunilla: select opener from guard.opening_to_answer(:ground)", "", *OPENED, ground(),
         "db: update journey_notice set record_id = :ground where to_id = :gunilla"),
    done("and she who may not read about the child ends it", NO, REVIEW, "gunilla/no", *OPENED, HIDDEN),
    # -- the answer --------------------------------------------------------------------------------------------------
    done("it was needed", answers(), REVIEW, "gunilla/yes", *OPENED),
    done("and goes on", answers(), "db: select until_at > guard.now() from access_ground", "yes", *OPENED),
    done("it was not", NO, REVIEW, "gunilla/no", *OPENED),
    done("and ends", NO, "db: select until_at <= guard.now(), ended_by_id from access_ground", "yes/gunilla", *OPENED),
    done("it alone", NO, "db: select to_unit_id from access_ground where until_at is null or until_at > guard.now()", "reception",
         *OPENED, ground()),
    done("what ended before ended then", NO, "db: select ended_by_id from access_ground", "petra", *OPENED, "petra: guard.end_ground(:opened)"),
    done("everyone told is done with it", answers(), "db: select to_id from journey_notice where done_at is null and kind = 'break_glass'",
         "", *OPENED),
    done("not with another", answers(), "db: select to_id, record_id from journey_notice where done_at is null and kind = 'break_glass'",
         "bosse/other, gunilla/other", *OPENED, opens(child="elsa", called="other")),
    done("nor with other things about it", answers(), "db: select kind from journey_notice where done_at is null", "x", *OPENED,
         "db: update journey_notice set kind = 'x' where to_id = :bosse"),
    done("who was done was done then", answers(), "db: select done_at < guard.now() - interval '1 hour' from journey_notice where to_id = :bosse",
         "yes", *OPENED, "db: update journey_notice set done_at = guard.now() - interval '2 hours' where to_id = :bosse"),
    done("each answer is about its child", answers(which="other"), "db: select subject_id from breakglass_review", "elsa", *OPENED,
         opens(child="elsa", called="other")),
    done("also after another", answers(which="other"), "db: select count(*) from breakglass_review", "2", *OPENED,
         opens(child="elsa", called="other"), answers()),
    done("who has taken over the duty answers", answers("cecilia"), REVIEW, "cecilia/yes", *OPENED, named("cecilia", "gunilla"), away("gunilla")),
    refused("but never who opened", answers("amir"), NOT_HERS, *OPENED, named("amir", "gunilla"), away("gunilla")),
    refused("nor a colleague", answers("petra"), NOT_HERS, *OPENED),
    refused("nor nobody", answers("nobody"), NOT_HERS, *OPENED),
    refused("nor who was told of another", answers(), NOT_HERS, *OPENED, "db: update journey_notice set record_id = :adam where to_id = :gunilla"),
    refused("nor of something else about it", answers(), NOT_HERS, *OPENED, "db: update journey_notice set kind = 'x' where to_id = :gunilla"),
    refused("nor what is none", answers(which="adam"), NOT_HERS, *OPENED),
    refused("nor twice", answers("bosse"), ANSWERED, *OPENED, answers()),
    refused("it is yes or no", answers(needed="null"), WRONG, *OPENED),
    refused("a no says what was wrong", answers(needed="false", words="'no'"), WRONG, *OPENED),
    refused("and not nothing at all", answers(needed="false", words="null"), WRONG, *OPENED),
]  # fmt: skip
