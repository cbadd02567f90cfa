"""Every policy is needed (trust.md C4): drop one, or the table's row security, and some capacity sees another world."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pytest
from django.db import connections

from tests.cloning import reset_clock

from .asking import compared, install
from .database import as_guard, differences, load
from .dice import World
from .filling import chapters, filled
from .sentences import SENTENCES, everyone, nobody
from .sizes import NIGHT, todays
from .world import make

# Worlds with a protected child whose text somebody has opened come first; the others are loaded when they are needed.
SEEDS = (0, 1, 7, *range(2, 7), *range(8, 24), 49)
FEW = 14 if NIGHT else 3
# One table for each template at each change, and the day's own; at night every table that a page may read.
TABLES = list(dict.fromkeys(["journey_entry", "journey_entrybody", "journey_journey", "people_child", *todays(compared(), 12)]))
FIRST_LAYER_LIFTED = """create or replace function guard.protected_subjects() returns table (subject_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$ begin return; end $$"""
PROBED = {"add": ("journey_entry",), "change": ("journey_entry",), "remove": ()}  # writes are tried there; elsewhere: test_catalog
BY_DEEDS = ("decided",)  # whether an exception may be written: tests/walls/deeds/consents.py
# The wall of the one is shut to the family in the same policy, and the other's sentence is that no family reads it.
FAMILY_NEVER = ("consent_nocontact", "people_significantadult")


class Worlds:
    """Worlds that hold every table, loaded one by one as far as anybody looks."""

    def __init__(self) -> None:
        self.loaded: list[World] = []

    def __iter__(self) -> Iterator[World]:
        for place, seed in enumerate(SEEDS):
            if place == len(self.loaded):
                self.loaded.append(make(seed, filled()))
                load(self.loaded[-1])
            yield self.loaded[place]


@pytest.fixture
def worlds(database) -> Worlds:
    install()
    return Worlds()


def noticed(worlds: Iterable[World], tables: list[str], probes: int = 0) -> bool:
    """Whether somebody sees these tables, or writes notes, otherwise than the oracle says."""
    reset_clock()
    everyone = ((world, capacity) for world in worlds for capacity in world.of("people_capacity"))
    return any(differences(world, capacity, tables, probes) for world, capacity in everyone)


def execute(sql: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)


def policies() -> list[tuple[str, str]]:
    """The policies the pages live under, that worlds can tell apart."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "select tablename, policyname from pg_policies where roles = '{samling_app}' "
            "and tablename = any(%s) order by 1, 2",
            [TABLES],
        )
        return [
            (table, name)
            for table, name in cursor.fetchall()
            if name not in BY_DEEDS
            and table in PROBED.get(name, (table,))
            and not (name == "family" and table in FAMILY_NEVER)
            and SENTENCES.get(table) is not nobody
            and not (name in ("add", "change") and table not in PROBED[name])
        ]


def test_every_policy_is_needed(worlds):
    assert not noticed(islice(worlds, FEW), TABLES, probes=12)
    spared = []
    for table, name in policies():
        if name == "shield":
            continue
        kept = _definition(table, name)
        execute(f"drop policy {name} on {table}")
        if not noticed(worlds, [table], probes=12 if name in PROBED else 0):
            spared.append(f"{table}: {name}")
        execute(kept)
    assert not spared, spared


def test_the_second_layer_holds_when_the_first_is_lifted(worlds):
    with as_guard() as cursor:
        cursor.execute(FIRST_LAYER_LIFTED)
    shields = {table: _definition(table, name) for table, name in policies() if name == "shield"}
    assert not any(_too_many(islice(worlds, FEW), list(shields)))
    heads = {chapters()[table]._meta.pk.related_model._meta.db_table for table in shields if chapters()[table].policy == "body"}
    for table in heads - set(shields):
        execute(f"drop policy shield on {table}")
    for table in shields:
        execute(f"drop policy shield on {table}")
    for table, shield in shields.items():  # a text's own shield, with that of its head away too
        world, capacity = next(_too_many(worlds, [table]), (None, None))
        assert world, table
        execute(shield)
        assert not any(_too_many([world], [table])), (table, capacity)
        execute(f"drop policy shield on {table}")


def _too_many(worlds: Iterable[World], tables: list[str]) -> Iterator[tuple[World, dict]]:
    """Staff who read what they should not; families have their own first layer, and are never named as readers."""
    reset_clock()
    for world in worlds:
        for capacity in filter(lambda row: row["unit_id"], world.of("people_capacity")):
            found = differences(world, capacity, tables, probes=0)
            if any("too many" in line and " 0 too" not in line for line in found):
                yield world, capacity


def test_row_security_is_needed_on_every_table(worlds):
    spared = []
    for table in (table for table in TABLES if SENTENCES.get(table) is not everyone):
        execute(f"alter table {table} disable row level security")
        if not noticed(worlds, [table]):
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
