"""Meetings to come of every kind, as the chapters tell of them: one calendar, the nearest first.

A later chapter puts its question into MEETS; this chapter has never heard of it.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple
from uuid import UUID

from samling.people.models import Capacity, Child
from samling.records.clock import STOCKHOLM


class Meet(NamedTuple):
    """One meeting to come. `mine`: I have a place there; `child`: whom it is about, where it is about one child."""

    title: str
    starts_at: dt.datetime
    place: str
    to: str = ""
    child: Child | None = None
    mine: bool = False
    who: str = ""
    record: UUID | None = None

    @property
    def on(self) -> dt.date:
        """The day, in Stockholm."""
        return self.starts_at.astimezone(STOCKHOLM).date()


# The meetings to come that this capacity may know of; each source asks the same few questions however many there are.
Source = Callable[[Capacity, dt.datetime], Iterable[Meet]]
MEETS: list[Source] = []


def meets(by: Capacity, at: dt.datetime) -> list[Meet]:
    """Every meeting to come that one may know of, the nearest first."""
    return sorted((one for ask in MEETS for one in ask(by, at)), key=lambda one: (one.starts_at, not one.mine, one.title))


def by_day(found: Iterable[Meet]) -> list[tuple[dt.date, list[Meet]]]:
    """The meetings of each day, mine first."""
    days: dict[dt.date, list[Meet]] = {}
    for one in found:
        days.setdefault(one.on, []).append(one)
    return [(on, sorted(rows, key=lambda one: (not one.mine, one.starts_at))) for on, rows in sorted(days.items())]
