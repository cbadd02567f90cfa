"""Who reads the tables that have sentences of their own, written a second time from the chapters' rules (see oracle.py).

A new table of the template `plain` gets its sentence here; the tests fail until it has one.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from samling.concern.rules import RECEIVING

from .dice import NOW, live

if TYPE_CHECKING:
    from .oracle import Reader

Sentence = Callable[["Reader", dict[str, Any]], bool]
# What became of sending that those who sent may know, also where the home is not to be reached.
SAID_OPENLY = {"refused", "gave_up", "maybe", "no_address", "no_right", "call", "protected", "post"}
CONSENT, NO_CONTACT = 16, 17
CUSTODIAL = ("joint", "sole", "appointed", "unknown")


def everyone(_reader: "Reader", _row: dict) -> bool:
    """Whoever is signed in."""
    return True


def nobody(_reader: "Reader", _row: dict) -> bool:
    """No page at all."""
    return False


def staff(reader: "Reader", _row: dict) -> bool:
    """Whoever works somewhere, in a capacity in force."""
    return reader.unit is not None


def own(column: str) -> Sentence:
    """The capacity that this column names."""
    return lambda reader, row: reader.me is not None and row[column] == reader.me


def follows(column: str, table: str) -> Sentence:
    """Whoever reads the row of another table that this column names."""
    return lambda reader, row: row[column] in reader.sees(table)


def at_my_unit(column: str) -> Sentence:
    """Those who work at the unit that this column names."""
    return lambda reader, row: reader.unit is not None and row[column] == reader.unit


def of_my_organisation(reader: "Reader", row: dict) -> bool:
    """Those who work in the organisation."""
    return reader.unit is not None and row["organisation_id"] == reader.branch["organisation_id"]


def either(*sentences: Sentence) -> Sentence:
    """One of these is enough."""
    return lambda reader, row: any(sentence(reader, row) for sentence in sentences)


def assignment(reader: "Reader", row: dict) -> bool:
    """One's own, and those to a child that one works with."""
    return own("capacity_id")(reader, row) or (row["subject_id"] in reader.work and row["subject_id"] not in reader.hidden)


def ground(reader: "Reader", row: dict) -> bool:
    """Those who read something of what it covers, and those who were told on it; nobody whom silence is kept from."""
    reads = any((row["subject_id"], wall) in reader.reads for wall in row["walls"])
    told = any(one["ground_id"] == row["id"] for one in reader.told)
    return row["subject_id"] not in reader.hidden and (reads or told) and row["id"] not in reader.quiet


def disclosure(reader: "Reader", row: dict) -> bool:
    """Those who read what was told, and those it was told to."""
    reads = (row["subject_id"], row["wall"]) in reader.reads
    told = any(one["id"] == row["id"] for one in reader.told)
    return row["subject_id"] not in reader.hidden and (reads or told) and row["ground_id"] not in reader.quiet


def party(reader: "Reader", row: dict) -> bool:
    """Those in the journey, and those who work with the child that is in it or asked into it; not who only wrote of a worry."""
    near = row["journey_id"] in reader.journeys or row["child_id"] in reader.work
    return near and row["journey_id"] not in reader.hidden


def in_journey(column: str) -> Sentence:
    """Those who take part in the journey."""
    return lambda reader, row: row[column] in reader.journeys and row[column] not in reader.hidden


def notice(reader: "Reader", row: dict) -> bool:
    """Who it is to or from, and who has taken over; what became of one's own report is told to oneself alone."""
    passed = row["to_id"] in reader.duties and row["kind"] != "report feedback"
    return passed or own("to_id")(reader, row) or own("sent_by_id")(reader, row)


def nameless(reader: "Reader", row: dict) -> bool:
    """Who asked, and those at the unit asked who receive concerns."""
    receives = reader.capacity["role"] in RECEIVING and at_my_unit("to_unit_id")(reader, row)
    return receives or own("written_by_id")(reader, row)


