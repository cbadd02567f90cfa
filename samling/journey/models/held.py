"""What somebody holds about a child: promises, meetings to come and other duties, as the chapters tell of them.

A later chapter puts its question into HELD; this chapter has never heard of it.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Sort(StrEnum):
    """What sort of thing is held."""

    PROMISE = "promise"
    MEETING = "meeting"
    DUTY = "duty"


class Held(NamedTuple):
    """One thing that a capacity was given to hold: what it is in a few words, about whom, by when, and where it stands."""

    sort: Sort
    title: str
    capacity: UUID
    subject: UUID
    record: UUID
    on: dt.date | None = None
    to: str = ""


# The open things of these capacities, about one child (a child row or its journey) or about any; read by the walls.
Source = Callable[[list[UUID], UUID | None], Iterable[Held]]
HELD: list[Source] = []


def held(capacities: Iterable[UUID], about: UUID | None = None) -> list[Held]:
    """Everything that these hold, as far as one may read, the nearest day first."""
    wanted = list(capacities)
    found = [one for ask in HELD for one in ask(wanted, about)] if wanted else []
    return sorted(found, key=lambda one: (one.on or dt.date.max, one.title))
