"""Rows into the database: staged by COPY, then inserted as the guard, whose policies let it write past the verbs.

Only the owner may make tables that last for a connection; from there on the guard writes, in one transaction alone. Every
constraint, trigger and foreign key is asked as for anyone's row.
"""

from typing import Any

from django.db import connections, transaction
from psycopg import sql

from ..build import OWNER
from .data.tables import TABLES
from .scribe import Scribe


def fill(scribe: Scribe) -> int:
    """Write everything that was told, all or nothing; how many rows."""
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        raw: Any = cursor.connection.cursor()
        for table, lines in scribe.lines.items():
            raw.execute(_staged(table))
            with raw.copy(sql.SQL("copy {} from stdin").format(sql.Identifier(f"staged_{table}"))) as copy:
                copy.write("\n".join(lines) + "\n")
        raw.execute("set local role samling_guard")
        for table in scribe.lines:
            raw.execute(_written(table))
        raw.execute("set constraints all immediate")
    return scribe.rows


def analyze() -> None:
    """Fresh statistics for the planner."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f"analyze {', '.join(TABLES)}")


def _staged(table: str) -> sql.Composable:
    """A table as those columns of it that are written, gone when the transaction is; the guard may read it."""
    columns = _names(TABLES[table][0])
    made = "create temp table {0} on commit drop as select {1} from public.{2} limit 0; grant select on {0} to samling_guard"
    return sql.SQL(made).format(sql.Identifier(f"staged_{table}"), columns, sql.Identifier(table))


def _written(table: str) -> sql.Composable:
    columns, constants = TABLES[table]
    return sql.SQL("insert into public.{} ({}) select {} from {}").format(
        sql.Identifier(table), _names([*columns, *constants]),
        sql.SQL(", ").join([*map(sql.Identifier, columns), *map(sql.Literal, constants.values())]), sql.Identifier(f"staged_{table}"))


def _names(columns: list[str]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, columns))
