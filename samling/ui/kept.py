"""Days, moments and keys as they stand in what was kept, in words."""

import datetime as dt
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from .words import STOCKHOLM, full_day, last_day, time_in_words


def day(value: str) -> str:
    """A kept day in words; nothing for what is no day."""
    found = parse_date(value) if len(value) == 10 and value[4:5] == "-" else None
    return full_day(found) if found else ""


def moment(value: str) -> str:
    """A kept moment in words, in Sweden's time; nothing for what is none, or for never."""
    try:
        at = parse_datetime(value)
    except ValueError:
        return ""
    if at is None:
        return ""
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    if not 1900 < at.year < 9999:
        return ""
    return f"{full_day(at.astimezone(STOCKHOLM).date())} {time_in_words(at)}"


def ending(value: str) -> str:
    """The end of something as it was kept: its last day where it ends at midnight, else the moment."""
    said = moment(value)
    at = parse_datetime(value) if said else None
    if at is None or at.astimezone(STOCKHOLM).time() != dt.time():
        return said
    return full_day(last_day(at))


def is_key(value: Any) -> bool:
    """Whether it is the key of a record."""
    return isinstance(value, str) and len(value) == 36 and value.count("-") == 4 and value.replace("-", "").isalnum()
