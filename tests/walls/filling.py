"""A random world's rows of the chapters: for every table that a page may read, rows of what its model says.

`fill` draws what no other file of the worlds draws. A new chapter needs nothing here, unless its rows have rules of
their own (own.py); who reads a table of the template `plain` is said in sentences.py.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any
from zlib import crc32

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from . import own
from .dice import DAY, HOUR, NOW, Dice, World, head
from .fitting import fitted
from .places import WALL_CATEGORIES
from .sizes import NIGHT

# What the other files of the worlds draw, each row with its chances.
DRAWN = (
    "people_organisation",
    "people_branch",
    "people_unit",
    "people_person",
    "people_capacity",
    "people_subject",
    "people_child",
    "people_guardian",
    "journey_journey",
    "access_ground",
    "journey_party",
    "access_assignment",
    "access_jointteam",
    "access_jointmember",
    "consent_consent",
    "consent_consentanswer",
    "consent_consentexception",
    "consent_nocontact",
    "access_groundconsent",
    "access_disclosure",
    "people_protection",
    "access_protectedreader",
    "journey_entry",
    "journey_entrybody",
    "access_look",
    "people_account",
    "people_session",
)
READ = ("head", "body", "plain")
SHARED = (40, 41, 42, 43)
ROWS = 5
# Where many things have to be right at once for a condition to be seen.
MANY = {"forum_forumwords": 30, "people_agreement": 1, "siblings_joined": 12, "siblings_common": 24} | dict.fromkeys(
    ("adaptations_adaptation", "checklist_answer", "closing_closing", "extracts_request", "forum_forummember", "letters_letter",
     "referral_referral", "referral_triagedecision", "promises_promise", "relay_relay", "transition_package", "welcome_infomeeting"), 15
) | dict.fromkeys(("forum_forumitem", "forum_forumslot", "letters_message", "support_support", "support_supportstatus", "views_note"), 10)
SHARES = 1 if NIGHT else 8  # worlds among which the chapters are shared out
NOT_DRAWN = {"people_roleright": "what roles may is the same for all worlds, and comes with the house"}
TODAY = NOW.date()
# What may be put right for a while after it was written: some is of today, the rest is older.
JUST_WRITTEN = {**dict.fromkeys((0, 1, 2), HOUR / 6), 3: HOUR / 2, 4: 23 * HOUR}

# Tables whose rows are read by way of another that they do not point at.
BESIDE = {"siblings_common": {"siblings_joined"}, "siblings_sametable": {"siblings_joined"}} | {f"extracts_{name}": {"extracts_opening"} for name in ("request", "step", "choice", "copy")}

AFTER = ("siblings_common", "siblings_sametable")  # drawn from rows that they do not point at

@cache
def chapters() -> dict[str, type[models.Model]]:
    """Table -> model of everything of which a page may read some row, each after those that it points at."""
    found = {model._meta.db_table: model for model in apps.get_models() if getattr(model, "policy", None) in READ}
    ordered: dict[str, type[models.Model]] = {}
    while len(ordered) < len(found):
        ready = {table: model for table, model in found.items() if table not in ordered and _points_at(model) & {*found} <= {*ordered, table}}
        assert ready, f"these point at each other: {set(found) - set(ordered)}"
        ordered |= ready
    return ordered


def _points_at(model: type[models.Model]) -> set[str]:
    return {field.related_model._meta.db_table for field in model._meta.local_fields if field.is_relation}


@cache
def key_of(table: str) -> str:
    """The column of a table's key."""
    return chapters()[table]._meta.pk.attname


@cache
def filled() -> list[str]:
    """The tables that are drawn here."""
    return [table for table in chapters() if table not in DRAWN and table not in NOT_DRAWN]


def share_of(seed: int) -> list[str]:
    """The tables that the world of a seed holds; always the texts of what every world holds."""
    texts = (table for table in filled() if chapters()[table].policy == "body" and not _points_at(chapters()[table]) & {*filled()})
    return with_what_they_need([*texts, *filled()[seed % SHARES :: SHARES]])


def with_what_they_need(tables: Iterable[str]) -> list[str]:
    """These tables and all that their rows point at, in their order."""
    listed, wanted, ahead = filled(), set(), set(tables)
    while ahead:
        wanted |= ahead
        ahead = set().union(*(_points_at(chapters()[table]) | BESIDE.get(table, set()) for table in ahead)) & set(listed) - wanted
    return sorted((table for table in listed if table in wanted), key=lambda table: table in AFTER)


def fill(world: World, tables: Iterable[str]) -> None:
    """Rows of these tables, each with dice of its own: a new table leaves the others as they were."""
    for table in tables:
        model, dice = chapters()[table], Dice(world.seed << 32 | crc32(table.encode()))
        if model.policy == "body":
            told = [row for row in world.of(model._meta.pk.related_model._meta.db_table) if dice.chance(0.8)]
            write_texts(world, dice, model, told)
            continue
        for _ in range(MANY.get(table, ROWS)):
            write(world, dice, model, *(place(world, dice) if model.policy == "head" else ()))


