"""Swedish working days: no weekends, public holidays (SFS 1989:253) or the three eves that count as such."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = dt.timedelta(days=1)
FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
AFTER_EASTER = (-2, 0, 1, 39, 49)  # Good Friday, Easter, Easter Monday, Ascension, Whit Sunday


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return dt.date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


@cache
def holidays(year: int) -> frozenset[dt.date]:
    """The days of a year when offices are closed beside the weekends; Midsummer and its eve among them."""
    moving = {easter(year) + days * DAY for days in AFTER_EASTER}
    midsummer = next(day for day in _from(dt.date(year, 6, 20)) if day.weekday() == 5)
    all_saints = next(day for day in _from(dt.date(year, 10, 31)) if day.weekday() == 5)
    fixed = {dt.date(year, month, day) for month, day in FIXED}
    return frozenset(fixed | moving | {midsummer, midsummer - DAY, all_saints})


def is_workday(on: dt.date) -> bool:
    """Whether an office is open that day."""
    return on.weekday() < 5 and on not in holidays(on.year)


def workday_from(on: dt.date) -> dt.date:
    """The day itself when offices are open, else the next one that they are."""
    return next(day for day in _from(on) if is_workday(day))


def workdays_after(on: dt.date, count: int) -> dt.date:
    """The day that is `count` working days after a day; the day itself is not counted. Count is 1 or more."""
    ahead = (day for day in _from(on + DAY) if is_workday(day))
    for _ in range(count - 1):
        next(ahead)
    return next(ahead)


def _from(day: dt.date) -> Iterator[dt.date]:
    while True:
        yield day
        day += DAY


def days_between(start: dt.datetime, end: dt.datetime) -> int:
    """Nights in Stockholm between two moments, as people count days: yesterday evening is one day ago. Never below 0."""
    return max((end.astimezone(STOCKHOLM).date() - start.astimezone(STOCKHOLM).date()).days, 0)
