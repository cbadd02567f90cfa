"""Put worlds into the database, and ask it the questions that the oracle answers."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, connections, transaction
from django.db.utils import DatabaseError

from samling.people.sessions import key_digest, token_of
from samling.records.acting import begun
from tests.cloning import reset_clock

from .asking import compared, has_subject
from .dice import NOW, Dice, World
from .filling import key_of
from .oracle import Reader
from .sizes import NIGHT


@contextmanager
def as_guard() -> Iterator:
    """A cursor with the guard's own rights, for laying out worlds (never used by a product path)."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        cursor.execute("set constraints all deferred")
        yield cursor


def load(world: World) -> None:
    """All rows of a world, and a session for each capacity."""
    for capacity in world.of("people_capacity"):
        _session(world, capacity)
    with as_guard() as cursor:
        for table, rows in world.rows.items():
            insert(cursor, table, rows)


def insert(cursor, table: str, rows: list[dict]) -> None:
    """These rows in one statement."""
    if rows:
        names = ", ".join(f'"{name}"' for name in rows[0])
        cursor.execute(
            f"insert into {table} ({names}) select {names} from jsonb_populate_recordset(null::{table}, %s)",
            [json.dumps(rows, default=_plain)],
        )


def _plain(value: object) -> str:
    """Bytes as the database writes them; ids and times as they are said."""
    return f"\\x{value.hex()}" if isinstance(value, bytes) else str(value)


def _session(world: World, capacity: dict) -> None:
    account = Dice(hash(capacity["id"]) & 0xFFFFFFFF).id()
    person = next((a for a in world.of("people_account") if a["person_id"] == capacity["person_id"]), None)
    person = person or world.add(
        "people_account",
        id=account,
        email=f"{account}@example.test",
        password="!",
        last_login=None,
        person_id=capacity["person_id"],
        is_active=True,
        disabled_at=None,
        created_at=NOW,
    )
    key = str(capacity["id"])
    world.add(
        "people_session",
        key_hash=key_digest(key),
        token_hash=key_digest(token_of(key)),
        number=Dice(hash(key) & 0xFFFFFFFF).id(),
        account_id=person["id"],
        person_id=capacity["person_id"],
        capacity_id=capacity["id"],
        kind="staff",
        device="",
        started_at=NOW,
        seen_at=NOW,
        strong_at=NOW,
        ended_at=None,
        expire_date=NOW + dt.timedelta(hours=9),
        session_data="",
    )


@contextmanager
def acting(capacity: dict) -> Iterator:
    """A cursor of the pages' role in which this capacity acts."""
    with begun(token_of(str(capacity["id"]))), connection.cursor() as cursor:
        yield cursor


def seen(world: World, cursor, tables: list[str]) -> dict[str, set[UUID]]:
    """The keys of what the acting capacity reads of a world, table by table."""
    found: dict[str, set[UUID]] = {table: set() for table in tables}
    subjects = [row["id"] for row in world.of("people_subject")]
    keys = [row[key_of(table)] for table in tables if not has_subject(table) for row in world.of(table)]
    cursor.execute("select * from walls_see(%s, %s, %s)", [tables, subjects, keys])
    for table, pk in cursor.fetchall():
        found[table].add(pk)
    return found


def asked_of(world: World, place: int) -> list[str]:
    """The tables that the capacity at this place of a world is asked about: a sixth of those it holds, at night all."""
    held = [table for table in compared() if world.of(table)]
    return held if NIGHT else held[place % 6 :: 6]


def differences(world: World, capacity: dict, tables: list[str] | None = None, probes: int = 4) -> list[str]:
    """Where the database and the oracle disagree about one capacity: tables, and places one may write."""
    reset_clock()
    reader = Reader(world, capacity)
    tables = [table for table in compared() if world.of(table)] if tables is None else tables
    expected, found = reader.visible(tables), []
    try:
        with acting(capacity) as cursor:
            actual = seen(world, cursor, tables)
            found += [
                f"{table}: {len(actual[table] - expected[table])} too many, "
                f"{len(expected[table] - actual[table])} missing"
                for table in tables
                if actual[table] != expected[table]
            ]
            found += _probe_writes(world, capacity, reader, cursor, probes) if probes else []
    except DatabaseError as error:
        return [f"error: {error}"]
    return found


def _probe_writes(world: World, capacity: dict, reader: Reader, cursor, probes: int) -> list[str]:
    dice, found = Dice(world.seed ^ capacity["id"].int & 0xFFFF), []
    entries = world.of("journey_entry")
    tried = [dice.pick(entries) for _ in range(probes)]
    places = [(entry["subject_id"], entry["wall"]) for entry in tried]
    cursor.execute("select walls_add(%s, %s, %s)", [capacity["id"], *map(list, zip(*places, strict=True))])
    for pair, (may,) in zip(places, cursor.fetchall(), strict=True):
        if may != (pair in reader.writes):
            found.append(f"write at {pair[1] % 64}: expected {pair in reader.writes}")
    tried = [dice.pick(entries) for _ in range(probes)]
    cursor.execute("select walls_change(%s)", [[entry["id"] for entry in tried]])
    for entry, (changed,) in zip(tried, cursor.fetchall(), strict=True):
        may = entry["written_by_id"] == capacity["id"] and reader.sees_head(entry)
        if changed != may:
            found.append(f"change of an entry: expected {may}")
    return found