def name_told(reader: "Reader", row: dict) -> bool:
    """Those who read the question, unless the child that came of it is protected."""
    children = {one["subject_id"] for one in reader.world.of("concern_signal") if one["nameless_id"] == row["nameless_id"]}
    return row["nameless_id"] in reader.sees("concern_namelessconcern") and not children & reader.hidden


def outcome(reader: "Reader", row: dict) -> bool:
    """Giver and taker, and those who read the concern of the one who is told."""
    signal = reader.world.find("concern_signal", row["signal_id"])
    asked = reader.world.find("concern_namelessconcern", row["nameless_id"])
    of_signal = signal and signal["raised_by_id"] == row["to_id"] and signal["id"] in reader.sees("concern_signal")
    of_asked = asked and asked["written_by_id"] == row["to_id"] and asked["id"] in reader.sees("concern_namelessconcern")
    return bool(of_signal or of_asked or own("to_id")(reader, row) or own("sent_by_id")(reader, row))


def review_of_opening(reader: "Reader", row: dict) -> bool:
    """Those who read the ground."""
    return row["ground_id"] in reader.sees("access_ground") and row["subject_id"] not in reader.hidden


def attempt(reader: "Reader", row: dict) -> bool:
    """Those who read the message; what is held back from the home, those who may know of it."""
    message = reader.world.find("letters_message", row["message_id"])
    knows = any(subject == message["subject_id"] and wall % 64 == NO_CONTACT for subject, wall in reader.reads)
    return message["id"] in reader.sees("letters_message") and (row["outcome"] in SAID_OPENLY or knows)


def log_search(reader: "Reader", row: dict) -> bool:
    """Who searched, and those who review the searches of the organisation."""
    reviews = reader.capacity["role"] in ("secrecy_officer", "dpo") and of_my_organisation(reader, row)
    return reviews or own("written_by_id")(reader, row)


def my_extracts(reader: "Reader") -> set:
    """The requests that one has been named to prepare, for children who are not hidden from one."""
    rows = (one for one in reader.world.of("extracts_opening") if live(one) and own("preparer_id")(reader, one))
    hidden = {one["id"] for one in reader.world.of("extracts_request") if one["subject_id"] in reader.hidden}
    return {one["request_id"] for one in rows} - hidden if reader.unit is not None else set()


def extract(reader: "Reader", row: dict) -> bool:
    """Those who read about consent there, and the one who has been named."""
    known = (row["subject_id"], row["wall"]) in reader.reads and row["subject_id"] not in reader.hidden
    return known or row["id"] in my_extracts(reader)


def of_my_extract(reader: "Reader", row: dict) -> bool:
    """The one who has been named."""
    return row["request_id"] in my_extracts(reader)


def my_teams(reader: "Reader") -> set:
    """The teams of one's unit, and those one has a place in."""
    placed = {row["team_id"] for row in reader.world.of("team_teammember") if live(row) and own("capacity_id")(reader, row)}
    return placed | {row["id"] for row in reader.world.of("team_team") if at_my_unit("unit_id")(reader, row)}


def my_meetings(reader: "Reader") -> set:
    """Meetings of teams one has a place in, and those one is a guest at and has not left."""
    placed = {row["team_id"] for row in reader.world.of("team_teammember") if live(row) and own("capacity_id")(reader, row)}
    held = {row["id"] for row in reader.world.of("team_teammeeting") if reader.unit is not None and row["team_id"] in placed}
    guests = (row for row in reader.world.of("team_attendee") if row["left_at"] is None and own("capacity_id")(reader, row))
    return held | {row["meeting_id"] for row in guests}


def team(column: str) -> Sentence:
    """Those who know of the team, and guests at a meeting of it."""

    def knows(reader: "Reader", row: dict) -> bool:
        met = {one["team_id"] for one in reader.world.of("team_teammeeting") if one["id"] in my_meetings(reader)}
        return row[column] in my_teams(reader) | met

    return knows


def rhythm(reader: "Reader", row: dict) -> bool:
    """Those who know of the team."""
    return row["team_id"] in my_teams(reader)


def meeting(reader: "Reader", row: dict) -> bool:
    """Those who know of the team, and its guests."""
    return row["team_id"] in my_teams(reader) or row["id"] in my_meetings(reader)