NOTHING: Mapping[str, Any] = MappingProxyType({})


def write(world: World, dice: Dice, model: type[models.Model], *where: Any, **more: Any) -> None:
    """A row, about a subject behind a wall where that is said; `more` of it is so whatever else is drawn."""
    names = {field.attname for field in model._meta.local_fields}
    base = (head(world, dice, *where) if where else {}) | more
    if where and (just := JUST_WRITTEN.get(base["id"].int % 10)):
        base["written_at"] = NOW - just
    said, fixed = ({name: value for name, value in one.items() if name in names} for one in (base, more))
    _add(world, dice, model, said, fixed)


def write_texts(world: World, dice: Dice, model: type[models.Model], heads: Iterable[dict]) -> None:
    """The texts of these records."""
    for told in heads:
        _add(world, dice, model, {"head_id": told["id"], "subject_id": told["subject_id"], "wall": told["wall"]})


def place(world: World, dice: Dice) -> tuple:
    """A subject and a wall behind which something may be written about it, mostly one that somebody is assigned."""
    if dice.chance(0.6):
        given = dice.pick([row for row in world.of("access_assignment") if row["walls"]])
        return given["subject_id"], dice.pick(given["walls"])
    if dice.chance(0.25):
        return dice.pick(world.of("journey_journey"))["subject_id"], dice.pick(SHARED)
    child = dice.pick(world.of("people_child"))
    branches = [row for row in world.of("people_branch") if child["branch_id"] in (row["id"], row["hangs_on_id"])]
    return child["subject_id"], dice.pick(branches)["number"] * 64 + dice.pick(WALL_CATEGORIES)


def _add(world: World, dice: Dice, model: type[models.Model], row: dict[str, Any], fixed: Mapping[str, Any] = NOTHING) -> None:
    table = model._meta.db_table
    row |= (own.said_of(table, world, dice)) | dict(fixed)
    if drawn(world, dice, model, row) and not any(_taken(world, table, row, names) for names in _alone(model)):
        world.add(table, **row)


def drawn(world: World, dice: Dice, model: type[models.Model], row: dict[str, Any]) -> dict[str, Any] | None:
    """The whole of a row of which something is said already; nothing where that cannot be."""
    fixed, columns = set(row) - {"about_person"}, {field.attname: field for field in model._meta.local_fields}
    if {"from_at", "until_at"} <= set(columns) - fixed:
        row["from_at"], until = dice.period()
        row["until_at"] = until if columns["until_at"].null else NOW
    for name, field in columns.items():
        if name not in row:
            row[name] = _value(world, dice, field, row)
    return row if fitted(model, row, dice, lambda name: _value(world, dice, columns[name], row), fixed) else None


@cache
def _alone(model: type[models.Model]) -> list[tuple[str, ...]]:
    """Columns of which no two rows may hold the same, whatever else they say."""
    names = [one.fields for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    names += [(field.name,) for field in model._meta.local_fields if field.unique]
    return [tuple(model._meta.get_field(name).attname for name in fields) for fields in names]


def _taken(world: World, table: str, row: dict[str, Any], names: tuple[str, ...]) -> bool:
    mine = [row[name] for name in names]
    return None not in mine and any([other[name] for name in names] == mine for other in world.of(table))


def _value(world: World, dice: Dice, field: models.Field, row: dict[str, Any]) -> Any:
    if field.is_relation:
        return _pointed_at(world, dice, field, row)
    if field.null and dice.chance(0.5):
        return None
    if field.choices:
        return dice.pick([value for value, _words in field.flatchoices if value])
    if isinstance(field, (models.CharField, models.TextField)):
        return (world.words or dice.id().hex)[: field.max_length]
    if isinstance(field, ArrayField):
        return [_value(world, dice, field.base_field, row) for _ in range(dice.random.randint(1, 3))]
    return PLAINLY[next(kind for kind in PLAINLY if isinstance(field, kind))](dice)


# The first kind that fits.
PLAINLY: dict[type, Callable[[Dice], Any]] = {
    models.UUIDField: lambda dice: dice.id(),
    models.DateTimeField: lambda dice: NOW - HOUR * dice.random.randint(1, 900),
    models.DateField: lambda dice: TODAY - DAY * dice.random.randint(0, 40),
    models.TimeField: lambda _dice: dt.time(8),
    models.BooleanField: lambda dice: dice.chance(0.5),
    models.IntegerField: lambda dice: dice.random.randint(1, 3),
    models.JSONField: lambda _dice: {},
    models.BinaryField: lambda _dice: b"x",
}


def _pointed_at(world: World, dice: Dice, field: models.Field, row: dict[str, Any]) -> Any:
    """One of the world's rows, of the same subject where there is one; nothing now and then, where that may be."""
    target = field.related_model._meta.db_table
    rows = world.of(target)
    if field.null and (not rows or dice.chance(0.3)):
        return None
    if target == "people_capacity":
        return own.someone(world, dice)
    near = [one for one in rows if one.get("subject_id") == row.get("subject_id", "")] or rows
    return dice.pick(near)[field.target_field.attname]
