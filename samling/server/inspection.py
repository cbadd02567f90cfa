"""What the database server says about its own safety, asked as samling_app."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

from samling.server import addresses, roles

OLDEST_SERVER = 180000


@dataclass(frozen=True)
class Finding:
    """Something unsafe, and what to do."""

    what: str
    do: str


def database_findings(environ: Mapping[str, str]) -> list[Finding]:
    """What the server says to samling_app."""
    try:
        with psycopg.connect(**addresses.dsn("app", environ)) as connection:
            return [*_server(connection), *_walls(connection), *_tables(connection)]
    except psycopg.Error as error:
        said = str(error).strip().splitlines()[0]
        return [
            Finding(
                f"The database does not answer to samling_app: {said}", "Start it, or correct SAMLING_DB_…."
            )
        ]


def _server(connection: psycopg.Connection[Any]) -> Iterable[Finding]:
    if connection.info.server_version < OLDEST_SERVER:
        yield Finding(
            f"PostgreSQL is too old ({connection.info.server_version // 10000}).", "Use version 18."
        )
    if _one(connection, "show data_checksums") != "on":
        yield Finding("The database would not notice a decaying disk.", "Switch on: pg_checksums --enable")
    for role, power in roles.dangerous(connection):
        yield Finding(f"The role {role} has the power {power.upper()}.", f"alter role {role} no{power};")


def _walls(connection: psycopg.Connection[Any]) -> Iterable[Finding]:
    for (table,) in connection.execute(
        "select distinct c.oid::regclass::text from pg_class c join pg_policy p on p.polrelid = c.oid"
        " where not (c.relrowsecurity and c.relforcerowsecurity) order by 1"
    ):
        yield Finding(
            f"The walls of table {table} are switched off.",
            f"alter table {table} enable row level security, force row level security;",
        )
    if _one(
        connection, "select exists(select from pg_class where pg_get_userbyid(relowner) = 'samling_app')"
    ):
        yield Finding(
            "The pages' role owns a table and could take its walls away.",
            "Hand every table to samling_owner: reassign owned by samling_app to samling_owner;",
        )


def _tables(connection: psycopg.Connection[Any]) -> Iterable[Finding]:
    if _one(connection, "select to_regprocedure('guard.now()') is null"):
        yield Finding("The tables are not there.", "Run: samling migrate")
    elif _one(
        connection,
        "select guard.is_demo() or abs(extract(epoch from guard.now() - statement_timestamp())) > 1",
    ):
        yield Finding(
            "The database is marked as a demo or a test: its clock may be moved and anybody may be anyone.",
            "Start with an empty database. If it is one: select guard.mark_installation('production');"
            " as samling_owner.",
        )


def _one(connection: psycopg.Connection[Any], query: str) -> Any:
    row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None
