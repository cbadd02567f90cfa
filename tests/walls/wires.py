"""Bare connections to a test's own database, and rows planted past every verb, for tests that attack."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
from django.db import connections

from samling.kernel.categories import Category
from tests.cloning import Template

from .database import as_guard, insert
from .dice import Dice, World
from .filling import chapters, write, write_texts


def database() -> str:
    """The name of the clone that the aliases point at."""
    return connections["default"].settings_dict["NAME"]


@contextmanager
def wire(role: str = "app") -> Iterator[psycopg.Connection]:
    """A connection of its own as a role; "postgres" is the superuser."""
    connection = psycopg.connect(**Template.ready().cluster.dsn(role, database()))
    try:
        yield connection
    finally:
        connection.close()


def begin(connection: psycopg.Connection, token: str):
    """Sign the running transaction."""
    return connection.execute("select person, capacity from guard.begin(%s)", [token]).fetchone()


def subjects(connection: psycopg.Connection) -> set[UUID]:
    """Whose heads can be read."""
    return {row[0] for row in connection.execute("select distinct subject_id from people_child").fetchall()}


def plant(subject: UUID, wall: int, by: UUID, words: str, **more) -> UUID:
    """A note with these words in its title and text, whoever may read it."""
    pk = uuid4()
    row = {
        "id": pk,
        "subject_id": subject,
        "wall": wall,
        "written_by_id": by,
        "for_guardians": "no",
        "for_guardians_because": "",
        "for_child": False,
        "kind": "talk",
        "title": words,
    } | more
    with as_guard() as cursor:
        cursor.execute(
            f"insert into journey_entry (written_at, {', '.join(row)}) "
            f"values (guard.now(), {', '.join(['%s'] * len(row))})",
            list(row.values()),
        )
        cursor.execute(
            "insert into journey_entrybody (head_id, subject_id, wall, text) values (%s, %s, %s, %s)",
            [pk, subject, wall, words],
        )
    return pk


# Where the records of a chapter stand, if not beside the concern.
BEHIND = {"adaptations": Category.ADAPTATIONS, "attendance": Category.ATTENDANCE, "agenda": Category.STUDENT_HEALTH,
          "people": Category.CONTACT, "letters": Category.CONTACT, "consent": Category.CONSENT}  # fmt: skip


def plant_everywhere(subject: UUID, number: int, by: UUID, words: str) -> int:
    """A record of every kind about a subject, in the compartment of this number, with these words; how many rows."""
    world, dice, planted, rows = World(0, words), Dice(0), [], 0
    with as_guard() as cursor:
        for table in chapters():
            cursor.execute(f"select * from {table}")
            names = [column.name for column in cursor.description]
            world.rows[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        for table, model in chapters().items():
            there = {name: len(known) for name, known in world.rows.items()}
            if model.policy == "body":
                heads = world.of(model._meta.pk.related_model._meta.db_table)
                write_texts(world, dice, model, [row for row in heads if row["id"] in planted])
            elif model.policy == "head" and table != "people_child":
                wall = number * 64 + BEHIND.get(table.split("_")[0], Category.CONCERN)
                write(world, dice, model, subject, wall, subject_id=subject, wall=wall, written_by_id=by, for_guardians="no",
                      for_child=False, only_for_id=None)  # fmt: skip
            for name, known in world.rows.items():  # what a row rests on is drawn with it
                fresh = known[there.get(name, 0) :]
                planted += [row["id"] for row in fresh if "id" in row and name == table]
                rows += len(fresh)
                insert(cursor, name, fresh)
    return rows


def clear(world: World) -> None:
    """Empty every table that a world has rows in: what is asked in the next one is not asked of a crowd."""
    with wire("postgres") as superuser:
        superuser.execute("set session_replication_role = replica")  # no trigger, no reference is asked
        for table in world.rows:
            superuser.execute(f"delete from {table}".encode())
        superuser.commit()


def end_backend(pid: int) -> None:
    """Pull the plug on a connection."""
    with wire("postgres") as admin:
        admin.execute("select pg_terminate_backend(%s, 2000)", [pid])
