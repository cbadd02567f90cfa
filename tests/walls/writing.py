"""Who may add a row and change one, written a second time from the chapters' rules (see oracle.py; what is read, sentences.py).

A record about a child is added by whoever writes behind its wall, in her own name, and its text by her; a record that a page
may change at all is changed by those who write there. Everything else has its sentence here; the tests fail until it has one.
"""

import datetime as dt
from typing import Any

from samling.concern.rules import RECEIVING
from samling.kernel.categories import Category
from samling.people.roles import ROLES

from .dice import NOW, World, branch_of_unit, live
from .filling import chapters, key_of
from .oracle import Reader
from .sentences import Sentence, at_my_unit, beside_another, either, everyone, of_my_organisation, own, runs

Row = dict[str, Any]
DAY = dt.timedelta(hours=24)
AT_THE_TABLE = dt.timedelta(minutes=20)  # what one wrote at the checklist table may be put right for so long
HEADS_OF_SCHOOLS = ("head_teacher", "deputy_head", "preschool_head", "student_health_head")


def both(*sentences: Sentence) -> Sentence:
    """All of these are needed."""
    return lambda reader, row: all(sentence(reader, row) for sentence in sentences)


def writes_there(reader: Reader, row: Row) -> bool:
    """Those who write behind this wall."""
    return (row["subject_id"], row["wall"]) in reader.writes


def heads(reader: Reader, _row: Row) -> bool:
    """Those who lead a school, a preschool or the student health."""
    return reader.unit is not None and reader.capacity["role"] in HEADS_OF_SCHOOLS


def receives(reader: Reader, _row: Row) -> bool:
    """Those who receive concerns."""
    return reader.me is not None and reader.capacity["role"] in RECEIVING


def decides(reader: Reader, _row: Row) -> bool:
    """Those who may decide an exception from consent."""
    rule = ROLES.get(reader.capacity["role"])
    return reader.unit is not None and bool(rule and rule.may_decide_exceptions)


def of_fifteen(reader: Reader, row: Row) -> bool:
    """Nobody under fifteen is asked alone, or decided about alone; by the year alone where the day is not known."""
    alone = row.get("reason") == "child_alone" or ("reason" not in row and row["wall"] % 64 == Category.NO_CONTACT)
    child = next((one for one in reader.world.of("people_child") if one["subject_id"] == row["subject_id"]), None)
    return not alone or (child is not None and NOW.year - child["birth_year"] - 1 >= 15)


def keeps_directory(reader: Reader, row: Row) -> bool:
    """Administrators and heads of the organisation that the branch is of."""
    rule = ROLES.get(reader.capacity["role"])
    branch = reader.world.find("people_branch", row["branch_id"])
    keeps = reader.capacity["role"] == "sysadmin" or bool(rule and (rule.may_assign or rule.may_approve))
    return reader.unit is not None and keeps and branch["organisation_id"] == reader.branch["organisation_id"]


def of(column: str, table: str, *sentences: Sentence) -> Sentence:
    """A row of another table that one reads, of which these hold."""

    def holds(reader: Reader, row: Row) -> bool:
        other = reader.world.find(table, row[column], "id")
        return other is not None and other["id"] in reader.sees(table) and all(sentence(reader, other) for sentence in sentences)

    return holds


def within(time: dt.timedelta) -> Sentence:
    """Not longer ago than this."""
    return lambda _reader, row: row["written_at"] > NOW - time


def none_of(table: str, column: str, *open_ones: str) -> Sentence:
    """Nothing one reads of this table is of this row, but for what these columns say is over."""

    def holds(reader: Reader, row: Row) -> bool:
        there = (one for one in reader.world.of(table) if one[column] == row["id"] and one["id"] in reader.sees(table))
        return all(any(one[name] is not None for name in open_ones) for one in there)

    return holds


def still(column: str) -> Sentence:
    """Not yet so."""
    return lambda _reader, row: row[column] is None


