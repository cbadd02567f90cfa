"""Bare connections to a test's own database, and rows planted past every verb, for tests that attack."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
from django.db import connections

from tests.cloning import Template

from .database import as_guard


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


TRIED = {
    "adaptations_adaptation": "code, place, row, starts_on, evaluate_on, holder_id",
    "adaptations_evaluation": "adaptation_id, result, voice",
    "adaptations_specialsupport": "kind, inquiry_on, holder_id",
}
BODIES = {
    "adaptations_adaptationbody": "own, how",
    "adaptations_evaluationbody": "text",
    "adaptations_specialsupportbody": "inquiry, decision, where_kept",
}


def plant_tried(subject: UUID, number: int, by: UUID, words: str) -> None:
    """Something tried, how it went and an inquiry about support with these words, in the compartment of this number."""
    tried = uuid4()
    rows = {
        "adaptations_adaptation": (tried, 6, "'', 'lesson', '', '2025-09-01', '2025-10-13', %(by)s"),
        "adaptations_evaluation": (uuid4(), 6, "%(tried)s, 'partly', 'child'"),
        "adaptations_specialsupport": (uuid4(), 7, "'', '2025-09-01', %(by)s"),
    }
    with as_guard() as cursor:
        for (table, columns), (body, texts) in zip(TRIED.items(), BODIES.items(), strict=True):
            pk, category, said = rows[table]
            values = {"id": pk, "subject": subject, "wall": number * 64 + category, "by": by, "tried": tried, "words": words}
            cursor.execute(
                f"insert into {table} (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
                f" for_child, {columns}) values (%(id)s, %(subject)s, %(wall)s, %(by)s, guard.now(), 'no', '', false, {said})",
                values,
            )
            cursor.execute(
                f"insert into {body} (head_id, subject_id, wall, {texts}) values (%(id)s, %(subject)s, %(wall)s,"
                f" {', '.join(['%(words)s'] * len(texts.split(', ')))})",
                values,
            )


def end_backend(pid: int) -> None:
    """Pull the plug on a connection."""
    with wire("postgres") as admin:
        admin.execute("select pg_terminate_backend(%s, 2000)", [pid])
