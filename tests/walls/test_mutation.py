"""Every rule is needed (trust.md C4): take out one condition of the guard, or one policy, and the worlds notice."""

import pytest
from django.db import connections
from django.db.utils import DatabaseError

from tests.cloning import reset_clock

from .database import COMPARED, as_guard, differences, load
from .mutants import Mutant, functions, mutants_of
from .sizes import MUTANT_WORLDS
from .world import World, make

MUTATED = ("access_of", "unit_children_of", "children_of", "disclosures_to", "standing_consents", "protected_subjects", "shielded",
           "my_opened", "capacity", "family_of", "is_family")
LOTS = 4
MUTANTS = [mutant for name in MUTATED for mutant in mutants_of(name)]

LIFTED = """create or replace function guard.shielded() returns setof uuid
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 100 as $$
begin return; end $$;"""


@pytest.fixture
def worlds(database) -> list[World]:
    """The worlds that every mutant meets; whole, nobody sees other than she should."""
    made = [make(seed) for seed in range(MUTANT_WORLDS)]
    for world in made:
        load(world)
    assert not notices(made[:12]), "the unmutated walls differ from the oracle: see test_oracle"
    return made


def notices(worlds: list[World]) -> bool:
    """Whether any capacity of any world sees or writes other than it should."""
    reset_clock()
    return any(differences(world, capacity, probes=2) for world in worlds for capacity in world.of("people_capacity"))


@pytest.mark.parametrize("lot", range(LOTS))
def test_every_condition_of_the_guard_is_needed(worlds, lot):
    survivors = [str(mutant) for mutant in MUTANTS[lot::LOTS] if not killed(mutant, worlds)]
    assert not survivors, f"{len(survivors)} survive:\n" + "\n".join(survivors)


def killed(mutant: Mutant, worlds: list[World]) -> bool:
    """Whether the worlds notice; where two layers of protection say the same, with the second one lifted."""
    with replaced(mutant.function, mutant.sql) as valid:
        if not valid or notices(worlds):
            return True
        with replaced("shielded", LIFTED):
            return notices(worlds)


class replaced:
    """A guard function with other text, put back at the end; false when the database refuses the text."""

    def __init__(self, name: str, sql: str):
        self.name, self.sql = name, sql

    def __enter__(self) -> bool:
        try:
            with as_guard() as cursor:
                cursor.execute(self.sql)
        except DatabaseError:
            return False
        return True

    def __exit__(self, *_error) -> None:
        with as_guard() as cursor:
            cursor.execute(functions()[self.name])


def policies() -> list[tuple[str, str]]:
    """The policies of the compared tables that the pages' role lives under."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("select tablename, policyname from pg_policies where 'samling_app' = any(roles) "
                       "and tablename = any(%s) order by 1, 2", [list(COMPARED)])
        return cursor.fetchall()
