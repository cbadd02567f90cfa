"""Who acts in this thread right now: one person in one capacity, or nobody."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, transaction


class NobodyActing(RuntimeError):
    """A protected table was asked for while no one was acting: silence would look like an empty page."""


class NoLiveSession(RuntimeError):
    """The session is gone, too old, or its account or capacity has ended."""


@dataclass(frozen=True, slots=True)
class Acting:
    """The signed context of this transaction. `capacity_id` is None until a capacity is chosen.

    `at` is when it began. `told` is what the guard has answered a page that only reads; None while anything
    may change. The walls ask for themselves, at every statement: nothing here opens one.
    """

    person_id: UUID
    capacity_id: UUID | None
    token: str
    at: dt.datetime
    told: dict[Hashable, Any] | None = field(default=None, compare=False)


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


def once(question: Hashable, ask: Callable[[], Any]) -> Any:
    """The answer to a question that a page asks itself in several places: asked once while it only reads."""
    found = _acting.get()
    if found is None or found.told is None:
        return ask()
    if question not in found.told:
        found.told[question] = ask()
    return found.told[question]


def each_once[T](question: Hashable, keys: Iterable[Any], ask: Callable[[list[Any]], dict[Any, T]]) -> dict[Any, T]:
    """What is known by these keys, None left out: `ask` is given those that the page has not asked for already."""
    wanted = {key for key in keys if key}
    met: dict[Any, T | None] = once(question, dict)
    missing = sorted(wanted - met.keys(), key=str)
    if missing:
        met.update(dict.fromkeys(missing) | ask(missing))
    return {key: found for key in wanted if (found := met[key]) is not None}


def remember(question: Hashable, answer: Any) -> None:
    """An answer that came along with another: it need not be asked for while the page only reads."""
    found = _acting.get()
    if found and found.told is not None:
        found.told[question] = answer


def recall(question: Hashable) -> Any:
    """An answer that came along with another; None where it did not."""
    found = _acting.get()
    return found.told.get(question) if found and found.told else None


def forget() -> None:
    """Something changes: whatever was asked before is asked anew."""
    found = _acting.get()
    if found and found.told:
        found.told.clear()


@contextmanager
def begun(token: str, *, by: str = "begin") -> Iterator[Acting]:
    """A transaction in which the holder of this session token acts; raises NoLiveSession.

    `by` is the guard function that knows the token: begin, or begin_task for one task.
    """
    with transaction.atomic(), identified(token, by=by) as found:
        yield found


@contextmanager
def reading_only() -> Iterator[None]:
    """A transaction that can change nothing: what the guard answers in it may be kept for a moment (decision 92)."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set transaction read only")
        yield


@contextmanager
def identified(token: str, *, reads: bool = False, by: str = "begin") -> Iterator[Acting]:
    """Sign the running transaction for the holder of the token; raises NoLiveSession.

    `reads` promises that nothing is changed until it ends, so that a question need not be asked twice.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"select person, capacity, guard.now() from guard.{by}(%s)", [token])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        raise NoLiveSession("There is no live session behind this token.")
    found = Acting(row[0], row[1], token, row[2], {} if reads else None)
    before = _acting.set(found)
    try:
        yield found
    finally:
        _acting.reset(before)
