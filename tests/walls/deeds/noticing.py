"""Which deed notices that a condition of a verb is gone: hints, so that each change is quick to try.

`python -m pytest tests/walls/test_deeds.py` with SAMLING_SIZES=night searches anew and writes noticed.json.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg

from tests.walls.mutants import Mutant, mutants_of

from . import DEEDS
from .stage import Stage

HINTS = Path(__file__).with_name("noticed.json")
VERBS = (
    "insist_works_with",
    "walls_for",
    "assign",
    "end_assignment",
    "give_ground",
    "end_ground",
    "disclose",
    "end_disclosure",
    "protect",
    "end_protection",
    "add_protected_reader",
    "is_protected",
    "protected_readers",
    "parties_of",
    "shielded_pupils",
    "open_child",
    "identity_number",
    "child_by_number",
    "set_guardian_number",
    "is_real",
    "set_child_number",
    "add_person",
    "end_protected_reader",
    "insist_runs",
    "add_branch",
    "add_unit",
    "give_capacity",
    "approve_capacity",
    "end_capacity",
    "can_hold",
    "heirs_of",
    "heir_of",
    "holder_of",
    "holders",
    "my_duties",
    "take_over",
    "own_doing",
    "would_pass",
    "pass_on",
    "take_over_due",
    "without_holder",
    "insist_staffs",
    "may_name_deputy",
    "name_deputy",
    "end_deputy",
    "begin_leave",
    "end_leave",
    "break_glass",
    "heads_to_tell",
    "review_break_glass",
    "begin_journey",
    "invite_party",
    "invitations",
    "accept_party",
    "end_party",
    "met_children",
    "insist_coordinated",
    "coordination_of",
    "same_person",
    "coordinating",
    "coordinate",
    "consents_of",
    "third_open",
    "may_decide",
    "quiet_grounds",
    "told_quietly",
    "shut_consent",
    "givers",
    "may_reach",
    "shielded_concerns",
    "close_misplaced",
    "insist_reads_in",
    "pupils_read_in",
    "pupils_by_number",
    "weeks_of_file",
    "insist_ready_file",
    "attendance_changes",
    "apply_attendance",
    "forget_attendance_files",
    "put_report_contact",
    "put_pupil",
    "insist_settles",
    "insist_ahead",
    "put_setting",
    "withdraw_setting",
    "put_agreement",
    "end_agreement",
    "settled_in",
    "organisation_of",
    "settled_for",
    "head_of",
    "officer_of",
    "entrust",
    "take_task",
    "task_of",
    "begin_task",
    "end_task",
    "give_up_task",
    "task_told",
    "begin_duty",
    "watches",
    "is_stopped",
    "watch_harvest",
    "alarms",
    "answer_alarm",
    "draw_spot_checks",
    "spot_checks",
    "insist_reviews",
    "ask_look",
    "explain_look",
    "answer_look",
    "endings",
    "warn_of_endings",
    "tell_of_lapsed",
    "tell_of_overdue",
    "overdue",
    "stage_of",
    "found_out",
    "count_helped",
    "share_helped",
    "publish_helped",
    "what_helped",
    "helped_term",
    "my_teams",
    "my_meetings",
    "named_guests",
    "team_hearing",
    "team_agenda",
    "consultation_days",
    "way_of",
    "way_to",
    "undo_message",
    "unit_letters",
    "is_awake",
    "letter_wants",
    "claim_message",
    "hand_message",
    "end_message",
    "messages_to_ask",
)
MUTANTS = [mutant for name in VERBS for mutant in mutants_of(name)]
REFUSED = "the database refuses the text"


class Notice:
    """The search for a deed that comes out otherwise."""

    def __init__(self, stage: Stage):
        self.stage = stage
        self.hints: dict[str, str] = json.loads(HINTS.read_text()) if HINTS.exists() else {}
        self.found: dict[str, str] = {}

    def notices(self, mutant: Mutant) -> bool:
        """Whether some deed comes out otherwise without this condition."""
        with self.stage.undone():
            try:
                self.stage.connection.execute(mutant.sql.encode())
            except psycopg.Error:
                self.found[str(mutant)] = REFUSED
                return True
            for title in self._likely(mutant):
                if self.stage.outcome(DEEDS[title]) != DEEDS[title].ends:
                    self.found[str(mutant)] = title
                    return True
        return False

    def _likely(self, mutant: Mutant) -> Iterator[str]:
        hint = self.hints.get(str(mutant))
        if hint in DEEDS:
            yield hint
        near = [title for title, deed in DEEDS.items() if mutant.function in deed.functions]
        yield from near
        yield from (title for title in DEEDS if title not in near)

    def keep(self) -> None:
        """Write the hints anew."""
        HINTS.write_text(json.dumps(self.found, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
