"""Who holds what: deputies, leave, and what passes on when a capacity ends. The guard decides; holders are derived live."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from . import guard


def duties() -> list[UUID]:
    """The capacities whose duties are mine now: my own, and those I have taken over."""
    return [row["my_duties"] for row in guard.rows("my_duties")]


def holders(capacities: Iterable[UUID | None]) -> dict[UUID, UUID | None]:
    """Who holds now what these capacities were given to hold; None where nobody can."""
    wanted = sorted({one for one in capacities if one}, key=str)
    found = guard.rows("holders", wanted) if wanted else []
    return {row["capacity"]: row["holder"] for row in found}


def heir_of(capacity: UUID) -> UUID | None:
    """Who would take over, if this capacity ended or went on leave now."""
    heir: UUID | None = guard.asked("heir_of", capacity)
    return heir


def without_holder() -> dict[UUID, int]:
    """Ended capacities of my organisation that nobody can take over, with how many children each held."""
    return {row["capacity"]: row["children"] for row in guard.rows("without_holder")}


def end_capacity(capacity: UUID, *, ends: dt.datetime | None = None) -> None:
    """End a capacity now or from a moment to come. Its rights go that moment, and what it held passes on. Raises Refused."""
    guard.call("end_capacity", capacity, ends)


def may_name_deputy(capacity: UUID) -> bool:
    """Whether the acting capacity says who stands in here: the nearest who leads, else the administrator."""
    return bool(guard.asked("may_name_deputy", capacity))


def name_deputy(capacity: UUID, stands_in: UUID) -> UUID:
    """This colleague takes over when the capacity ends or is on leave. Raises Refused."""
    return guard.call("name_deputy", capacity, stands_in)


def end_deputy(deputy: UUID) -> None:
    """No longer the deputy. Raises Refused."""
    guard.call("end_deputy", deputy)


def begin_leave(capacity: UUID, *, starts: dt.datetime | None, ends: dt.datetime | None) -> UUID:
    """The capacity holds nothing between these moments; its deputy does. Raises Refused."""
    return guard.call("begin_leave", capacity, starts, ends)


def end_leave(leave: UUID) -> None:
    """Back at work: what was handed over for the time of the leave returns. Raises Refused."""
    guard.call("end_leave", leave)