def attendee(reader: "Reader", row: dict) -> bool:
    """Those at the table, and those who know of the team."""
    of_mine = {one["id"] for one in reader.world.of("team_teammeeting") if one["team_id"] in my_teams(reader)}
    return row["meeting_id"] in of_mine | my_meetings(reader)


def slot(reader: "Reader", row: dict) -> bool:
    """Those at the table, and those who read what is taken up there."""
    items = (one["id"] for one in reader.world.of("agenda_teammeetingitem") if one["slot_id"] == row["id"])
    return row["meeting_id"] in my_meetings(reader) or any(item in reader.sees("agenda_teammeetingitem") for item in items)


def forum_slot(reader: "Reader", row: dict) -> bool:
    """Those with a place at the meeting, standing or as its guest, and those who read what is taken up there."""
    meeting = reader.world.find("forum_forummeeting", row["meeting_id"])
    places = (one for one in reader.world.of("forum_forummember") if one["until_at"] is None and own("capacity_id")(reader, one))
    here = any(one["forum_id"] == meeting["forum_id"] and one["meeting_id"] in (None, meeting["id"]) for one in places)
    items = (one["id"] for one in reader.world.of("forum_forumitem") if one["slot_id"] == row["id"])
    return here or any(item in reader.sees("forum_forumitem") for item in items)


def pupil(reader: "Reader", row: dict) -> bool:
    """Those at the unit, unless the pupil's child row is protected from them."""
    rows = {one["subject_id"] for one in reader.world.of("people_child") if one["roster_id"] == row["id"]}
    return at_my_unit("unit_id")(reader, row) and not rows & reader.hidden


def person(reader: "Reader", row: dict) -> bool:
    """Those who work are known to all; others to themselves."""
    return row["is_staff_member"] or row["id"] == reader.capacity["person_id"]


def capacity(reader: "Reader", row: dict) -> bool:
    """A capacity at a unit is known to all; a guardian's to herself."""
    return row["unit_id"] is not None or row["person_id"] == reader.capacity["person_id"]


def not_taken_back(reader: "Reader", row: dict) -> bool:
    """What somebody took back is hers alone to read again."""
    return row["back_at"] is None or own("written_by_id")(reader, row)


def same_item(reader: "Reader", row: dict) -> bool:
    """What is said at a table: its writer, those who work with the child there, and those who may know whom the item is about."""
    items = {one["id"] for one in reader.world.of("forum_forumitem") if one["slot_id"] == row["slot_id"]}
    own_house = (row["subject_id"], row["wall"]) in reader.reads
    return own_house or own("written_by_id")(reader, row) or bool(items & reader.sees("forum_forumitem"))


def runs(reader: "Reader", _row: dict) -> bool:
    """Those who run the installation."""
    return reader.me is not None and reader.capacity["role"] == "sysadmin"


def beside_another(reader: "Reader", row: dict) -> bool:
    """One of two or more guardians who answer together is gone past, or the young person alone is decided about."""
    child = next((one for one in reader.world.of("people_child") if one["subject_id"] == row["subject_id"]), None)
    people = [one["id"] for one in reader.world.of("people_guardian")
              if one["subject_id"] == row["subject_id"] and one["custody"] in CUSTODIAL and live(one)]  # fmt: skip
    under_age = child is None or NOW.year - child["birth_year"] - 1 < 18
    return row["reason"] == "child_alone" or (under_age and len(people) > 1 and row["guardian_id"] in people)


