"""Letters: how a guardian is reached, what is taken back, what the worker claims and how its tries end."""

from .given import assigned
from .stage import Deed, done, refused, told

NOW = "guard.now()"
GONE, OURS = "The letter has gone. It can no longer be taken back.", "Only the one who sent it takes it back."


def reached(who: str = "hodan", email: str = "h@x.se", phone: str = "", safe: str = "", rule: str = "") -> str:
    return (
        f"db: update people_guardian set email = '{email}', phone = '{phone}', safe_phone = '{safe}', contact_rule = '{rule}' "
        f"where id = :{who}"
    )


def letter(name: str = "letter", child: str = "adam", to: str = "hodan", by: str = "petra") -> str:
    return (
        "db: insert into letters_letter (id, subject_id, wall, guardian_id, kind, sender_id, written_by_id, written_at, "
        f"for_guardians, for_guardians_because, for_child) select gen_random_uuid(), :{child}, 70, :{to}, 'other', :{by}, "
        f":{by}, {NOW}, 'no', '', false returning id as {name}"
    )


def message(name: str = "message", of: str = "letter", by: str = "petra", leaves: str = f"{NOW} - interval '1 second'",
            child: str = "adam", at: str = NOW) -> tuple[str, str]:  # fmt: skip
    return (
        "db: insert into letters_message (id, subject_id, wall, letter_id, template, leaves_at, written_by_id, written_at, "
        f"for_guardians, for_guardians_because, for_child) select gen_random_uuid(), :{child}, 70, :{of}, 'message', {leaves}, "
        f":{by}, {at}, 'no', '', false returning id as {name}",
        f"db: insert into letters_queued (message_id, next_at) values (:{name}, {leaves})",
    )


def attempt(name: str = "attempt", of: str = "message", outcome: str = "", handing: str = "null", ended: str = "null",
            number: int = 1, channel: str = "email", asked: str = "null") -> str:  # fmt: skip
    return (
        "db: insert into letters_attempt (id, message_id, number, channel, claimed_at, handing_at, ended_at, asked_at, outcome, "
        f"provider_id) select gen_random_uuid(), :{of}, {number}, '{channel}', {NOW}, {handing}, {ended}, {asked}, '{outcome}', "
        f"'theirs' returning id as {name}"
    )


def way(code: str, who: str = "hodan", ended: str = "null", withdrawn: str = "null") -> str:
    by = {"null": "null"}
    return (
        "db: insert into letters_way (id, subject_id, wall, guardian_id, way, from_at, until_at, ended_by_id, written_by_id, "
        "written_at, for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id) select gen_random_uuid(), "
        f":adam, 66, :{who}, '{code}', {NOW}, {ended}, {by.get(ended, ':petra')}, :petra, {NOW}, 'no', '', false, {withdrawn}, "
        f"{by.get(withdrawn, ':petra')} returning id as way"
    )


def stopped(who: str = "hodan", ended: str = "null", withdrawn: str = "null") -> str:
    by = {"null": "null"}
    return (
        "db: insert into consent_nocontact (id, subject_id, wall, guardian_id, written_by_id, written_at, for_guardians, "
        "for_guardians_because, for_child, ended_at, ended_by_id, withdrawn_at, withdrawn_by_id) select gen_random_uuid(), "
        f":adam, 81, :{who}, :amir, {NOW}, 'no', '', false, {ended}, {by.get(ended, ':amir')}, {withdrawn}, "
        f"{by.get(withdrawn, ':amir')} returning id as stop"
    )


# Another letter that was there before, to somebody else, by somebody else, about another child.
OTHER = (reached("anna", "a@x.se"), letter("other_letter", "elsa", "anna", "maja"))
OTHERS = (*OTHER, *message("other", "other_letter", "maja", f"{NOW} + interval '9 minutes'", "elsa"))
MINE = (reached(), letter(), *message())
BOTH = (*OTHERS, *MINE)
WAY = "db: select w.channel, w.address from guard.way_of(:hodan, '{{{}}}') w"
BY = WAY.format("sms,email")
MOBILE, LANDLINE = "070-174 06 01", "0522-69 00 00"

