"""Rows into the database: staged by COPY, then inserted as the guard, whose policies let it write past the verbs.

Only the owner may make tables that last for a connection; from there on the guard writes, in one transaction alone. Every
constraint, trigger and foreign key is asked as for anyone's row.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connections, transaction
from psycopg import sql

from ..build import OWNER
from .data.tables import TABLES
from .scribe import Scribe


def fill(scribe: Scribe) -> int:
    """Write everything that was told, all or nothing; how many rows."""
    connection = connections[OWNER]
    with transaction.atomic(using=OWNER), connection.wrap_database_errors, connection.cursor() as cursor:
        raw: Any = cursor.connection.cursor()
        raw.execute("select relname from pg_class where relnamespace = pg_my_temp_schema()")
        there = {name for (name,) in raw.fetchall()}
        for table, lines in scribe.lines.items():
            if f"staged_{table}" not in there:
                raw.execute(_staged(table))
            with raw.copy(sql.SQL("copy {} from stdin").format(sql.Identifier(f"staged_{table}"))) as copy:
                copy.write("\n".join(lines) + "\n")
        raw.execute("set local role samling_guard")
        for table in scribe.lines:
            raw.execute(_written(table))
        raw.execute("set constraints all immediate")
    return scribe.rows


def analyze(tables: Iterable[str] = TABLES) -> None:
    """Fresh statistics for the planner."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f"analyze {', '.join(tables)}")


def _staged(table: str) -> sql.Composable:
    """A table as those columns of it that are written, empty again when the transaction is over; the guard may read it."""
    columns = _names(TABLES[table][0])
    made = "create temp table {0} on commit delete rows as select {1} from public.{2} limit 0; grant select on {0} to samling_guard"
    return sql.SQL(made).format(sql.Identifier(f"staged_{table}"), columns, sql.Identifier(table))


def _written(table: str) -> sql.Composable:
    columns, constants = TABLES[table]
    return sql.SQL("insert into public.{} ({}) select {} from {}").format(
        sql.Identifier(table), _names([*columns, *constants]),
        sql.SQL(", ").join([*map(sql.Identifier, columns), *map(sql.Literal, constants.values())]), sql.Identifier(f"staged_{table}"))


def _names(columns: list[str]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, columns))
