"""Every policy is needed (trust.md C4): drop one, or the table's row security, and some capacity sees another world."""

import pytest
from django.db import connections

from tests.cloning import reset_clock

from .asking import COMPARED, install
from .database import as_guard, differences, load
from .dice import World
from .sizes import NIGHT
from .world import make

# Worlds with a protected child whose text somebody has opened; at night also one whose home must not be reached.
SEEDS = (*range(12), 17, 49) if NIGHT else (0, 1, 7)
# One table for each template at each change; at night every table that the oracle knows.
TABLES = COMPARED if NIGHT else ("journey_entry", "journey_entrybody", "journey_journey", "people_child")
FIRST_LAYER_LIFTED = """create or replace function guard.protected_subjects() returns table (subject_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$ begin return; end $$"""
PROBED = {"add": ("journey_entry",), "change": ("journey_entry",)}  # writes are tried there; elsewhere: test_catalog
BY_DEEDS = ("decided",)  # whether an exception may be written: tests/walls/deeds/consents.py
FAMILY_NEVER = ("consent_nocontact",)  # its wall is shut to the family in the same policy


@pytest.fixture
def worlds(database) -> list[World]:
    install()
    made = [make(seed) for seed in SEEDS]
    for world in made:
        load(world)
    return made


def noticed(worlds: list[World]) -> bool:
    """Whether somebody sees or writes otherwise than the oracle says."""
    reset_clock()
    return any(differences(world, capacity, probes=12) for world in worlds for capacity in world.of("people_capacity"))


def execute(sql: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)


def policies() -> list[tuple[str, str]]:
    """The policies the pages live under, that worlds can tell apart."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "select tablename, policyname from pg_policies where roles = '{samling_app}' "
            "and tablename = any(%s) order by 1, 2",
            [list(TABLES)],
        )
        return [
            (table, name)
            for table, name in cursor.fetchall()
            if name not in BY_DEEDS
            and table in PROBED.get(name, (table,))
            and not (name == "family" and table in FAMILY_NEVER)
            and not (name in ("add", "change") and table not in PROBED[name])
        ]


def test_every_policy_is_needed(worlds):
    assert not noticed(worlds)
    spared = []
    for table, name in policies():
        if name == "shield":
            continue
        kept = _definition(table, name)
        execute(f"drop policy {name} on {table}")
        if not noticed(worlds):
            spared.append(f"{table}: {name}")
        execute(kept)
    assert not spared, spared


def test_the_second_layer_holds_when_the_first_is_lifted(worlds):
    with as_guard() as cursor:
        cursor.execute(FIRST_LAYER_LIFTED)
    assert not any(_too_many(worlds))
    shields = {table: _definition(table, name) for table, name in policies() if name == "shield"}
    for table in shields:
        execute(f"drop policy shield on {table}")
    bare = _tables_in(_too_many(worlds))
    assert bare >= set(shields)
    for table, shield in shields.items():  # a text's own shield, with that of its head away too
        execute(shield)
        assert table not in _tables_in(_too_many(worlds)), table
        execute(f"drop policy shield on {table}")


def _tables_in(found) -> set[str]:
    return {line.partition(":")[0] for lines in found for line in lines}


def _too_many(worlds: list[World]):
    """What staff read that they should not; families have their own first layer, and are never named as readers."""
    reset_clock()
    for world in worlds:
        for capacity in filter(lambda row: row["unit_id"], world.of("people_capacity")):
            yield [
                line for line in differences(world, capacity, probes=0) if "too many" in line and " 0 too" not in line
            ]


def test_row_security_is_needed_on_every_table(worlds):
    spared = []
    for table in TABLES:
        execute(f"alter table {table} disable row level security")
        if not noticed(worlds):
            spared.append(table)
        execute(f"alter table {table} enable row level security")
    assert not spared, spared


def _definition(table: str, name: str) -> str:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "select permissive, cmd, qual, with_check from pg_policies where tablename = %s and policyname = %s",
            [table, name],
        )
        permissive, command, using, check = cursor.fetchone()
    return (
        f"create policy {name} on {table} as {permissive} for {command} to samling_app"
        + (f" using ({using})" if using else "")
        + (f" with check ({check})" if check else "")
    )
