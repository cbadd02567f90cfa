"""*Vem har tittat?* and *Mina öppningar*: the log, read through the guard, in days and words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext, gettext_noop

from samling.kernel.categories import PER_BRANCH
from samling.people.models import Capacity, Child
from samling.records.clock import STOCKHOLM

from . import guard
from .models import Ground
from .plain import kinds_of

PAGE = 100  # lines on a page
ERRANDS = (gettext_noop("open a child"),)  # what the guard itself writes


@dataclass(frozen=True, slots=True)
class Line:
    """One look: when, by whom, on what errand, and which kinds of information it opened."""

    at: dt.datetime
    errand: str
    kinds: list[str]
    who: Capacity | None = None
    told: bool = False
    in_emergency: bool = False
    kind: str = "open"
    child: Child | None = None
    shown: int = 0
    in_space: bool = False  # opened in a shared space, which is several authorities' and no single child's row


@dataclass(frozen=True, slots=True)
class Looked:
    """A page of the log: lines by day, newest first, and where the older ones begin."""

    days: list[tuple[dt.date, list[Line]]]
    older: str = ""
    children: list[Child] = field(default_factory=list)


def before(asked: str) -> dt.datetime | None:
    """The moment that a page of the log ends at; None for one that makes no sense."""
    try:
        at = parse_datetime(asked[:40].replace(" ", "+"))
    except ValueError:
        return None
    return at if at and at.tzinfo else None


def looks_at(child: Child, until: dt.datetime | None) -> Looked:
    """Who has looked at a child, as far as the acting capacity may know."""
    rows, older = _page(guard.rows("looks_at", child.pk), until)
    people, mine = _people(row["capacity"] for row in rows), set(guard.my_access(child.pk))
    broken = _broken_glass(row["ground_ids"] for row in rows)
    lines = [Line(row["at"], _said(row["errand"]), kinds_of(mine & set(row["walls"])), people.get(row["capacity"]),
                  told=bool(row["ground_ids"]), in_emergency=bool(broken & set(row["ground_ids"]))) for row in rows]
    return Looked(_by_day(lines), older)


def _broken_glass(grounds: Iterable[list[UUID]]) -> set[UUID]:
    """Those of these grounds that are emergency openings."""
    wanted = {one for found in grounds for one in found}
    rows = Ground.objects.filter(pk__in=wanted, basis=Ground.Basis.BREAK_GLASS)
    return set(rows.values_list("pk", flat=True)) if wanted else set()


def my_looks(until: dt.datetime | None) -> Looked:
    """What I have opened, listed and searched, in all my roles. Only children I may still see have a name."""
    rows, older = _page(guard.rows("my_looks"), until)
    people = _people(row["capacity"] for row in rows)
    children = {one.pk: one for one in Child.objects.filter(pk__in={row["subject"] for row in rows if row["subject"]})}
    lines = [Line(row["at"], _said(row["errand"]), kinds_of(row["walls"]), people.get(row["capacity"]),
                  kind=row["kind"], child=children.get(row["subject"]), shown=row["shown"] or 0,
                  in_space=in_space(row["walls"])) for row in rows]
    return Looked(_by_day(lines), older, list(children.values()))


def in_space(walls: list[int]) -> bool:
    """Whether a look was at a shared space alone: its walls are no single authority's."""
    return bool(walls) and all(wall < PER_BRANCH for wall in walls)


def _said(errand: str) -> str:
    return gettext(errand)


def _page(rows: list[dict[str, Any]], until: dt.datetime | None) -> tuple[list[dict[str, Any]], str]:
    found = [row for row in rows if until is None or row["at"] < until]
    shown = found[:PAGE]
    return shown, shown[-1]["at"].astimezone(dt.UTC).isoformat() if len(found) > PAGE else ""


def _people(ids: Iterable[UUID | None]) -> dict[UUID, Capacity]:
    return Capacity.known(ids)


def _by_day(lines: list[Line]) -> list[tuple[dt.date, list[Line]]]:
    days = groupby(lines, key=lambda line: line.at.astimezone(STOCKHOLM).date())
    return [(day, list(inside)) for day, inside in days]
