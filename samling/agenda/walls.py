"""Which policy stands on what a meeting takes up: *en punkt* for those at the table, each child behind her wall."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, Functions, Protect

SEEN = "in (select m.meeting from guard.my_meetings() m)"
INSIDE = "in (select m.meeting from guard.my_meetings() m where m.inside)"
FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_agenda.sql")
OF_MY_TEAM = "meeting_id in (select m.id from team_teammeeting m where m.team_id in (select guard.my_teams()))"
MY_ITEM = "exists (select from agenda_teammeetingitem i where i.slot_id = {table}.id)"


def walls() -> list[Protect]:
    """The agenda's places name nobody; item, words and decision stand behind the school's walls."""
    shown = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"
    marks = "handed_at, handed_by_id, told_at, told_by_id, ended_at, ended_by_id"
    return [
        Protect("agenda_slot", "plain", see=f"meeting_id {SEEN} or {MY_ITEM}", add=OF_MY_TEAM,
                change=f"meeting_id {INSIDE}", columns="dropped_at, dropped_by_id"),
        Protect("agenda_teammeetingitem", "head", change=IN_COMPARTMENT, columns=f"{shown}, slot_id"),
        Protect("agenda_teammeetingitembody", "body", head="agenda_teammeetingitem"),
        Protect("agenda_spoken", "head"),
        Protect("agenda_spokenbody", "body", head="agenda_spoken"),
        Protect("agenda_heard", "head"),
        Protect("agenda_teamdecision", "head", change=IN_COMPARTMENT, columns=f"{shown}, {marks}"),
        Protect("agenda_teamdecisionbody", "body", head="agenda_teamdecision"),
        Protect("agenda_review", "head"),
    ]