def takes_part(reader: Reader, row: Row) -> bool:
    """A unit that stands in the journey."""
    party = reader.world.find("journey_party", row["party_id"])
    seen = party is not None and party["id"] in reader.sees("journey_party")
    return seen and party["journey_id"] == row["subject_id"] and party["ended_at"] is None


def asked_of_us(reader: Reader, row: Row) -> bool:
    """The referral of this journey was made to one's own unit, which has said yes to taking part."""
    asked = reader.world.find("referral_referral", row["referral_id"])
    if asked is None or asked["id"] not in reader.sees("referral_referral") or asked["subject_id"] != row["subject_id"]:
        return False
    party = reader.world.find("journey_party", asked["party_id"])
    return party["id"] in reader.sees("journey_party") and at_my_unit("unit_id")(reader, party) and party["accepted_at"] is not None


def coordinated(reader: Reader, row: Row) -> bool:
    """Somebody holds the journey and has a deputy."""
    return any(
        one["journey_id"] == row["subject_id"] and one["until_at"] is None and one["deputy_id"] is not None
        for one in reader.world.of("journey_coordination")
        if one["id"] in reader.sees("journey_coordination")
    )


def own_word(reader: Reader, row: Row) -> bool:
    """A promise of this child: what its maker said is written by those who heard it (in the room: at a meeting), or by the maker."""
    promise = reader.world.find("promises_promise", row["promise_id"])
    if promise is None or promise["id"] not in reader.sees("promises_promise") or promise["subject_id"] != row["subject_id"]:
        return False
    in_the_room = row["how"] == "room" and promise["gathering_id"] is not None
    return row["how"] in ("spoken", "paper") or in_the_room or (row["how"] == "self" and answers(reader, promise))


def answers(reader: Reader, promise: Row) -> bool:
    """Who holds the promise answers for it, or who has taken over, until she is gone or somebody is asked to take it over."""
    holder = promise["holder_id"] or promise["maker_id"]
    held = reader.world.find("people_capacity", holder)
    gone = held is None or (held["until_at"] is not None and held["until_at"] <= NOW)
    return promise["asked_id"] is None and holder in reader.duties and not gone


def untaken(_reader: Reader, row: Row) -> bool:
    """Nobody writes that a promise has been taken over: that is the guard's."""
    return row["holder_id"] is None and row["asked_id"] is None


def unanswered(_reader: Reader, row: Row) -> bool:
    """Nobody writes that a closing was answered, closed or opened again: that is the guard's."""
    answered = row["contact_id"] is not None or row["contact_yes"] is not None or row["is_contact_declined"]
    return not answered and row["closed_at"] is None and row["reopened_at"] is None


def to_whom(reader: Reader, row: Row) -> bool:
    """What became of a concern is told to the one who raised it or asked, by somebody who reads it."""
    raised = of("signal_id", "concern_signal", lambda _reader, signal: signal["raised_by_id"] == row["to_id"])
    asked = of("nameless_id", "concern_namelessconcern", lambda _reader, question: question["written_by_id"] == row["to_id"])
    return either(raised, asked)(reader, row)


def my_notice(reader: Reader, row: Row) -> bool:
    """To whom it was sent, and who has taken over; what became of one's own report is told to oneself alone."""
    passed = row["to_id"] in reader.duties and row["kind"] != "report feedback"
    return own("to_id")(reader, row) or passed


def gives(reader: Reader, row: Row) -> bool:
    """Whoever writes about the support itself."""
    given = reader.world.find("support_support", row["support_id"])
    return given is not None and given["id"] in reader.sees("support_support") and writes_there(reader, given)


def in_its_space(reader: Reader, row: Row) -> bool:
    """The child of the support takes part in this journey."""
    given = reader.world.find("support_support", row["support_id"])
    parts = (one for one in reader.world.of("journey_party") if one["id"] in reader.sees("journey_party"))
    return given is not None and any(
        one["journey_id"] == row["subject_id"] and one["child_id"] == given["subject_id"] and one["accepted_at"] is not None
        and one["ended_at"] is None for one in parts
    )  # fmt: skip