WAYS = [
    told("an address is a way", BY, "email/h@x.se", reached()),
    told("a mobile number comes first", BY, "sms/+46701740601", reached(phone=MOBILE)),
    told("not where there are no text messages", WAY.format("email"), "email/h@x.se", reached(phone=MOBILE)),
    told("a landline gets none", BY, "email/h@x.se", reached(phone=LANDLINE)),
    told("nor does a number of another land", BY, "no_address/-", reached(email="", phone="+4747123456")),
    told("a safe number is the only one", BY, "sms/+46701740609", reached(phone=MOBILE, safe="+46 (0)70-174 06 09")),
    told("and no address stands in for it", BY, "no_address/-", reached(phone=MOBILE, safe=LANDLINE)),
    told("nothing is no way", BY, "no_address/-", reached(email="")),
    told("a rule in words is read by a person", BY, "call/-", reached(rule="Bara kvällar")),
    told("until a way is chosen", BY, "email/h@x.se", reached(phone=MOBILE, rule="Bara kvällar"), way("email")),
    told("a chosen call is a call", BY, "call/-", reached(), way("call")),
    told("the other guardian's is none of hers", BY, "email/h@x.se", reached(), way("call", "ali")),
    told("one that has ended no longer counts", BY, "email/h@x.se", reached(), way("call", ended=NOW)),
    told("nor one that was taken back", BY, "email/h@x.se", reached(), way("call", withdrawn=NOW)),
    told("a chosen way without an address is none", BY, "no_address/-", reached(), way("sms")),
    told("nor is one that nothing carries", WAY.format("email"), "no_address/-", reached(phone=MOBILE), way("sms")),
    told("without custody there is no way", BY, "no_right/-", reached(),
         "db: update people_guardian set custody = 'none' where id = :hodan"),
    told("nor before one is a guardian", BY, "no_right/-", reached(),
         f"db: update people_guardian set from_at = {NOW} + interval '1 day' where id = :hodan"),
    told("nor afterwards", BY, "no_right/-", reached(),
         f"db: update people_guardian set until_at = {NOW} where id = :hodan"),
    told("of a protected child nothing leaves", BY, "protected/-", reached(), "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("a colleague who has the contact details is told the way", "petra: guard.way_to(:hodan, 'sms email')", "email", reached()),
    told("one who has not is told nothing", "jonas: guard.way_to(:hodan, 'sms email')", "-", reached(), assigned("adam", "jonas")),
    told("another child's teacher is told of hers", "maja: guard.way_to(:anna, 'sms email')", "email", reached("anna")),
    told("nor is a stranger", "ulf: guard.way_to(:hodan, 'sms email')", "-", reached()),
]  # fmt: skip

SOON = f"{NOW} + interval '20 seconds'"
UNDO = "guard.undo_message(:message)"
UNDONE = "db: select m.id, m.undone_by_id, q.next_at is null from letters_message m join letters_queued q on q.message_id = m.id"
HERS = (letter(), *message(leaves=SOON))
BACK = [
    done("what is held is taken back", f"petra: {UNDO}", UNDONE, "message/petra/yes, other/-/no", *OTHERS, *HERS),
    refused("by the one who sent it alone", f"gunilla: {UNDO}", OURS, *HERS),
    refused("who sends much and this not", "petra: guard.undo_message(:other)", OURS, *OTHERS, *HERS),
    refused("not when it is due", f"petra: {UNDO}", GONE, *OTHERS, *MINE),
    refused("not when somebody has begun to send it", f"petra: {UNDO}", GONE, *HERS, attempt()),
    done("another's try is no hindrance", f"petra: {UNDO}", UNDONE, "message/petra/yes, other/-/no", *OTHERS, *HERS, attempt(of="other")),
    done("twice is once", f"petra: {UNDO}", UNDONE, "message/petra/yes", letter(), *message(),
         f"db: update letters_message set undone_at = {NOW}, undone_by_id = :petra where id = :message"),
]  # fmt: skip

COUNT = "select outcome, handed, number from guard.unit_letters()"
UNIT = [
    told("who leads a unit sees what its letters come to", f"gunilla: {COUNT}", "-/-/1, sent/-/1", *BOTH,
         attempt(outcome="again", ended=NOW), attempt("later", outcome="sent", ended=NOW, number=2)),
    refused("others do not", f"petra: {COUNT}", "Only who leads a unit sees what its letters come to."),
    refused("nobody does not", f"nobody: {COUNT}", "Only who leads a unit sees what its letters come to."),
    told("of another unit nothing", f"olof: {COUNT}", "", *BOTH),
    told("what was taken back is not counted", f"gunilla: {COUNT}", "", letter(), *message(),
         f"db: update letters_message set undone_at = {NOW}, undone_by_id = :petra where id = :message"),
    told("nor what is old", f"gunilla: {COUNT}", "", letter(), *message(at=f"{NOW} - interval '91 days'")),
    told("nor a child one may not know of", f"gunilla: {COUNT}", "", letter(), *message(),
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("what is held back for good looks as if on its way", f"gunilla: {COUNT}", "-/-/1", letter(), *message(),
         attempt(outcome="stopped", ended=NOW)),
    told("what was handed over since", f"gunilla: {COUNT}", "-/read/1", *OTHER, letter(), *message(),
         *(f"db: insert into letters_handover (id, subject_id, wall, letter_id, how, written_by_id, written_at, for_guardians, "
           f"for_guardians_because, for_child) select gen_random_uuid(), :adam, 70, :{of}, '{how}', :petra, {at}, 'no', '', false"
           for of, how, at in (("letter", "printed", f"{NOW} - interval '1 day'"), ("letter", "read", NOW),
                               ("other_letter", "given", f"{NOW} + interval '1 hour'")))),
    told("not what was handed over before", f"gunilla: {COUNT}", "-/-/1", letter(), *message(),
         "db: insert into letters_handover (id, subject_id, wall, letter_id, how, written_by_id, written_at, for_guardians, "
         f"for_guardians_because, for_child) select gen_random_uuid(), :adam, 70, :letter, 'given', :petra, {NOW} - interval '1 day', "
         "'no', '', false"),
]  # fmt: skip

CLAIM = "db: select message, channel, address, organisation, is_municipality, number from guard.claim_message('{sms,email}')"
CLAIMED = "message/email/h@x.se/Lövsjö kommun/yes/0522-69 01 00"
TRIES = "db: select message_id, number, outcome, ended_at is not null from letters_attempt order by message_id, number"
LEFT = f"db: select message_id, next_at is null, next_at > {NOW} + interval '9 minutes 30 seconds' from letters_queued"
NOTICES = "db: select to_id, kind, record_id, subject_id from journey_notice where kind like 'letter%'"
LATER = "db: update guard.installation set clock_offset = clock_offset + interval '{}'"
CLAIMS = [
    told("what is due is claimed with its address", CLAIM, CLAIMED, *BOTH),
    done("its try is written before it is made", CLAIM, TRIES, "message/1//no, other/1/again/yes", *BOTH,
         attempt("gone", "other", "again", NOW, NOW)),
    done("and no other makes it meanwhile", CLAIM, LEFT, "message/no/yes, other/no/no", *BOTH),
    told("what is not due is not", CLAIM, "", *OTHERS),
    told("nor anything at night", CLAIM, "", *BOTH, LATER.format("11 hours")),
    told("nor before seven", CLAIM, "", *BOTH, LATER.format("-2 hours 1 minute"), "db: update letters_queued set next_at = '2025-01-01'"),
    told("a try that was handed over and has ended is another matter", CLAIM, CLAIMED, *BOTH, attempt("old", "message", "again", NOW, NOW)),
    told("one that never came to the provider is made anew", CLAIM, CLAIMED, *BOTH, attempt()),
    done("and said to have been in vain", CLAIM, TRIES, "message/1/again/yes, message/2//no", *MINE, attempt()),
    told("one that did may have been sent, and is not", CLAIM, "", *BOTH, attempt(handing=NOW)),
    done("a person finds out", CLAIM, NOTICES, "petra/letter_maybe/letter/adam", *BOTH, attempt(handing=NOW)),
    done("and it is not tried again", CLAIM, LEFT, "message/yes/-, other/no/no", *BOTH, attempt(handing=NOW)),
    done("another's open try is left alone", CLAIM, TRIES, "message/1//no, other/1//no", *BOTH, attempt("open", "other", handing=NOW)),
    done("a home that must not be reached gets nothing", CLAIM, TRIES, "message/1/stopped/yes", *MINE, stopped()),
    done("whoever decided so is told, and nobody else", CLAIM, NOTICES, "amir/letter_stopped/letter/adam", *BOTH, stopped()),
    told("a decision about another is none about her", CLAIM, CLAIMED, *BOTH, stopped("ali")),
    done("what cannot be sent is settled", CLAIM, LEFT, "message/yes/-, other/no/no", *BOTH, way("call")),
    done("with how it ended", CLAIM, TRIES, "message/1/call/yes", *MINE, way("call")),
    done("a call is for whoever wrote", CLAIM, NOTICES, "petra/letter_call/letter/adam", *BOTH, way("call")),
    done("to a home that must not be reached, the one who decided is told too", CLAIM, NOTICES,
         "amir/letter_stopped/letter/adam, petra/letter_call/letter/adam", *BOTH, way("call"), stopped(), stopped("ali")),
    done("not whoever decided about another", CLAIM, NOTICES, "petra/letter_call/letter/adam", *BOTH, way("call"), stopped("ali")),
    done("not of what has ended", CLAIM, NOTICES, "petra/letter_call/letter/adam", *BOTH, way("call"), stopped(ended=NOW)),
    done("nor of what was taken back", CLAIM, NOTICES, "petra/letter_call/letter/adam", *BOTH, way("call"), stopped(withdrawn=NOW)),
    done("paper is for who may know", CLAIM, NOTICES, "gunilla/letter_post/letter/adam", *BOTH, way("post")),
    done("protected identity is a talk", CLAIM, NOTICES, "petra/letter_call/letter/adam", *BOTH,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    done("no address is said", CLAIM, NOTICES, "petra/letter_no_address/letter/adam", *OTHERS, reached(email=""), letter(), *message()),
    done("no custody is a failure", CLAIM, NOTICES, "petra/letter_failed/letter/adam", *BOTH,
         "db: update people_guardian set custody = 'none' where id = :hodan"),
    done("what has waited more than two days is given up", CLAIM, TRIES, "message/1/gave_up/yes", reached(), letter(),
         *message(leaves=f"{NOW} - interval '49 hours'")),
    told("what was taken back is nothing to send", CLAIM, "", *HERS, f"petra: {UNDO}", LATER.format("1 minute")),
]  # fmt: skip

HAND = "db: guard.hand_message(:attempt)"
HANDS = [
    told("a try is handed over once", HAND, "yes", *MINE, attempt()),
    told("not twice", HAND, "no", *MINE, attempt(handing=NOW)),
    told("not when it has ended", HAND, "no", *MINE, attempt(outcome="again", ended=NOW)),
    done("and no other with it", HAND, "db: select id, handing_at is null from letters_attempt", "attempt/no, open/yes", *BOTH,
         attempt("open", "other"), attempt()),
]  # fmt: skip


def end(outcome: str) -> str:
    return f"db: guard.end_message(:attempt, '{outcome}', 'p')"


ENDED = "db: select id, outcome, ended_at is not null, provider_id from letters_attempt"
NEXT = f"db: select message_id, next_at is null, next_at - {NOW} > interval '50 seconds', next_at - {NOW} < interval '61 seconds' from letters_queued"
THEIRS = (*BOTH, attempt("open", "other", "sent"))
ENDS = [
    done("a try ends as it ended", end("sent"), ENDED, "attempt/sent/yes/p, open/sent/no/theirs", *THEIRS, attempt(handing=NOW)),
    done("and nothing is left to do", end("sent"), NEXT, "message/yes/-/-, other/no/yes/no", *THEIRS, attempt(handing=NOW)),
    done("of which nobody needs to know", end("sent"), NOTICES, "", *MINE, attempt(handing=NOW)),
    done("one that failed is tried later", end("again"), NEXT, "message/no/yes/yes, other/no/yes/no", *THEIRS, attempt()),
    done("for two days", end("again"), ENDED, "attempt/gave_up/yes/p", reached(), letter(),
         *message(leaves=f"{NOW} - interval '48 hours'"), attempt()),
    done("then it is a person's", end("again"), NOTICES, "petra/letter_failed/letter/adam", *OTHER, reached(), letter(),
         *message(leaves=f"{NOW} - interval '48 hours'"), attempt()),
    done("a no for good is at once", end("refused"), NOTICES, "petra/letter_failed/letter/adam", *BOTH, attempt()),
    done("what may have been sent is said once", end("maybe"), NOTICES, "", *MINE, attempt(outcome="maybe", handing=NOW, ended=NOW)),
    done("what was sent is not unsaid", end("again"), ENDED, "attempt/sent/yes/theirs", *MINE, attempt(outcome="sent", handing=NOW, ended=NOW)),
    done("what may have been sent can turn out not to", end("again"), ENDED, "attempt/again/yes/p", *MINE,
         attempt(outcome="maybe", handing=NOW, ended=NOW)),
    done("no other word is known", end("stopped"), ENDED, "attempt//no/theirs", *MINE, attempt()),
]  # fmt: skip

ASK = "db: select attempt, message, provider_id from guard.messages_to_ask()"
ASKED = {"outcome": "maybe", "ended": NOW, "channel": "sms"}
ASKS = [
    told("of what may have been sent the provider is asked", ASK, "attempt/message/theirs", *MINE, attempt(**ASKED)),
    told("and of what it took on", ASK, "attempt/message/theirs", *MINE, attempt(**{**ASKED, "outcome": "accepted"})),
    told("not of what is known", ASK, "", *MINE, attempt(**{**ASKED, "outcome": "sent"})),
    told("nor of mail", ASK, "", *MINE, attempt(**{**ASKED, "channel": "email"})),
    told("nor after two days", ASK, "", *MINE, attempt(**{**ASKED, "ended": f"{NOW} - interval '49 hours'"})),
    told("nor at once again", ASK, "", *MINE, attempt(**ASKED, asked=NOW)),
    told("but in a while", ASK, "attempt/message/theirs", *MINE, attempt(**ASKED, asked=f"{NOW} - interval '16 minutes'")),
]  # fmt: skip

DEEDS: list[Deed] = [*WAYS, *BACK, *UNIT, *CLAIMS, *HANDS, *ENDS, *ASKS]
