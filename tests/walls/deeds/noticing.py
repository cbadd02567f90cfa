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
    "begin_journey",
    "invite_party",
    "invitations",
    "accept_party",
    "end_party",
    "met_children",
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
