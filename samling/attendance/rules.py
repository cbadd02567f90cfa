"""What the weeks of attendance say: shares, late arrivals, whole days, the pattern. Plain values in and out.

The law knows no per cent: repeated or longer absence, valid or not, is looked into (skollagen 7:19 a). What is
counted here is the same for every child; where a local rule draws its line is dated reference data (rules_ladder).
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

WEEK = dt.timedelta(days=7)
ROLLING = 4  # school weeks that the rolling share is counted over (Eskilstuna's ladder; domain reference 2.1)
REACH = 8 * WEEK  # how far back those weeks are looked for: a holiday does not make the share forget
RECENT = 2 * WEEK  # from the Monday of a week to that of this one: older weeks are named when they are told of
DRAWN = 12  # weeks in the picture
MOST_MINUTES = 3000  # scheduled minutes in a week: more than fifty hours are not minutes
PARTS_OF_YEAR = ((8, 1), (1, 1))  # the first day of the autumn and of the spring term


class Cell(NamedTuple):
    """Minutes of one weekday and lesson of a week; weekday 1 is Monday, an empty lesson the whole day."""

    weekday: int
    lesson: str
    scheduled: int
    valid: int
    invalid: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """One child's minutes of one ISO week. `late` is None where the source does not say."""

    on: dt.date  # its Monday
    scheduled: int
    valid: int = 0
    invalid: int = 0
    late: int | None = None
    cells: tuple[Cell, ...] = ()

    @property
    def absent(self) -> int:
        """Minutes away, for whatever reason."""
        return self.valid + self.invalid


class Share(NamedTuple):
    """Per cent of the scheduled time, in whole numbers; valid and invalid add up to what is away."""

    absent: int
    valid: int
    invalid: int

    @property
    def present(self) -> int:
        """Per cent of the scheduled time in school."""
        return 100 - self.absent


class Days(NamedTuple):
    """Days away: the whole of what was scheduled, or a part of it."""

    whole: int
    part: int


def monday(of: dt.date) -> dt.date:
    """The Monday of a day's ISO week."""
    return of - dt.timedelta(days=of.weekday())


def share(weeks: Iterable[Week]) -> Share | None:
    """The share of the scheduled time that was missed; None when nothing was scheduled."""
    kept = list(weeks)
    scheduled = sum(week.scheduled for week in kept)
    if not scheduled:
        return None
    absent = percent(sum(week.absent for week in kept), scheduled)
    invalid = min(percent(sum(week.invalid for week in kept), scheduled), absent)
    return Share(absent, absent - invalid, invalid)


def percent(part: int, whole: int) -> int:
    """A share in whole per cent, halves upwards; what is above nothing never shows as nothing."""
    found = (200 * part + whole) // (2 * whole)
    return found or (1 if part else 0)


def rolling(weeks: Sequence[Week], through: dt.date | None = None) -> list[Week]:
    """The latest four school weeks that are known, up to a day; weeks without lessons do not count."""
    known = sorted((week for week in weeks if week.scheduled and (through is None or week.on <= through)),
                   key=lambda week: week.on)  # fmt: skip
    return within_reach(known[-ROLLING:])


def within_reach(known: Sequence[Week]) -> list[Week]:
    """Those of some weeks in order that are not too far from the last of them to be told of together."""
    return [week for week in known if known[-1].on - week.on < REACH]


def is_recent(on: dt.date, today: dt.date) -> bool:
    """Whether a week can be called the latest: it began two weeks before this one at most, with room for a week of holiday."""
    return monday(today) - on <= RECENT


def term_began(on: dt.date) -> dt.date:
    """The first day of the term that a day is in."""
    return max(day for day in (dt.date(on.year, *part) for part in PARTS_OF_YEAR) if day <= on)


def of_term(weeks: Iterable[Week], on: dt.date) -> list[Week]:
    """The weeks of the term that a day is in, up to that day."""
    began = term_began(on)
    return [week for week in weeks if monday(began) <= week.on <= on]


def late(weeks: Iterable[Week]) -> int | None:
    """Late arrivals in all; None where no week says."""
    said = [week.late for week in weeks if week.late is not None]
    return sum(said) if said else None


def days(weeks: Iterable[Week]) -> Days | None:
    """Whole and partial days away; None where the source gives weeks alone."""
    kept = [week for week in weeks if week.cells]
    if not kept:
        return None
    found = [_day(week.cells, weekday) for week in kept for weekday in range(1, 8)]
    return Days(found.count("whole"), found.count("part"))


def _day(cells: Sequence[Cell], weekday: int) -> str:
    scheduled = sum(cell.scheduled for cell in cells if cell.weekday == weekday)
    away = sum(cell.valid + cell.invalid for cell in cells if cell.weekday == weekday)
    if not away:
        return ""
    return "whole" if away >= scheduled else "part"


class Spot(NamedTuple):
    """One weekday and lesson over several weeks."""

    weekday: int
    lesson: str
    away: int  # per cent of the scheduled time
    late: int


def pattern(weeks: Iterable[Week]) -> list[Spot]:
    """Weekday by lesson, summed over the weeks; in the order of the week and of the alphabet."""
    sums: dict[tuple[int, str], list[int]] = {}
    for cell in (cell for week in weeks for cell in week.cells):
        found = sums.setdefault((cell.weekday, cell.lesson), [0, 0, 0])
        found[0] += cell.scheduled
        found[1] += cell.valid + cell.invalid
        found[2] += cell.late
    return [Spot(*key, percent(away, scheduled), late)
            for key, (scheduled, away, late) in sorted(sums.items()) if scheduled]  # fmt: skip


def heaviest(spots: Sequence[Spot]) -> Spot | None:
    """The weekday and lesson most is missed on, when it stands out from the rest."""
    away = sorted(spots, key=lambda spot: -spot.away)
    if not away or away[0].away < 10 or (len(away) > 1 and away[0].away < 2 * away[-1].away):
        return None
    return away[0]


def drawn(weeks: Sequence[Week], through: dt.date) -> list[Week]:
    """The twelve weeks of the picture that have figures, the oldest first."""
    first = monday(through) - (DRAWN - 1) * WEEK
    return sorted((week for week in weeks if first <= week.on <= through and week.scheduled), key=lambda week: week.on)


def adds_up(*, scheduled: int, valid: int, invalid: int) -> Answer:
    """Whether a week's minutes can be right; the reason says how to mend them."""
    if min(scheduled, valid, invalid) < 0:
        return refuse(_("Write minutes as whole numbers, 0 or more."))
    if scheduled > MOST_MINUTES:
        return refuse(_("More than 50 hours are scheduled in one week. Write minutes for one week at a time."))
    if valid + invalid > scheduled:
        return refuse(_("More is missed than was scheduled. Check the minutes."))
    return allow(_("The minutes add up."))


def may_note(*, writes: bool) -> Answer:
    """Whoever works with the child and writes about attendance may note a week."""
    if not writes:
        return refuse(_("You do not write about this child's attendance."))
    return allow(_("Those who work with the child's attendance see it at once."))


def may_read_in(*, whole_unit: bool) -> Answer:
    """A file is about a whole school: only those who lead it may read one in."""
    if not whole_unit:
        return refuse(_("Only those who lead the school can read in a file of attendance."))
    return allow(_("You can read in attendance for the children of your school."))
