"""Every table: how its rows hang on a child and on the compartment that holds them, or why they are about no child."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from .reference.hanging import ALSO, DATED, HERE, LEFT_OUT, OWN, SPECIAL, VIA, shared
from .reference.nobodys import NOBODYS


@dataclass(frozen=True, slots=True)
class Kind:
    """One table about children: its model, the text that stands beside it, and which of its rows are the child's."""

    table: str
    model: type[models.Model]
    body: type[models.Model] | None
    condition: str

    @property
    def key(self) -> str:
        """The column of its key."""
        return str(self.model._meta.pk.column)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Columns that are never handed on."""
        return LEFT_OUT.get(self.table, ())


@cache
def kinds() -> dict[str, Kind]:
    """Every table with rows about a child, by name; a text goes with its record."""
    return {table: Kind(table, model, _bodies().get(table), condition(table)) for table, model in sorted(_tables().items())
            if not _is_body(model) and table not in NOBODYS}  # fmt: skip


def unsaid() -> list[str]:
    """Tables of which it is not said how they hang on a child, nor that they are about none."""
    return [table for table, model in _tables().items()
            if not _is_body(model) and table not in NOBODYS and not _columns(model) & {"subject_id"}
            and table not in SPECIAL and table not in VIA]  # fmt: skip


def condition(table: str, row: str = "x") -> str:
    """Which rows of a table are the child's and the compartment's, said of `row`."""
    said = re.sub(r"\{(\w+):(\w)\}", lambda found: f"({condition(*found.groups())})", _said(table))
    return said.replace("x.", f"{row}.") if row != "x" else said


def _said(table: str) -> str:
    if table in SPECIAL:
        return SPECIAL[table]
    if table in VIA:
        return _through(table)
    columns = _columns(_tables()[table])
    if "wall" not in columns:
        return f"$5 and {OWN}"
    dated = DATED if DATED in columns else "made_at" if "made_at" in columns else ""
    said = f"{OWN} and {HERE}"
    said += f" or $5 and x.wall / 64 = 0 and {shared('subject_id', dated)}" if dated else ""
    return f"{said} or $5 and {ALSO[table]}" if table in ALSO else said


def _through(table: str) -> str:
    field: Any = _tables()[table]._meta.get_field(VIA[table])
    whole, letter = field.related_model._meta.db_table, "abcdefgh"[_depth(table)]
    inner = condition(whole, letter)
    return f"exists (select from public.{whole} {letter} where {letter}.{field.target_field.column} = x.{field.column} and ({inner}))"


def _depth(table: str) -> int:
    field: Any = _tables()[table]._meta.get_field(VIA[table])
    whole = field.related_model._meta.db_table
    return 1 + _depth(whole) if whole in VIA else 0


def rows() -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Table, key, table of its text (or nothing), condition, columns left out: what the guard is told."""
    for kind in kinds().values():
        yield kind.table, kind.key, kind.body._meta.db_table if kind.body else "", kind.condition, list(kind.left_out)


@cache
def _tables() -> dict[str, type[models.Model]]:
    return {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}


@cache
def _bodies() -> dict[str, type[models.Model]]:
    return {model._meta.pk.related_model._meta.db_table: model for model in _tables().values() if _is_body(model)}


def _is_body(model: Any) -> bool:
    return getattr(model, "policy", "") == "body"


def _columns(model: type[models.Model]) -> set[str]:
    return {str(field.column) for field in model._meta.local_fields}
