"""Which world and which capacity notices that a condition is gone: hints, so that each change is quick to try.

`python -m pytest tests/walls/test_mutation.py` with SAMLING_SIZES=night searches anew and writes killers.json.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from django.db import connections
from django.db.utils import DatabaseError

from tests.cloning import reset_clock

from .answers import differs, readers
from .database import as_guard, is_of_the_machine, load
from .filling import DRAWN
from .layers import BY_WORLDS
from .mutants import Mutant, functions, mutants_of
from .oracle import Reader
from .sizes import MUTANT_WORLDS
from .world import make

HINTS = Path(__file__).with_name("killers.json")
MUTANTS = [mutant for name in BY_WORLDS for mutant in mutants_of(name)]
OF_A_WORLD = ("protected_subjects", "standing_consents", "grounds_of_parties")  # the same for every capacity
OF_FAMILIES = ("family_of", "is_family")
OF_ALL = ("capacity",)
Pair = tuple[int, int]


class Hunt:
    """Loaded worlds, and the search for one that notices."""

    def __init__(self) -> None:
        self.hints: dict[str, Pair] = {key: tuple(pair) for key, pair in json.loads(HINTS.read_text()).items()}
        self.found: dict[str, Pair] = {}
        self.loaded: dict[int, list[Reader]] = {}
        _roles_of_other_times()

    def readers(self, seed: int) -> list[Reader]:
        """The readers of a world, which is put into the database when first asked for."""
        if seed not in self.loaded:
            world = make(seed, tables=())
            load(world)
            self.loaded[seed] = readers(world)
            if len(self.loaded) in (1, 4, 16, 64):
                _analyzed()
        return self.loaded[seed]

    def killed(self, mutant: Mutant) -> bool:
        """Whether some reader of some world gets another answer; the hint first, then all worlds."""
        tried = [self.hints[str(mutant)]] if str(mutant) in self.hints else []
        reset_clock()
        with replaced(mutant) as valid:
            if not valid:
                return True
            for seed, place in [*tried, *self.everywhere(mutant.function)]:
                reader = self.readers(seed)[place]
                if differs(mutant.function, reader):
                    self.found[str(mutant)] = (seed, place)
                    return True
        return False

    def everywhere(self, function: str) -> Iterator[Pair]:
        """Every pair that the function can tell apart, those that have killed before first."""
        yield from (pair for pair in dict.fromkeys(self.found.values()) if self._matters(function, *pair))
        for seed in range(MUTANT_WORLDS):
            yield from (
                (seed, place) for place in range(len(self.readers(seed))) if self._matters(function, seed, place)
            )

    def _matters(self, function: str, seed: int, place: int) -> bool:
        family = self.readers(seed)[place].capacity["role"] in ("guardian", "self")
        if function in OF_A_WORLD:
            return place == 0
        return family if function in OF_FAMILIES else not family or function in OF_ALL

    def sound(self) -> list[str]:
        """Where the whole guard already differs from the oracle: must be empty before anything is mutated."""
        reset_clock()
        pairs = set(self.hints.values()) or {(0, 0)}
        return [
            f"seed {seed}, place {place}: {name}"
            for seed, place in sorted(pairs)
            for name in BY_WORLDS
            if differs(name, self.readers(seed)[place])
        ]

    def keep(self) -> None:
        """Write the hints anew."""
        lines = [f"  {json.dumps(key, ensure_ascii=False)}: {list(pair)}" for key, pair in sorted(self.found.items())]
        HINTS.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def _analyzed() -> None:
    """Tell the planner how much there is."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"analyze {', '.join(DRAWN)}")


def _roles_of_other_times() -> None:
    """What roles were given before and will be given later: must count for nothing now."""
    columns = "categories, leaning, by_decision, may_approve, may_assign, may_decide_exceptions, needs_second_approval"
    with connections["owner"].cursor() as cursor:
        cursor.execute("update people_roleright set until_at = now() + interval '20 years' where domain <> 'social'")
        for starts, ends in (
            ("now() - interval '30 years'", "now() - interval '20 years'"),
            ("now() + interval '20 years'", "null"),
        ):
            cursor.execute(f"""insert into people_roleright (id, role, domain, whole_unit, may_hold_children, from_at,
                               until_at, {columns}) select gen_random_uuid(), role, domain, '{{1,3,16}}', not may_hold_children,
                               {starts}, {ends}, {columns} from people_roleright where from_at < now() and
                               (until_at is null or until_at > now())""")


class replaced:
    """A guard function with other text, put back at the end; false when the database refuses the text."""

    def __init__(self, mutant: Mutant):
        self.mutant = mutant

    def __enter__(self) -> bool:
        return _installed(self.mutant.sql)

    def __exit__(self, *_error) -> None:
        assert _installed(functions()[self.mutant.function])


def _installed(sql: str) -> bool:
    try:
        with as_guard() as cursor:
            cursor.execute(sql)
    except DatabaseError as fault:
        if is_of_the_machine(fault):
            raise
        return False
    return True