def of_one_support(reader: Reader, row: Row) -> bool:
    """The support and the note are of this child, behind this wall."""
    given, note = reader.world.find("support_support", row["support_id"]), reader.world.find("journey_entry", row["entry_id"])
    if given is None or note is None or given["id"] not in reader.sees("support_support") or note["id"] not in reader.sees("journey_entry"):
        return False
    return all((one["subject_id"], one["wall"]) == (row["subject_id"], row["wall"]) for one in (given, note))


def where_it_was_asked(reader: Reader, row: Row) -> bool:
    """An answer stands where its question does, and one by link is written by nobody signed in."""
    asked = reader.world.find("followup_ask", row["ask_id"])
    same = asked is not None and (asked["subject_id"], asked["wall"]) == (row["subject_id"], row["wall"])
    return same and asked["id"] in reader.sees("followup_ask") and row["how"] != "link"


def forum_seats(reader: Reader, row: Row) -> list[Row]:
    """One's own places at the consultation team that the row is of, those that have not been given up."""
    return [
        one
        for one in reader.world.of("forum_forummember")
        if one["forum_id"] == row["forum_id"] and one["until_at"] is None and own("capacity_id")(reader, one)
    ]


def seated(reader: Reader, row: Row) -> bool:
    """Those with a place in the team, guests of one meeting not."""
    return any(one["meeting_id"] is None for one in forum_seats(reader, row))


def leads_forum(reader: Reader, row: Row) -> bool:
    """Those who lead the team, and those who keep it."""
    return any(one["is_chair"] for one in forum_seats(reader, row)) or keeps_forum(reader, reader.world.find("forum_forum", row["forum_id"]))


def keeps_forum(reader: Reader, row: Row) -> bool:
    """Administrators of the organisation that keeps the team."""
    return reader.capacity["role"] == "sysadmin" and of_my_organisation(reader, row)


def running(reader: Reader, row: Row) -> bool:
    """A meeting that has not ended, of a team one has a place in."""
    meeting = reader.world.find("forum_forummeeting", row["meeting_id"])
    return meeting is not None and meeting["ended_at"] is None and seated(reader, meeting)


def may_sit(reader: Reader, row: Row) -> bool:
    """A place for good is given by who leads, to those of the house or of one that has an agreement; a guest's at their meeting by any member."""
    if row["until_at"] is not None:
        return False
    if row["meeting_id"] is not None:
        here = reader.world.find("forum_forummeeting", row["meeting_id"])["forum_id"] == row["forum_id"]
        return not row["is_chair"] and here and running(reader, row)
    return leads_forum(reader, row) and _agreed(reader.world, row)


def _agreed(world: World, row: Row) -> bool:
    branch = branch_of_unit(world, world.find("people_capacity", row["capacity_id"])["unit_id"])
    keeper = world.find("forum_forum", row["forum_id"])["organisation_id"]
    between = {
        frozenset((one["organisation_id"], world.find("people_branch", one["with_branch_id"])["organisation_id"]))
        for one in world.of("people_agreement")
        if live(one)
    }
    return branch is not None and (branch["organisation_id"] == keeper or {branch["organisation_id"], keeper} in between)


def duty(column: str) -> Sentence:
    """The one it names, and who has taken over from her."""
    return lambda reader, row: row[column] in reader.duties


def at_the_table(column: str) -> Sentence:
    """Those with a place in the team, in force, who work in its own branch."""

    def sits(reader: Reader, row: Row) -> bool:
        meeting = reader.world.find("team_teammeeting", row[column])
        team = meeting and reader.world.find("team_team", meeting["team_id"])
        places = (one for one in reader.world.of("team_teammember") if one["team_id"] == team["id"] and live(one)) if team else ()
        unit = team and reader.world.find("people_unit", team["unit_id"])
        return reader.unit is not None and any(own("capacity_id")(reader, one) for one in places) and unit["branch_id"] == reader.branch["id"]

    return sits


