"""How old somebody is on a day, and what the law counts from a birthday. Plain values; the guard judges the same.

A person born on 29 February turns a year older on 1 March where there is no such day. Where only the year of birth is
known, it is the lowest age it can be.
"""

import datetime as dt

OF_AGE = 18  # FB 6:2, 9:1: custody ends, and so does every guardian's say


def age_on(day: dt.date, born_on: dt.date | None, birth_year: int) -> int:
    """Whole years."""
    if born_on is None:
        return day.year - birth_year - 1
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def turns_on(years: int, born_on: dt.date | None, birth_year: int) -> dt.date:
    """The first day at that age."""
    if born_on is None:
        return dt.date(birth_year + years + 1, 1, 1)
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return dt.date(born_on.year + years, 3, 1)
