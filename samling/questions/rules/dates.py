"""Time limits in law and steps of a local ladder: when is it due, and who acts."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from samling.questions.reference import (
    DEADLINES,
    LADDERS,
    SUPPORT_KINDS,
    Deadline,
    Ladder,
    LadderStep,
    SupportKind,
)


class Period(Protocol):
    """Reference data with a period; `to_on` is the first day it no longer holds."""

    @property
    def from_on(self) -> date: ...
    @property
    def to_on(self) -> date | None: ...


def standing[T: Period](rows: Iterable[T], on: date) -> list[T]:
    """The rows that hold on a day."""
    return [row for row in rows if row.from_on <= on and (row.to_on is None or on < row.to_on)]


def support_kinds(on: date) -> list[SupportKind]:
    """The legal kinds of support on a day."""
    return standing(SUPPORT_KINDS, on)


def deadlines(on: date) -> list[Deadline]:
    """The time limits in law on a day."""
    return standing(DEADLINES, on)


def deadline(code: str, on: date) -> Deadline:
    """One time limit as it stands on a day. Raises LookupError."""
    for one in deadlines(on):
        if one.code == code:
            return one
    raise LookupError(f"No time limit {code} stands on {on}.")


def due_on(code: str, starts_on: date) -> date | None:
    """The last day of a time limit that starts on a day; None where the law names no number."""
    limit = deadline(code, starts_on)
    if limit.months is not None:
        return _months_later(starts_on, limit.months)
    return None if limit.days is None else starts_on + timedelta(days=limit.days)


def _months_later(day: date, months: int) -> date:
    """The same day of the month, or its last day if the month is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))


def ladder(code: str) -> Ladder:
    """One of the ladders that ship as examples. Raises KeyError."""
    return {one.code: one for one in LADDERS}[code]


def step_reached(steps: Ladder, percent: float, weeks: int, step_before: int = 0) -> LadderStep | None:
    """The next step if absence (percent of scheduled time, during `weeks`) has reached it; otherwise None.

    One step at a time: a ladder is climbed by trying, not by arithmetic.
    """
    following = [step for step in steps.steps if step.number == step_before + 1]
    if not following:
        return None
    step = following[0]
    enough = percent >= (step.percent or 0) and weeks >= (step.weeks or 0)
    return step if enough and (step.percent or step.weeks) else None
