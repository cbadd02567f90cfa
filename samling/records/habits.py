"""What a page asks each time it is opened, asked in one message: half of what a short question costs is the way there and back.

A page learns from the time before: which statements it put, and where their values came from (the child, who acts, a day so many
days from today). When it is opened again they are sent together, as soon as those values are known, and whoever asks in the page
finds the answer waiting. What was sent in vain is left out the next time; what rests on another answer is asked when it is its
turn. Only statements, code words, places in a list and the names of values are kept from one page to the next: never an id, a day,
an answer, nor a text that somebody has written.
"""

import datetime as dt
import logging
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import Any, NamedTuple

import psycopg
from django.db import DEFAULT_DB_ALIAS, Error, connection

from .acting import insist_acting, recall, remember
from .clock import STOCKHOLM

TURN = "what is asked together"
log = logging.getLogger(__name__)

type Values = Sequence[Any] | Mapping[str, Any]


class Strange(Exception):
    """A value that comes from nothing the page knew when it began."""


class Known(NamedTuple):
    """A value that the page knows by this name."""

    name: str


class Ahead(NamedTuple):
    """A moment or a day: so many days from the page's own."""

    days: int
    is_moment: bool


class Several(NamedTuple):
    """A list of values."""

    each: tuple[Hashable, ...]


class Habit(NamedTuple):
    """One statement that a page puts: `names` where its values have names, and where each of them comes from."""

    sql: str
    names: tuple[str, ...] | None
    sources: tuple[Hashable, ...]


# The words that the code itself has written: the constants of each question, and those that a chapter has put here. No other text is kept.
CODES: set[str] = set()
PLACES = 1000  # a number below is how many, or a place in a list; none from there on is kept, which may be anybody's
KEPT: dict[str, list[Habit]] = {}  # by page, from the time before


class Turn:
    """A page while it is read: what it knows by name, what was asked for it together, what it has asked for."""

    def __init__(self, known: Mapping[str, Any], at: dt.datetime):
        self.known = {name: value for name, value in known.items() if value}
        self.names = {_firm(value): Known(name) for name, value in self.known.items()}
        self.at, self.today = at, at.astimezone(STOCKHOLM).date()
        self.answers: dict[Hashable, tuple[Habit, list[Any]]] = {}
        self.asked: dict[Habit, None] = {}

    def source(self, value: Any) -> Hashable:
        """Where a value comes from. Raises Strange."""
        if (name := self.names.get(_firm(value))) is not None:
            return name
        if isinstance(value, list):
            return Several(tuple(map(self.source, value)))
        if isinstance(value, dt.datetime):
            return Ahead(_days(value - self.at), True)
        if isinstance(value, dt.date):
            return Ahead((value - self.today).days, False)
        if _is_code(value):
            return value
        raise Strange

    def value(self, source: Hashable) -> Any:
        """The value from there, this time. Raises Strange where the page knows none."""
        if isinstance(source, Known):
            if source.name not in self.known:
                raise Strange
            return self.known[source.name]
        if isinstance(source, Several):
            return [self.value(one) for one in source.each]
        if isinstance(source, Ahead):
            return (self.at if source.is_moment else self.today) + dt.timedelta(days=source.days)
        return source

    def note(self, sql: str, values: Values) -> None:
        """Remember that this was asked, if its values can be known from the beginning."""
        names = tuple(values) if isinstance(values, Mapping) else None
        try:
            sources = tuple(self.source(value) for value in (values.values() if isinstance(values, Mapping) else values))
        except Strange:
            return
        self.asked[Habit(sql, names, sources)] = None

    def ask(self, page: str) -> None:
        """Put together what the page asked the time before, and keep the answers for whoever asks."""
        filled = [*self._filled(KEPT.get(page, []))]
        found = _together([(habit.sql, values) for habit, values in filled], page)
        for (habit, values), rows in zip(filled, found, strict=False):
            self.answers[_key(habit.sql, values)] = habit, rows

    def answer(self, sql: str, values: Values) -> list[Any] | None:
        """What waits for this question; None where it has to be asked, and is noted for the next time."""
        waiting = self.answers.pop(_key(sql, values), None)
        if waiting is None:
            self.note(sql, values)
            return None
        habit, rows = waiting
        self.asked[habit] = None
        return rows

    def _filled(self, habits: Iterable[Habit]) -> Iterator[tuple[Habit, Values]]:
        for habit in habits:
            try:
                values = [self.value(source) for source in habit.sources]
            except Strange:
                continue
            yield habit, dict(zip(habit.names, values, strict=True)) if habit.names is not None else values


@contextmanager
def together(page: str, **known: Any) -> Iterator[None]:
    """Inside, a page asks as it did the time before, in one message, with these ids and lists of ids as its values.

    Not for a page whose questions hold what somebody has typed in.
    """
    acting = insist_acting()
    if acting.told is None:  # something may change: each question is put when its turn comes
        yield
        return
    turn = Turn({"who": acting.person_id, "by": acting.capacity_id, **known}, acting.at)
    turn.ask(page)
    remember(TURN, turn)
    yield
    KEPT[page] = list(turn.asked)


def rows_of(sql: str, values: Values, cursor: Any) -> list[Any]:
    """The rows of a statement: those that wait, if it was put already, else asked for now."""
    turn: Turn | None = recall(TURN) if cursor.db.alias == DEFAULT_DB_ALIAS else None  # never what the sign-in's own role reads
    waiting = turn.answer(sql, values) if turn else None
    if waiting is not None:
        return waiting
    cursor.execute(sql, values)
    rows: list[Any] = cursor.fetchall()
    return rows


def _together(asked: Sequence[tuple[str, Values]], page: str) -> list[list[Any]]:
    """The rows of each, in one message; none at all where one of them falls: the page will ask, and be told why.

    The log is told which page and what kind of fault; never a value, nor the words of the fault, which may hold one.
    """
    if not asked:
        return []
    with connection.cursor() as before:
        before.execute("savepoint together")
        try:
            with connection.connection.pipeline():
                cursors = [connection.cursor() for _one in asked]
                for cursor, (sql, values) in zip(cursors, asked, strict=True):
                    cursor.execute(sql, values)
                found = [cursor.fetchall() for cursor in cursors]
        except (Error, psycopg.Error) as fault:
            before.execute("rollback to savepoint together")
            log.warning("What is asked together at “%s” fell, and is asked one by one: %s", page, type(fault.__cause__ or fault).__name__)
            return []
        before.execute("release savepoint together")
    return found


def _is_code(value: Any) -> bool:
    """Whether the code has written a value, and nobody else."""
    if isinstance(value, int):
        return abs(value) < PLACES
    return value is None or isinstance(value, Enum) or (isinstance(value, str) and value in CODES)


def _days(apart: dt.timedelta) -> int:
    if apart % dt.timedelta(days=1):
        raise Strange
    return apart // dt.timedelta(days=1)


def _firm(value: Any) -> Hashable:
    """The same for values that are the same: a list can be looked up too."""
    return ("list", *map(_firm, value)) if isinstance(value, list) else value if value.__hash__ else id(value)


def _key(sql: str, values: Values) -> Hashable:
    return sql, tuple(_firm(value) for value in (values.values() if isinstance(values, Mapping) else values))
