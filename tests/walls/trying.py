"""Everybody tries to write everywhere: rows drawn from the models are put into the tables, and those that are there changed."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import models

from .database import plain
from .dice import NOW, Dice
from .filling import chapters, drawn, key_of, place
from .oracle import Reader
from .own import said_of
from .rights import removable, writable
from .writing import may_add, may_change, reaches

KEYS = "(select x::uuid from jsonb_array_elements_text($1) x)"
DRAWS, GOOD, OTHERS = 40, 2, 3  # near misses: rows drawn, good ones of them, other rows in a column
REDRAWS = 8
Try = tuple[str, str, Any, str]  # what, the statement, what it is given, and what comes of it


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
    for _ in range(times if table in writable("INSERT") else 0):
        if row := _row(reader, dice, table):
            yield _adding(reader, table, row)


def near_misses(reader: Reader, table: str) -> Iterable[Try]:
    """Rows that this reader may add, and each of them with something else in one of its columns: what else must be right?"""
    dice, columns = Dice(reader.world.seed ^ reader.capacity["id"].int & 0xFFFF ^ 0x5EED), writable("INSERT").get(table, ())
    drawn_rows = (_row(reader, dice, table) for _ in range(DRAWS if columns else 0))
    good = [row for row in drawn_rows if row and may_add(reader, table, row)][:GOOD]
    for row in good:
        yield _adding(reader, table, row)
        for field in chapters()[table]._meta.local_fields:
            if field.attname in columns:
                yield from (_adding(reader, table, row | {field.attname: value}) for value in _others(reader, dice, field, row))


def _others(reader: Reader, dice: Dice, field: models.Field, row: dict[str, Any]) -> list[Any]:
    """What else could stand in a column: nothing, something else, some other rows that it could point at."""
    now, found = row[field.attname], [None] if field.null else []
    if field.is_relation:
        table, key = field.related_model._meta.db_table, field.target_field.attname
        rows, seen = [one[key] for one in reader.world.of(table)], reader.sees(table) if table in chapters() else ()
        found += dice.random.sample(rows, min(len(rows), OTHERS)) + [one for one in rows if one in seen][:OTHERS]
        found += _journeys(reader, now)
    elif field.choices:
        found += [value for value, _words in field.flatchoices if value]
    elif isinstance(field, models.BooleanField):
        found += [True, False]
    elif field.attname == "wall":
        found += dice.some([wall for subject, wall in reader.reads | reader.writes if subject == row["subject_id"]], 0.7)[:OTHERS]
        found += [now + 64]  # the same in another branch
    elif isinstance(field, models.DateTimeField):
        found += [NOW]
    return [value for value in found if value != now]


def _journeys(reader: Reader, subject: Any) -> list[Any]:
    """The other journeys, where something is about one."""
    there = [row["subject_id"] for row in reader.world.of("journey_journey")]
    return there if subject in there else []


def _adding(reader: Reader, table: str, row: dict[str, Any]) -> Try:
    names = ", ".join(f'"{name}"' for name in writable("INSERT")[table])
    sql = f"with a as (insert into {table} ({names}) select {names} from jsonb_populate_record(null::{table}, $1)) select 'done'"
    return f"{table}: add", sql, row, "done" if may_add(reader, table, row) else "refused"


def changing(reader: Reader, table: str) -> Iterable[Try]:
    """Every row of the table, changed to what it says already in all that may be changed; a draft is taken away too."""
    key, rows = key_of(table), reader.world.of(table)
    if not (table in writable("UPDATE") or table in removable()):
        return
    may = _said(row[key] for row in rows if may_change(reader, table, row))
    reached = _said(row[key] for row in rows if reaches(reader, table, row))
    same = ", ".join(f'"{name}" = "{name}"' for name in writable("UPDATE").get(table, ()))
    ways = {"change": f"update {table} set {same}"} if same else {}
    ways |= {"remove": f"delete from {table}"} if table in removable() else {}
    for name, way in ways.items():
        sql = f"with c as ({way} where {key} in {KEYS} returning {key} as k) select coalesce(array_agg(k order by k::text), '{{}}') from c"
        yield f"{table}: {name}", sql, [row[key] for row in rows], may
        blindly = f"update {table} set \"{writable('UPDATE')[table][0]}\" = null" if name == "change" else f"delete from {table}"
        yield f"{table}: {name} blindly", f"select walls_blindly('{blindly}', array{KEYS})", [row[key] for row in rows], reached


def _said(keys: Iterable[Any]) -> str:
    return "{" + ",".join(sorted(map(str, keys))) + "}"


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
    base |= _said_near(reader, dice, table)
    row = drawn(world, dice, model, dict(base))
    for field in model._meta.local_fields if row else ():
        if field.is_relation and field.attname not in base and row[field.attname] is not None:
            row[field.attname] = _near(reader, dice, field, row)
    return row


def _said_near(reader: Reader, dice: Dice, table: str) -> dict[str, Any]:
    """What a row of this table says beside: of a few draws the first about what the reader writes of, if there is one."""
    draws = [said_of(table, reader.world, dice)]
    while "subject_id" in draws[-1] and (draws[-1]["subject_id"], draws[-1]["wall"]) not in reader.writes and len(draws) < REDRAWS:
        draws.append(said_of(table, reader.world, dice))
    return {name: value for name, value in draws[-1].items() if name != "written_by_id"}


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
