"""A term of attendance for the demo's children, written down by their mentors; one inquiry, and one that is done."""

import datetime as dt
from typing import Any

from samling.attendance.models import AbsenceInquiry, AttendanceWeek
from samling.attendance.rules import WEEK, Week, monday

from .deeds import child_of
from .teller import Stage, Teller

PLAN = 1380  # minutes a week in class; fewer for the youngest matter little here
# child: per cent away week by week up to now, the oldest first; and how much of it is invalid
TERMS: dict[str, tuple[str, list[int], int]] = {
    "adam": ("petra", [6, 10, 18, 26, 30, 45, 38, 30, 24, 22, 16, 12], 3),
    "elsa": ("maja", [8, 16, 22, 28, 24, 22, 20, 24, 21, 18, 19, 18], 0),
    "noor": ("petra", [2, 0, 4, 0, 6, 0, 2, 0, 4, 0, 0, 2], 0),
    "sam": ("petra", [4, 6, 4, 10, 6, 8, 4, 6, 12, 8, 6, 4], 0),
    "ines": ("david", [12, 18, 25, 30, 38, 44, 52, 58, 61, 64, 60, 66], 2),
}


def attendance(teller: Teller) -> None:
    """Written down twice a term, as schools do; then looked into where the ladder suggests it."""
    for key, (mentor, shares, invalid) in TERMS.items():
        if key not in teller.world.pupil:
            continue
        teller.scene(30, "15:40", mentor, note_weeks, key, shares, invalid, 4)
        teller.scene(2, "15:40", mentor, note_weeks, key, shares, invalid, 0)
    teller.scene(12, "09:30", "gunilla", look_into, "ines")


def note_weeks(on: Stage, key: str, shares: list[int], invalid: int, left: int) -> None:
    """The weeks up to now, but for the latest that are still to come."""
    if key not in on.world.child:
        return
    last = monday(teller_day(on)) - WEEK
    weeks = [_week(last - back * WEEK, share, invalid) for back, share in enumerate(reversed(shares)) if back >= left]
    AttendanceWeek.note(child_of(on, key), weeks, by=on.by.pk, at=on.at)


def teller_day(on: Stage) -> dt.date:
    """The day on which the whole story is told."""
    return on.teller.now.date()


def _week(on: dt.date, share: int, invalid: int) -> Week:
    away = PLAN * share // 100
    bad = away // invalid if invalid else 0
    return Week(on, PLAN, away - bad, bad, share // 8)


def look_into(on: Stage, key: str) -> None:
    """The head begins to look into the absence."""
    told: dict[str, Any] = {
        "opened_on": on.at.date(), "because": "ladder", "together": ["pupil", "guardians", "student_health"],
        "told_on": on.at.date(), "why": "Vad gör att Ines stannar hemma, och vad har fungerat de dagar hon har kommit?",
    }  # fmt: skip
    AbsenceInquiry.open(child_of(on, key), told, by=on.by, at=on.at, pk=on.key("inquiry", key))
