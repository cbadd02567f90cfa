"""Put worlds into the database, and ask it the questions that the oracle answers."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, connections, transaction

from samling.people.sessions import key_digest, token_of
from samling.records.acting import identified, reading_only

from .dice import NOW, Dice, World

# A lost connection, a deadlock, a want of memory or disk, a lock not had, a time-out: classes of SQLSTATE that say nothing of the walls.
OF_THE_MACHINE = ("08", "40", "53", "55P03", "57")


def is_of_the_machine(fault: BaseException) -> bool:
    """Whether a statement fell for a reason that is no answer; the fault is Django's or the driver's."""
    state = getattr(fault.__cause__ or fault, "sqlstate", None)
    return state is None or state.startswith(OF_THE_MACHINE)


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
            [json.dumps(rows, default=plain)],
        )


def plain(value: object) -> str:
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
def acting(capacity: dict, *, moment: bool = False) -> Iterator:
    """A cursor of the pages' role in which this capacity acts; in one moment, where nothing can be changed."""
    where = reading_only() if moment else transaction.atomic()
    with where, identified(token_of(str(capacity["id"]))), connection.cursor() as cursor:
        yield cursor
