"""Which deed notices that a condition of a function is gone: found once, and tried again when something has changed.

By day the conditions of functions and deeds that have changed are tried, those that nobody has tried, and a share of the
others that is another in each turn (sizes.py). `SAMLING_SIZES=night python -m pytest tests/walls/test_deeds.py -k <function>` tries all
of them and writes noticed.json.
"""

import hashlib
import json
from functools import cached_property
from pathlib import Path

import psycopg

from tests.walls.database import is_of_the_machine
from tests.walls.layers import BY_MOMENTS, BY_SESSIONS, BY_WORLDS, SECOND_LAYERS_OF_VERBS
from tests.walls.mutants import Mutant, functions, mutants_of
from tests.walls.sizes import NIGHT, TURN

from . import DEEDS
from .stage import Deed, Stage

NOTICED = Path(__file__).with_name("noticed.json")
TURNS = 1 if NIGHT else 10  # in which every condition has had its turn
REFUSED = "the database refuses the text"
VERBS = [name for name in functions() if name not in (*BY_WORLDS, *BY_SESSIONS, *BY_MOMENTS) and mutants_of(name)]


class Notice:
    """The search for deeds that come out otherwise."""

    def __init__(self, stage: Stage):
        self.stage = stage
        self.known: dict[str, tuple[str, str]] = {name: tuple(row) for name, row in json.loads(NOTICED.read_text()).items()}
        self.found: dict[str, tuple[str, str]] = {}

    def to_try(self, function: str) -> list[Mutant]:
        """The conditions of this function whose turn it is, or that cannot be taken for proved."""
        mutants = [mutant for mutant in mutants_of(function) if str(mutant) not in SECOND_LAYERS_OF_VERBS]
        return [mutant for place, mutant in enumerate(mutants) if place % TURNS == TURN % TURNS or not self.proved(mutant)]

    def proved(self, mutant: Mutant) -> bool:
        """Whether the function and the deed that noticed are word for word as they were then."""
        title, print_then = self.known.get(str(mutant), ("", ""))
        return print_then == _print(mutant, title)

    def notices(self, mutant: Mutant) -> bool:
        """Whether some deed comes out otherwise without this condition: the one that did before, one that names it, or any that calls it."""
        hint, named = self.known.get(str(mutant), ("", ""))[0], [title for title, deed in DEEDS.items() if mutant.function in deed.functions]
        near = [*([hint] if hint in DEEDS else []), *named]
        title = self._noticed_in(mutant, near) or self._noticed_in(mutant, self.calls[mutant.function])
        if title:
            self.found[str(mutant)] = (title, _print(mutant, title))
        return bool(title)

    def _noticed_in(self, mutant: Mutant, titles: list[str]) -> str | None:
        with self.stage.undone():
            try:
                self.stage.connection.execute(mutant.sql.encode())
            except psycopg.Error as fault:
                if is_of_the_machine(fault):
                    raise
                return REFUSED
            return next((title for title in titles if self.stage.outcome(DEEDS[title]) != DEEDS[title].ends), None)

    @cached_property
    def calls(self) -> dict[str, list[str]]:
        """Function -> the deeds in which it is called, those that name it first: no other deed can notice."""
        found: dict[str, list[str]] = {name: [] for name in functions()}
        for title, deed in DEEDS.items():
            for name in self.stage.called_in(deed):
                found.setdefault(name, []).append(title)
        return {name: sorted(titles, key=lambda title: name not in DEEDS[title].functions) for name, titles in found.items()}

    def keep(self) -> None:
        """Write down what was found beside what was not tried."""
        names = {str(mutant) for name in VERBS for mutant in mutants_of(name)}
        kept = {name: row for name, row in {**self.known, **self.found}.items() if name in names}
        lines = [f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, ensure_ascii=False)}" for name, row in sorted(kept.items())]
        NOTICED.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def _print(mutant: Mutant, title: str) -> str:
    """A digest of everything that the proof rests on, but for the world and what the function calls."""
    deed: Deed | None = DEEDS.get(title)
    return hashlib.sha256(f"{mutant.sql}\0{deed!r}".encode()).hexdigest()[:10]
