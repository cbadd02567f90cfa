"""Every condition of every policy is needed (trust.md C4): without it some capacity of some world reads or writes otherwise."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.db import DataError, OperationalError, ProgrammingError, connection, connections, transaction
from psycopg.errors import InsufficientPrivilege

from tests.cloning import reset_clock

from .asking import compared, install
from .comparing import differences, seen
from .conditions import Change, Policy, changes
from .database import acting, as_guard, load
from .filling import chapters, filled, key_of, with_what_they_need
from .layers import SECOND_LAYERS_OF_POLICIES
from .oracle import Reader
from .rights import removable, writable
from .sentences import SENTENCES, everyone, nobody
from .sizes import NIGHT, todays
from .trying import Try, came_otherwise, near_misses, tries
from .world import make

# Worlds with a protected child whose text somebody has opened come first, and one of two joined children; others when they are needed.
SEEDS = (0, 1, 7, 39, *(seed for seed in range(80) if seed not in (0, 1, 7, 39)))
FEW = 14 if NIGHT else 3
MANY = 40  # worlds that are searched for one that notices
# One table for each template at each change, and the day's own; at night every table that a page may read.
TABLES = list(dict.fromkeys(["journey_entry", "journey_entrybody", "journey_journey", "people_child", *todays(compared(), 12)]))
FIRST_LAYER_LIFTED = """create or replace function guard.protected_subjects() returns table (subject_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$ begin return; end $$"""
SHIELD = """create policy shield on {table} as restrictive for all to samling_app
  using (subject_id not in (select guard.shielded()))"""
ADDS = 12  # rows that everybody tries to add to a table
SLOW = "do 'begin raise query_canceled; end'"  # as a statement ends that takes too long
Where = tuple[str, int, int]  # table, seed of the world, place of the capacity in it
HINTS = Path(__file__).with_name("conditions.json")


class Worlds:
    """Worlds that hold these tables and what their rows point at, loaded one by one as far as anybody looks."""

    def __init__(self, tables: Iterable[str]) -> None:
        self.tables = with_what_they_need({*tables} & {*filled()})
        self.loaded: dict[int, list[Reader]] = {}

    def __iter__(self) -> Iterator[list[Reader]]:
        return map(self.readers, SEEDS)

    def readers(self, seed: int) -> list[Reader]:
        """Everybody in the world of a seed."""
        if seed not in self.loaded:
            world = make(seed, self.tables)
            load(world)
            self.loaded[seed] = [Reader(world, capacity) for capacity in world.of("people_capacity")]
        return self.loaded[seed]


@pytest.fixture
def questions(database) -> None:
    install()


@dataclass(frozen=True)
class Question:
    """What one capacity is asked about one table, and what must come of it: kept, since every condition of the table is tried so."""

    reader: Reader
    table: str
    seen: set[UUID] | None
    tried: list[Try]

    @classmethod
    def of(cls, reader: Reader, policy: Policy) -> "Question":
        """What a policy of this kind decides."""
        table = policy.table
        if policy.command == "select":
            return cls(reader, table, reader.sees(table), [])
        if policy.command == "insert":
            return cls(reader, table, None, [*tries(reader, [table], ADDS, changes=False), *near_misses(reader, table)])
        return cls(reader, table, None, tries(reader, [table], 0, changes=True))

    def otherwise(self) -> bool:
        """Whether something else comes of it, or it is refused. A statement that falls for another reason says nothing of it, and is raised."""
        try:
            with acting(self.reader.capacity) as cursor:
                if self.seen is not None:
                    return seen(self.reader.world, cursor, [self.table])[self.table] != self.seen
                return bool(came_otherwise(cursor, self.tried))
        except ProgrammingError as fault:
            if not isinstance(fault.__cause__, InsufficientPrivilege):
                raise
            return True


class Hunt:
    """The search for somebody who notices that a condition of a policy is gone; where it was found before is tried first."""

    def __init__(self) -> None:
        self.worlds = Worlds(filled())
        self.hints: dict[str, Where] = {name: tuple(where) for name, where in json.loads(HINTS.read_text()).items()}
        self.found: dict[str, Where] = {}
        self.asked: dict[tuple, Question] = {}

    def hinted(self, change: Change) -> bool:
        """Whether the one who noticed before notices still."""
        table, seed, place = self.hints.get(str(change), ("", 0, 0))
        return any(self._noticed(change, way, seed, [place]) for way in change.ways if way[0].table == table)

    def search(self, changes: list[Change]) -> list[Change]:
        """Those that nobody notices in any of many worlds; of tables that say the same the first two are tried."""
        for seed in SEEDS[:MANY] if changes else ():
            places = range(len(self.worlds.readers(seed)))
            changes = [change for change in changes if not any(self._noticed(change, way, seed, places) for way in change.ways[:2])]
        return changes

    def _noticed(self, change: Change, way: tuple[Policy, str], seed: int, places: Iterable[int]) -> bool:
        policy, sql = way
        reset_clock()
        execute(sql)
        try:
            where = next((place for place in places if self._question(policy, seed, place).otherwise()), None)
        finally:
            execute(policy.whole)
        if where is None:
            return False
        assert not self._question(policy, seed, where).otherwise(), (str(change), seed, where)
        self.found[str(change)] = (policy.table, seed, where)
        return True

    def _question(self, policy: Policy, seed: int, place: int) -> Question:
        key = (policy.command, policy.table, seed, place)
        if key not in self.asked:
            self.asked[key] = Question.of(self.worlds.readers(seed)[place], policy)
        return self.asked[key]

    def keep(self, tried: list[Change]) -> None:
        """Write down who noticed what of these."""
        known = {**self.hints, **self.found}
        lines = [f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(known[name])}" for name in sorted(map(str, tried)) if name in known]
        HINTS.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def exercised(change: Change) -> bool:
    """Whether a page has the right to what this policy lets it do."""
    tables = {"select": compared(), "insert": writable("INSERT"), "update": writable("UPDATE"), "delete": removable()}
    change.ways = [way for way in change.ways if way[0].table in tables[way[0].command]]
    return bool(change.ways)


def execute(sql: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(("put", "falls"), [("select * from access_securityevent", None), ("select 1 / 0", DataError), (SLOW, OperationalError)])
def test_a_refusal_is_noticed_and_no_other_fault_is_taken_for_one(database, monkeypatch, put, falls):
    monkeypatch.setitem(globals(), "acting", signed_in_as_nobody)
    monkeypatch.setitem(globals(), "seen", lambda _world, cursor, _tables: cursor.execute(put))
    asked = Question(SimpleNamespace(capacity=None, world=None), "people_child", set(), [])
    with pytest.raises(falls) if falls else nullcontext():
        assert asked.otherwise()


@contextmanager
def signed_in_as_nobody(_capacity) -> Iterator:
    with transaction.atomic(), connection.cursor() as cursor:
        yield cursor


def test_every_condition_of_a_policy_is_needed(questions):
    """At each change a twentieth of those that somebody has noticed; at night all, and who notices is written down."""
    hunt, tried = Hunt(), [change for change in changes() if exercised(change)]
    assert set(SECOND_LAYERS_OF_POLICIES) <= {str(change) for change in tried}
    turn = todays([change for change in tried if NIGHT or str(change) in hunt.hints], 20)
    try:
        unnoticed = [change for change in turn if str(change) not in SECOND_LAYERS_OF_POLICIES and not hunt.hinted(change)]
        survivors = [str(change) for change in hunt.search(unnoticed)]
    finally:
        if NIGHT:
            hunt.keep(tried)
    assert not survivors, f"{len(survivors)} of {len(tried)} survive:\n" + "\n".join(survivors)


def test_the_second_layer_holds_when_the_first_is_lifted(questions):
    with as_guard() as cursor:
        cursor.execute(FIRST_LAYER_LIFTED)
    tables = [table for table in TABLES if chapters()[table].policy != "plain"]
    worlds = Worlds(tables)
    assert not any(_too_many(reader, tables) for reader in _staff(islice(worlds, FEW)))
    heads = {chapters()[table]._meta.pk.related_model._meta.db_table for table in tables if chapters()[table].policy == "body"}
    for table in {*tables, *heads}:
        execute(f"drop policy shield on {table}")
    read_by: dict[str, Reader] = {}
    for reader in _staff(worlds):
        read_by |= dict.fromkeys(_too_many(reader, [table for table in tables if table not in read_by]), reader)
        if len(read_by) == len(tables):
            break
    assert not (unread := {*tables} - {*read_by}), unread
    for table, reader in read_by.items():  # a text's own shield, with that of its head away too
        execute(SHIELD.format(table=table))
        assert not _too_many(reader, [table]), (table, reader.capacity)
        execute(f"drop policy shield on {table}")


def _staff(worlds: Iterable[list[Reader]]) -> Iterator[Reader]:
    """Those who work; families have their own first layer, and are never named as readers."""
    return (reader for readers in worlds for reader in readers if reader.capacity["unit_id"])


def _too_many(reader: Reader, tables: list[str]) -> list[str]:
    """The tables of which somebody reads rows about a child who is protected from her."""
    reset_clock()
    with acting(reader.capacity, moment=True) as cursor:
        read = seen(reader.world, cursor, tables)
    return [table for table in tables if any(row["subject_id"] in reader.hidden and row[key_of(table)] in read[table] for row in reader.world.of(table))]


def test_row_security_is_needed_on_every_table(questions):
    worlds, spared = Worlds(TABLES), []
    for table in (table for table in TABLES if SENTENCES.get(table) not in (everyone, nobody)):
        execute(f"alter table {table} disable row level security")
        if not any(differences(reader, [table], adds=0, changes=False) for readers in worlds for reader in readers):
            spared.append(table)
        execute(f"alter table {table} enable row level security")
    assert not spared, spared
