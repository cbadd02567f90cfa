"""Who acts in this thread right now: one person in one capacity, or nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction


class NobodyActing(RuntimeError):
    """A protected table was asked for while no one was acting: silence would look like an empty page."""


class NoLiveSession(RuntimeError):
    """The session is gone, too old, or its account or capacity has ended."""


@dataclass(frozen=True, slots=True)
class Acting:
    """The signed context of this transaction. `capacity_id` is None until a capacity is chosen."""

    person_id: UUID
    capacity_id: UUID | None
    token: str


_acting: ContextVar[Acting | None] = ContextVar("acting", default=None)


def acting() -> Acting | None:
    """The acting person and capacity, or None."""
    return _acting.get()


def insist_acting() -> Acting:
    """The acting person and capacity; raises NobodyActing when there is none."""
    found = _acting.get()
    if found is None:
        raise NobodyActing("No one is acting: open this through a door, or `with begun(token)`.")
    return found


@contextmanager
def begun(token: str) -> Iterator[Acting]:
    """A transaction in which the holder of this session token acts; raises NoLiveSession."""
    with transaction.atomic(), identified(token) as found:
        yield found


@contextmanager
def identified(token: str) -> Iterator[Acting]:
    """Sign the running transaction for the holder of the token; raises NoLiveSession."""
    with connection.cursor() as cursor:
        cursor.execute("select person, capacity from guard.begin(%s)", [token])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        raise NoLiveSession("There is no live session behind this token.")
    found = Acting(row[0], row[1], token)
    before = _acting.set(found)
    try:
        yield found
    finally:
        _acting.reset(before)
