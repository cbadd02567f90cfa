"""Years of it: everything that is written about one child, many times over and ever longer ago.

Read off the database's own catalogue, so that a new chapter is part of it by itself. For benches, and for tests that ask
whether a page costs more when there is more to show.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

APART = {"people_subject", "people_child", "journey_journey", "access_protection"}  # there is one of each
STAMPS = ("timestamp with time zone", "date")
COLUMNS = """
select c.relname, a.attname, format_type(a.atttypid, null), f.confrelid::regclass::text, a.attidentity <> ''
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]
 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum"""


@dataclass
class Table:
    """A table: the type of each column, and the table that it points at. What numbers its rows in order is a log."""

    name: str
    types: dict[str, str]
    points: dict[str, str]
    is_log: bool = False

    @property
    def key(self) -> str:
        """What its rows are known by."""
        return "id" if "id" in self.types else "head_id"


def tables(database: psycopg.Connection) -> dict[str, Table]:
    """Every table of the house with a key of its own."""
    found: dict[str, Table] = {}
    for name, column, kind, at, numbered in database.execute(COLUMNS).fetchall():
        table = found.setdefault(name, Table(name, {}, {}))
        table.is_log = table.is_log or numbered
        table.types[column] = kind
        if at:
            table.points[column] = at
    keyed = {name: one for name, one in found.items() if one.types.get(one.key) == "uuid" and not one.is_log}
    return {name: one for name, one in keyed.items() if name not in APART}


def relive(
    database: psycopg.Connection, subjects: Iterable[UUID], times: int, weeks: int = 13, *, without: tuple[str, ...] = ()
) -> int:
    """Copy all rows about these subjects `times` times, each so many weeks before the one after it; how many were made.

    `without` leaves out tables by the beginning of their names. The superuser's connection: no wall, trigger or foreign key is asked. What there can be only one of stays one.
    """
    known = {name: one for name, one in tables(database).items() if not name.startswith(without or "-")}
    asked = list(subjects)
    about = {name: _about(one, asked) for name, one in known.items() if "subject_id" in one.types}
    for name, one in known.items():  # rows that hang on those: an attempt on a letter, a word on a promise
        near = [(column, at) for column, at in one.points.items() if at in about and "subject_id" not in one.types]
        if near:
            about[name] = _hanging(one, near[0], known[near[0][1]], about[near[0][1]])
    made, order = 0, _parents_first({name: known[name] for name in about})
    with database.transaction():
        database.execute("set local session_replication_role = replica")
        for name in order:
            database.execute(_kept(name, about[name]))
        for turn in range(1, times + 1):
            for name in order:
                made += database.execute(_copy(known[name], about, turn, weeks)).rowcount
    return made


def _parents_first(near: dict[str, Table]) -> list[str]:
    """Each after those that it points at, where that can be."""
    order: list[str] = []
    while left := [name for name in near if name not in order]:
        free = [name for name in left if not {at for at in near[name].points.values() if at != name} & set(left)]
        order += free or left[:1]
    return order


def _about(table: Table, subjects: list[UUID]) -> sql.Composable:
    return sql.SQL("select * from {} where subject_id = any({})").format(sql.Identifier(table.name), sql.Literal(subjects))


def _hanging(table: Table, way: tuple[str, str], other: Table, rows: sql.Composable) -> sql.Composable:
    return sql.SQL("select * from {} where {} in (select {} from ({}) r)").format(
        sql.Identifier(table.name), sql.Identifier(way[0]), sql.Identifier(other.key), rows)


def _kept(name: str, rows: sql.Composable) -> sql.Composable:
    """The rows as they were before anything was copied."""
    return sql.SQL("create temp table {} on commit drop as {}").format(sql.Identifier(f"was_{name}"), rows)


def _copy(table: Table, about: dict[str, Any], turn: int, weeks: int) -> sql.Composable:
    columns = [_column(table, column, about, turn, weeks) for column in table.types]
    return sql.SQL("insert into {} ({}) select {} from {} k on conflict do nothing").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, table.types)), sql.SQL(", ").join(columns),
        sql.Identifier(f"was_{table.name}"))


def _column(table: Table, column: str, about: dict[str, Any], turn: int, weeks: int) -> sql.Composable:
    """A key of a copied row is made of the old one and the turn; what points at a row points at its copy, if there is one."""
    name, kind, at = sql.Identifier(column), table.types[column], table.points.get(column)
    copy = sql.SQL("md5(k.{}::text || {})::uuid").format(name, sql.Literal(f" {turn}"))
    if at in about and at != table.name:
        return sql.SQL("coalesce((select o.id from {} o where o.id = {}), k.{})").format(sql.Identifier(at), copy, name)
    if column == table.key or at == table.name:
        return copy
    if kind in STAMPS:
        return sql.SQL("(k.{} - {}::interval)::{}").format(name, sql.Literal(f"{turn * weeks} weeks"), sql.SQL(kind))
    return sql.SQL("k.{}").format(name)
