"""Every rule is needed (trust.md C4): take out one condition of the guard, or one policy, and the worlds notice."""

import pytest
from django.db import connections

from samling.records.migrations import wall_sql  # noqa: F401  (the templates are what the policy mutants drop)

from .database import COMPARED, as_guard, differences, load
from .mutants import Mutant, functions, mutants_of
from .sizes import MUTANT_WORLDS, NIGHT
from .world import World, make

MUTATED = ("access_of", "children_of", "disclosures_to", "standing_consents", "protected_subjects", "shielded",
           "my_opened", "capacity", "family_of", "is_family")
LOTS = 4
MUTANTS = [mutant for name in MUTATED for mutant in mutants_of(name)]

# Conditions that repeat what another layer says. Each is tested with that other layer lifted, or is covered by the
# test named here.
SECOND_LAYERS: dict[str, str] = {}


@pytest.fixture
def worlds(database) -> list[World]:
    """The worlds that every mutant meets, in the order of their power."""
    made = [make(seed) for seed in range(MUTANT_WORLDS)]
    for world in made:
        load(world)
    return made


def notices(worlds: list[World]) -> bool:
    """Whether any capacity of any world sees or writes other than it should."""
    return any(differences(world, capacity, probes=2) for world in worlds for capacity in world.of("people_capacity"))


@pytest.mark.parametrize("lot", range(LOTS))
def test_every_condition_of_the_guard_is_needed(worlds, lot):
    survivors = []
    for mutant in MUTANTS[lot::LOTS]:
        if not killed(mutant, worlds):
            survivors.append(str(mutant))
    assert not survivors, f"{len(survivors)} survive:\n" + "\n".join(survivors)


def killed(mutant: Mutant, worlds: list[World]) -> bool:
    """Whether the worlds notice, if need be with the second layer of protection lifted."""
    if str(mutant) in SECOND_LAYERS:
        return True
    with replaced(mutant.function, mutant.sql) as valid:
        if not valid or notices(worlds):
            return True
        with replaced("shielded", LIFTED) as _:
            return notices(worlds)


LIFTED = """create or replace function guard.shielded() returns setof uuid
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 100 as $$
begin return; end $$;"""


class replaced:
    """A guard function with other text, put back at the end; false when the database refuses the text."""

    def __init__(self, name: str, sql: str):
        self.name, self.sql = name, sql

    def __enter__(self) -> bool:
        try:
            with as_guard() as cursor:
                cursor.execute(self.sql)
        except Exception:
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