def standing_parts(reader: "Reader") -> list[dict]:
    """Each child's part of a joining while its own guardians' yes, the side that asked and the matter stand, and nobody is protected."""
    world, protected = reader.world, reader.protected

    def stands(part: dict) -> bool:
        consent, journey = world.find("consent_consent", part["consent_id"]), world.find("journey_journey", part["subject_id"], "subject_id")
        excepted = any(one["consent_id"] == consent["id"] and not one["ended_at"] and not one["withdrawn_at"]
                       for one in world.of("consent_consentexception"))  # fmt: skip
        yes = consent["kind"] == "siblings" and consent["wall"] % 64 == CONSENT and not excepted
        there = any(one["journey_id"] == part["subject_id"] and one["child_id"] == part["child_id"] and not one["ended_at"]
                    and reader.stays(one["ground_id"]) for one in world.of("journey_party"))  # fmt: skip
        open_still = journey is not None and not journey.get("closed_at") and not part["ended_at"] and part["subject_id"] not in protected
        return yes and there and open_still and any(reader.consent_stands(consent["id"], wall) for wall in consent["walls"])

    return [part for part in world.of("siblings_joined") if stands(part)]


def at_both_tables(reader: "Reader", row: dict) -> bool:
    """Those who take part at the other child's table too, while the two are joined."""
    parts = [one for one in standing_parts(reader) if one["joining_id"] == row["joining_id"]]
    mine = [one for one in parts if one["subject_id"] == row["to_id"] and (one["subject_id"], one["wall"]) in reader.reads]
    return any(other["id"] != one["id"] for one in mine for other in parts)


# These records are for fewer than those whom their wall lets in or to whom they were told.
HEADS: dict[str, Sentence] = {"forum_forumwords": same_item, "siblings_common": at_both_tables}

# The texts of these records are for fewer than the records themselves: a sentence about the record.
TEXTS: dict[str, Sentence] = dict.fromkeys(("views_notebody", "views_storybody", "outcome_wheelbody"), not_taken_back)

SENTENCES: dict[str, Sentence] = {
    **dict.fromkeys(("support_generalsupport", "support_routine"), of_my_organisation),
    **dict.fromkeys(("people_organisation", "people_branch", "people_unit", "people_setting", "people_agreement"), everyone),
    **dict.fromkeys(("access_jointteam", "access_jointmember", "concern_reportcontact", "referral_servedschool"), everyone),
    **dict.fromkeys(("people_deputy", "people_leave", "people_succession", "directory_functionnumber"), staff),
    "transition_neighbour": runs,
    "people_person": person,
    "people_capacity": capacity,
    "people_rosterentry": pupil,
    "access_assignment": assignment,
    "access_ground": ground,
    "access_groundconsent": follows("ground_id", "access_ground"),
    "access_disclosure": disclosure,
    "journey_journey": in_journey("subject_id"),
    "journey_coordination": in_journey("journey_id"),
    "journey_party": party,
    "journey_notice": notice,
    "journey_draft": own("written_by_id"),
    "concern_namelessconcern": nameless,
    "concern_concernname": name_told,
    "concern_outcome": outcome,
    "consultation_consultation": either(own("written_by_id"), at_my_unit("to_unit_id")),
    "consultation_utterance": follows("consultation_id", "consultation_consultation"),
    "family_offsystem": at_my_unit("unit_id"),
    "attendance_attendancefile": own("written_by_id"),
    "attendance_filepart": follows("file_id", "attendance_attendancefile"),
    "attendance_columnmap": of_my_organisation,
    "attendance_ladderstep": of_my_organisation,
    "office_hold": of_my_organisation,
    "instruments_licenceagreement": of_my_organisation,
    "breakglass_review": review_of_opening,
    "extracts_request": extract,
    **dict.fromkeys(("extracts_opening", "extracts_step"), follows("request_id", "extracts_request")),
    **dict.fromkeys(("extracts_choice", "extracts_copy"), of_my_extract),
    "letters_attempt": attempt,
    "letters_queued": nobody,
    "lifeline_sheetkey": own("made_by_id"),
    "lifeline_emergencysheet": own("made_by_id"),
    "review_logsearch": log_search,
    "team_team": team("id"),
    "team_teammember": team("team_id"),
    "team_rhythm": rhythm,
    "team_teammeeting": meeting,
    "team_attendee": attendee,
    "agenda_slot": slot,
    **dict.fromkeys(("forum_forum", "forum_forumrhythm", "forum_forummember", "forum_forummeeting"), everyone),
    "forum_forumslot": forum_slot,
}
