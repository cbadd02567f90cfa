"""Everybody tries to write everywhere: rows drawn from the models are put into the tables, and those that are there changed."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import models

from .catalog import asked
from .database import plain
from .dice import Dice
from .filling import OWN, chapters, drawn, key_of, place
from .oracle import Reader
from .writing import may_add, may_change

RIGHTS = """select table_name::text, array_agg(column_name::text order by ordinal_position) from information_schema.columns
  where table_schema = 'public' and has_column_privilege('samling_app', format('public.%%I', table_name), column_name, %s) group by 1"""
KEYS = "(select x::uuid from jsonb_array_elements_text($1) x)"
Try = tuple[str, str, Any, str]  # what, the statement, what it is given, and what comes of it


@cache
def writable(right: str) -> dict[str, list[str]]:
    """Table -> the columns that a page has this right to, of what the worlds hold."""
    return {table: columns for table, columns in asked(RIGHTS, right) if table in chapters()}


@cache
def removable() -> set[str]:
    """The tables that a page may take rows away from."""
    return {name for (name,) in asked("select relname::text from pg_class where relnamespace = 'public'::regnamespace and "
            "relkind in ('r', 'p') and has_table_privilege('samling_app', oid, 'delete')")}  # fmt: skip


def tries(reader: Reader, tables: Iterable[str], adds: int, changes: bool) -> list[Try]:
    """What this reader tries in these tables, always the same."""
    dice = Dice(reader.world.seed ^ reader.capacity["id"].int & 0xFFFF)
    return [
        one
        for table in tables
        for one in (*additions(reader, dice, table, adds), *(changing(reader, table) if changes else ()))
    ]


def came_otherwise(cursor, tried: list[Try]) -> list[str]:
    """What came of it where that was something else."""
    if not tried:
        return []
    cursor.execute("select walls_write(%s, %s::jsonb[])", [[one[1] for one in tried], [json.dumps(one[2], default=plain) for one in tried]])
    came = [row[0] for row in cursor.fetchall()]
    return [f"{one[0]}: {found[:60]}, expected {one[3][:60]}" for one, found in zip(tried, came, strict=True) if found != one[3]]


def additions(reader: Reader, dice: Dice, table: str, times: int) -> Iterable[Try]:
    """Rows that this reader might add, most of them in her own name and where she may write."""
    columns = writable("INSERT").get(table, ())
    names = ", ".join(f'"{name}"' for name in columns)
    for _ in range(times if columns else 0):
        if row := _row(reader, dice, table):
            sql = f"with a as (insert into {table} ({names}) select {names} from jsonb_populate_record(null::{table}, $1)) select 'done'"
            yield f"{table}: add", sql, row, "done" if may_add(reader, table, row) else "refused"


def changing(reader: Reader, table: str) -> Iterable[Try]:
    """Every row of the table, changed to what it says already in all that may be changed; a draft is taken away too."""
    key, rows = key_of(table), reader.world.of(table)
    if not (table in writable("UPDATE") or table in removable()):
        return
    may = "{" + ",".join(sorted(str(row[key]) for row in rows if may_change(reader, table, row))) + "}"
    same = ", ".join(f'"{name}" = "{name}"' for name in writable("UPDATE").get(table, ()))
    ways = {"change": f"update {table} set {same}"} if same else {}
    ways |= {"remove": f"delete from {table}"} if table in removable() else {}
    for name, way in ways.items():
        sql = f"with c as ({way} where {key} in {KEYS} returning {key} as k) select coalesce(array_agg(k order by k::text), '{{}}') from c"
        yield f"{table}: {name}", sql, [row[key] for row in rows], may


def _row(reader: Reader, dice: Dice, table: str) -> dict[str, Any] | None:
    """A row about something near the reader."""
    world, model = reader.world, chapters()[table]
    if model.policy == "body":
        rows = world.of(model._meta.pk.related_model._meta.db_table)
        mine = [row for row in rows if row["written_by_id"] == reader.me]
        if not rows:
            return None
        told = dice.pick(mine if mine and dice.chance(0.7) else rows)
        other = dice.pick(rows) if dice.chance(0.3) else told
        base = {"head_id": told["id"], "subject_id": dice.pick((told, other))["subject_id"], "wall": dice.pick((told, other))["wall"]}
    elif model.policy == "head":
        near = dice.pick((reader.writes, reader.writes, reader.writes, reader.reads - reader.writes, None))
        subject, wall = dice.pick(sorted(near, key=str)) if near else place(world, dice)
        base = {"subject_id": subject, "wall": wall}
    else:
        base = {}
    base |= OWN[table](world, dice) if table in OWN else {}
    row = drawn(world, dice, model, dict(base))
    for field in model._meta.local_fields if row else ():
        if field.is_relation and field.attname not in base and row[field.attname] is not None:
            row[field.attname] = _near(reader, dice, field, row)
    return row


def _near(reader: Reader, dice: Dice, field: models.Field, row: dict[str, Any]) -> Any:
    """Mostly oneself, one's own unit, or something that one reads."""
    target = field.related_model._meta.db_table
    own = {"people_capacity": reader.me, "people_unit": reader.capacity["unit_id"]}.get(target)
    if dice.chance(0.3):
        return row[field.attname]
    if own:
        return own
    key = field.target_field.attname
    seen = [one for one in reader.world.of(target) if target in chapters() and one[key] in reader.sees(target)]
    same = [one for one in seen if one.get("subject_id") == row.get("subject_id", "")]
    return dice.pick(same or seen)[key] if seen else row[field.attname]
