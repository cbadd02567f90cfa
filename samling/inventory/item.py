"""One record as the database holds it, whatever its kind."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from samling.records.clock import STOCKHOLM

DATES = ("written_at", "at", "sent_at", "made_at", "from_at", "opened_at", "invited_at", "begun_at", "claimed_at", "decided_at", "week_on")
EARLIEST = dt.datetime(1900, 1, 1, tzinfo=STOCKHOLM)  # of a record that says nothing of when


@dataclass(slots=True)
class Item:
    """One record as it stands, its text with it."""

    table: str
    record: str
    row: dict[str, Any]
    at: dt.datetime = field(init=False)

    def __post_init__(self) -> None:
        self.at = _dated(self.row)

    @property
    def masked(self) -> list[str]:
        """Words that are struck out, the longest first."""
        return []


def _dated(row: dict[str, Any]) -> dt.datetime:
    """When a record is from, by the first of its columns that says so."""
    said = next((row[name] for name in DATES if row.get(name)), None)
    if not said:
        return EARLIEST
    found = parse_datetime(said)
    if found is None:
        day = parse_date(said)
        return dt.datetime.combine(day, dt.time(), STOCKHOLM) if day else EARLIEST
    return found if found.tzinfo else found.replace(tzinfo=STOCKHOLM)
