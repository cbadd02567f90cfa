"""Every table: how its rows hang on a child and on the compartment that holds them, or why they are about no child.

A condition is SQL about one row `x`. What it may ask of: the child's rows ($1), the journeys in whose shared space the
authority takes part ($2), each with the moment its part ended ($3), the compartments asked of ($4), and whether the
child's own compartment is among them ($5): what stands behind no wall goes with that one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from .reference.nobodys import NOBODYS

OWN = "x.subject_id = any ($1)"
HERE = "x.wall / 64 = any ($4)"
SHARED = "exists (select from unnest($2, $3) j (id, til) where j.id = x.{key} and x.{dated} <= j.til)"
OUR_STAFF = (
    "exists (select from public.people_capacity c join public.people_unit u on u.id = c.unit_id join public.people_branch b"
    " on b.id = u.branch_id where b.number = any ($4) and c.id {who})"
)
SOME_WALL = "exists (select from unnest(x.walls) w where w / 64 = any ($4))"
BY_COPY = (
    "exists (select from public.journey_party p {join} where p.child_id = any ($1) and p.how = 'copy'"
    " and p.journey_id = x.subject_id and x.wall / 64 = 0 and {this})"
)


def _shared(key: str, dated: str) -> str:
    return SHARED.replace("{key}", key).replace("{dated}", dated)


# What its columns do not say by themselves.
SPECIAL: dict[str, str] = {
    "people_subject": "x.id = any ($1) and $5",
    "people_rosterentry": "$5 and x.id in (select c.roster_id from public.people_child c where c.subject_id = any ($1))",
    "journey_journey": f"$5 and {_shared('subject_id', 'begun_at')}",
    "journey_party": (
        f"$5 and (x.child_id = any ($1) or x.accepted_at is not null and {_shared('journey_id', 'invited_at')})"
        " or exists (select from public.access_ground y where y.id = x.ground_id and {access_ground:y})"
    ),
    "journey_coordination": f"$5 and {_shared('journey_id', 'from_at')}",
    "journey_notice": f"(({OWN}) or {_shared('subject_id', 'sent_at')}) and {OUR_STAFF.replace('{who}', 'in (x.to_id, x.sent_by_id)')}",
    "access_ground": f"{OWN} and {SOME_WALL}",
    "access_assignment": f"{OWN} and {SOME_WALL}",
    "access_look": (
        f"({OWN} and {SOME_WALL} or x.kind <> 'open' and x.shown && $1 and {OUR_STAFF.replace('{who}', '= x.capacity_id')}"
        f" or $5 and (x.subject_id = any ($2) or x.shown && $2) and {OUR_STAFF.replace('{who}', '= x.capacity_id')})"
    ),
    "concern_namelessconcern": "x.id in (select y.nameless_id from public.concern_signal y where {concern_signal:y})",
}
# A party that takes part by copy holds what was sent to it.
ALSO: dict[str, str] = {
    "papers_sentcopy": BY_COPY.replace("{join}", "").replace("{this}", "p.id = x.party_id"),
    "papers_planversion": BY_COPY.replace("{join}", "join public.papers_sentcopy s on s.party_id = p.id").replace(
        "{this}", "s.version_id = x.id"
    ),
}
# Tables that hang on a record about a child by this column.
VIA: dict[str, str] = {
    "letters_queued": "message",
    "letters_attempt": "message",
    "concern_outcome": "signal",
    "concern_concernname": "nameless",
    "promises_promiselink": "promise",
    "followup_asklink": "ask",
    "extracts_opening": "request",
    "extracts_step": "request",
    "extracts_choice": "request",
    "extracts_copy": "request",
}
# Columns that are never handed on: what names other children, or the same one at another authority, opens a link, or is the machine's own.
LEFT_OUT: dict[str, tuple[str, ...]] = {
    "people_child": ("person_id", "sort_key"),
    "people_guardian": ("person_id", "identity_key"),
    "people_rosterentry": ("sort_key",),
    "journey_party": ("child_id",),
    "access_look": ("shown", "position", "tx", "assignment_id", "person_id"),
    "promises_promiselink": ("digest",),
    "followup_asklink": ("digest",),
    "extracts_step": ("paper",),
    "extracts_copy": ("paper", "data"),
    "siblings_joined": ("joining_id", "child_id"),
    "siblings_common": ("joining_id", "to_id"),
    "siblings_sametable": ("joining_id", "occasion"),
}
DATED = "written_at"


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
    said += f" or $5 and x.wall / 64 = 0 and {_shared('subject_id', dated)}" if dated else ""
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
