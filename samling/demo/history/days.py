"""The school's days: when something can have happened, and how it is written for the database."""

import datetime as dt
from functools import cache

from samling.records.clock import STOCKHOLM

SUMMER, AUTUMN_BEGINS, SPRING_BEGINS = (6, 13), (8, 18), (1, 8)  # the last day before the long holiday is the one before SUMMER
CLOCK = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(24 * 60)]
HOLIDAY_WEEKS = (8, 15, 44, 52, 53, 1)  # sports week, Easter week, autumn week, Christmas: a common Swedish calendar


class Over(Exception):
    """What would come next lies after today: the life goes on from here in somebody's future."""


def is_school_day(day: dt.date) -> bool:
    """Whether people are at school."""
    month = (day.month, day.day)
    return day.weekday() < 5 and not SUMMER <= month < AUTUMN_BEGINS and day.isocalendar().week not in HOLIDAY_WEEKS


@cache
def moved(number: int) -> int:
    """The first school day from this day (as an ordinal) on."""
    while not is_school_day(dt.date.fromordinal(number)):
        number += 1
    return number


@cache
def is_school_week(monday: int) -> bool:
    """Whether there is school in the week that begins this Monday."""
    return any(is_school_day(dt.date.fromordinal(monday + day)) for day in range(5))


@cache
def term(number: int) -> int:
    """The first day of the first term that begins from this day on."""
    day = dt.date.fromordinal(number)
    starts = (dt.date(day.year + later, *begins) for later in (0, 1) for begins in (SPRING_BEGINS, AUTUMN_BEGINS))
    return moved(next(one for one in starts if one >= day).toordinal())


@cache
def written(number: int) -> str:
    """A day as the database writes it."""
    return dt.date.fromordinal(number).isoformat()


@cache
def _around(number: int) -> tuple[str, str]:
    return written(number), dt.datetime.combine(dt.date.fromordinal(number), dt.time(12), STOCKHOLM).strftime("%z")


def stamp(number: int, minute: int) -> str:
    """A minute of a day in Stockholm, as the database writes it."""
    day, offset = _around(number)
    return f"{day} {CLOCK[minute]}{offset}"


@cache
def month(number: int) -> int:
    """The month of a day."""
    return dt.date.fromordinal(number).month


@cache
def year(number: int) -> int:
    """The calendar year in which the school year of a day began."""
    day = dt.date.fromordinal(number)
    return day.year if day.month >= 8 else day.year - 1


def begins(today: dt.date, years: int = 3) -> int:
    """The first school day of so many whole school years before this one."""
    return dt.date(year(today.toordinal()) - years, *AUTUMN_BEGINS).toordinal()
