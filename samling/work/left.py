"""What colleagues have left undone: whose it is, what it says on their page, and since when; nothing of any child.

A later chapter knows the words of each kind of notice and puts them into SAYS; this chapter has never heard of them.
"""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from samling.access import guard
from samling.people.models import Capacity

# What a notice of this kind says on the page of the one who has it; empty for a kind that is not known there.
SAYS: list[Callable[[str], str]] = []


class Left(NamedTuple):
    """One thing that a colleague should have done."""

    who: Capacity
    says: str
    due_on: dt.date


def left() -> list[Left]:
    """What the acting capacity, who leads, has been told of and is still not done; the oldest first."""
    rows = guard.rows("overdue")
    people = Capacity.known(row["holder"] for row in rows)
    return [Left(people[row["holder"]], _said(row["kind"]), row["due_on"]) for row in rows]


def _said(kind: str) -> str:
    return next((said for tell in SAYS if (said := tell(kind))), "")