def of_a_team(column: str) -> Sentence:
    """Those who work at the team's unit, and those with a place in it, in force."""

    def knows(reader: Reader, row: Row) -> bool:
        team = reader.world.find("team_team", row[column])
        places = (one for one in reader.world.of("team_teammember") if one["team_id"] == row[column] and live(one))
        return team is not None and (at_my_unit("unit_id")(reader, team) or any(own("capacity_id")(reader, one) for one in places))

    return knows


def prepared(_reader: Reader, row: Row) -> bool:
    """Nobody writes that a package has been handed over or answered: that is the guard's."""
    return row["given_at"] is None


def in_prepared(reader: Reader, row: Row) -> bool:
    """A package of this child that has not been handed over."""
    package = reader.world.find("transition_package", row["package_id"])
    return (package is not None and package["id"] in reader.sees("transition_package") and package["subject_id"] == row["subject_id"]
            and package["given_at"] is None)  # fmt: skip


def outside(reader: Reader, row: Row) -> bool:
    """Where one writes; what has been handed over inside the house is the guard's."""
    return writes_there(reader, row) and (row["way"] != "inside" or row["given_at"] is None)


written = own("written_by_id")
my_team = of("team_id", "team_team", at_my_unit("unit_id"))

# Beside writing behind the wall in one's own name; all that a table of the template `plain` asks.
ADDS: dict[str, Sentence] = {
    "consent_consent": of_fifteen,
    "consent_consentexception": both(decides, of_fifteen, beside_another),
    "referral_referral": both(heads, takes_part),
    "referral_triagedecision": asked_of_us,
    "plan_plan": coordinated,
    "promises_promise": untaken,
    "closing_closing": unanswered,
    "promises_promiseword": own_word,
    "support_supportstatus": both(gives, in_its_space),
    **dict.fromkeys(("support_generalsupport", "support_routine"), both(own("noted_by_id"), of_my_organisation)),
    "support_occasion": of_one_support,
    "followup_reply": where_it_was_asked,
    "journey_notice": own("sent_by_id"),
    "journey_draft": written,
    "family_offsystem": both(own("decided_by_id"), at_my_unit("unit_id")),
    "letters_queued": of("message_id", "letters_message", written),
    "concern_namelessconcern": written,
    "concern_concernname": both(own("decided_by_id"), of("nameless_id", "concern_namelessconcern", written)),
    "concern_outcome": both(own("sent_by_id"), to_whom),
    "attendance_attendancefile": both(written, at_my_unit("unit_id"), still("applied_at")),
    "attendance_filepart": of("file_id", "attendance_attendancefile", written),
    "attendance_columnmap": both(written, of_my_organisation),
    "instruments_licenceagreement": both(written, keeps_forum, lambda _reader, row: row["ended_at"] is None),
    "team_team": both(own("begun_by_id"), at_my_unit("unit_id"), heads),
    "team_rhythm": both(own("given_by_id"), my_team, heads),
    "team_teammember": both(own("given_by_id"), my_team, heads),
    "team_teammeeting": both(own("called_by_id"), of_a_team("team_id")),
    "team_attendee": both(own("invited_by_id"), at_the_table("meeting_id")),
    "agenda_slot": of("meeting_id", "team_teammeeting", of_a_team("team_id")),
    "consultation_consultation": written,
    "consultation_utterance": both(written, of("consultation_id", "consultation_consultation", still("closed_at"))),
    "transition_package": prepared,
    **dict.fromkeys(("transition_packagepart", "transition_packageseen"), in_prepared),
    "transition_neighbour": both(own("added_by_id"), runs),
    "forum_forum": both(own("begun_by_id"), keeps_forum),
    "forum_forumrhythm": both(own("given_by_id"), leads_forum),
    "forum_forummember": both(own("given_by_id"), may_sit),
    "forum_forummeeting": both(own("called_by_id"), seated),
    "forum_forumslot": running,
    "directory_functionnumber": both(written, own("checked_by_id"), keeps_directory),
    "lifeline_sheetkey": own("made_by_id"),
    "lifeline_emergencysheet": both(own("made_by_id"), of("key_id", "lifeline_sheetkey", own("made_by_id"))),
}
# Where a record is not changed by all who write behind its wall; texts and tables of the template `plain` that a page may change.
CHANGES: dict[str, Sentence] = {
    **dict.fromkeys(("journey_entry", "referral_notoffered", "views_analysis", "attendance_attendancefile", "journey_draft"), written),
    "letters_letter": either(written, duty("sender_id")),
    "relay_relay": either(written, own("receiver_id")),
    "referral_triagedecision": both(writes_there, asked_of_us),
    "support_supportstatus": gives,
    "transition_package": outside,
    "transition_neighbour": runs,
    "support_contribution": written,
    **dict.fromkeys(("support_generalsupport", "support_routine"), own("noted_by_id")),
    **{f"{head}body": of("head_id", head, written, within(DAY)) for head in ("journey_entry", "adaptations_adaptation")},
    **{f"checklist_{kind}body": of("head_id", f"checklist_{kind}", written, within(AT_THE_TABLE)) for kind in ("answer", "tried", "trial")},
    **dict.fromkeys(("adaptations_specialsupportbody", "attendance_absenceinquirybody", "gathering_bookingbody"), writes_there),
    "closing_closing": both(writes_there, still("closed_at")),
    "closing_closingbody": both(writes_there, of("head_id", "closing_closing", still("closed_at"))),
    "welcome_infomeetingbody": both(writes_there, of("head_id", "welcome_infomeeting", still("held_at"))),
    "letters_letterbody": of("head_id", "letters_letter", either(written, duty("sender_id")),
                             none_of("letters_message", "letter_id", "undone_at"), none_of("letters_handover", "letter_id")),
    "journey_notice": my_notice,
    "concern_namelessconcern": both(at_my_unit("to_unit_id"), receives),
    "attendance_filepart": of("file_id", "attendance_attendancefile", written),
    "team_rhythm": both(my_team, heads),
    "team_teammember": both(my_team, heads),
    "team_teammeeting": at_the_table("id"),
    "team_attendee": at_the_table("meeting_id"),
    "agenda_slot": at_the_table("meeting_id"),
    "consultation_consultation": either(written, at_my_unit("to_unit_id")),
    "forum_forumrhythm": leads_forum,
    "forum_forummeeting": seated,
    "forum_forumslot": running,
    "forum_forumwords": written,
    "directory_functionnumber": keeps_directory,
    "instruments_licenceagreement": keeps_forum,
    "lifeline_sheetkey": own("made_by_id"),
    "lifeline_emergencysheet": own("made_by_id"),
}  # fmt: skip


def may_add(reader: Reader, table: str, row: Row) -> bool:
    """Whether this row may be put into a table."""
    model = chapters()[table]
    if model.policy == "plain":
        return ADDS[table](reader, row)
    if row["subject_id"] in reader.hidden:
        return False
    if model.policy == "body":
        head = reader.world.find(model._meta.pk.related_model._meta.db_table, row["head_id"])
        same = (head["subject_id"], head["wall"]) == (row["subject_id"], row["wall"])
        return same and of("head_id", model._meta.pk.related_model._meta.db_table, written)(reader, row)
    return written(reader, row) and writes_there(reader, row) and ADDS.get(table, everyone)(reader, row)


def may_change(reader: Reader, table: str, row: Row) -> bool:
    """Whether what a page may change at all in this row may be changed: only what one reads."""
    return row[key_of(table)] in reader.sees(table) and reaches(reader, table, row)


def reaches(reader: Reader, table: str, row: Row) -> bool:
    """Whether a change reaches this row that does not say which rows are meant: nothing of them is read then."""
    policy = chapters()[table].policy
    sentence = CHANGES.get(table, writes_there) if policy == "head" else CHANGES[table]
    return not (policy != "plain" and row["subject_id"] in reader.hidden) and sentence(reader, row)
