"""Which step of the local ladder a child has reached, and since when. Derived from the weeks; never a decision.

A ladder is dated reference data: an organisation has its own, or the shipped one (reference.py). A step is reached
when one of its triggers holds at the latest week that is known, and has been since the first week of that run.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .rules import ROLLING, WEEK, Week, within_reach

MOST_WEEKS = 12  # school weeks that a line may look at
BACK = 26 * WEEK  # how far back they are looked for: a summer does not make the ladder forget


class Measure(StrEnum):
    """What a trigger looks at."""

    INVALID_WEEKS = "invalid_weeks"  # weeks with invalid absence among the latest ones
    SHARE = "share"  # the rolling share of all absence, valid or not


class Trigger(NamedTuple):
    """A line that is crossed: so many of the latest weeks, or more than this share for so many weeks running."""

    measure: Measure
    weeks: int  # INVALID_WEEKS: this many. SHARE: this many weeks running
    of: int = 0  # INVALID_WEEKS: among so many of the latest school weeks
    over: int = 0  # SHARE: more than so many per cent


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number, what it is called, who acts and within how many days."""

    number: int
    title: str
    does: str
    triggers: tuple[Trigger, ...]
    role: str = ""
    days: int = 0
    is_inquiry: bool = False


class Reached(NamedTuple):
    """The highest step reached at the latest week, since which week, and whether an inquiry belongs to it."""

    step: Step
    since_on: dt.date


class Missed(NamedTuple):
    """Minutes of the latest four school weeks: missed, and scheduled."""

    absent: int
    scheduled: int

    def is_over(self, line: int) -> bool:
        """More than the line, on the exact figures: what is shown rounded decides nothing."""
        return 100 * self.absent > line * self.scheduled


def reached(weeks: Sequence[Week], steps: Sequence[Step], on: dt.date) -> Reached | None:
    """The highest step that holds on a day; None when none does, or nothing is known of the latest half year."""
    known = sorted((week for week in weeks if week.scheduled), key=lambda week: week.on)
    if not known or known[-1].on < on - BACK:
        return None
    missed = [_missed(known, end) for end in range(len(known) + 1)]
    for step in sorted(steps, key=lambda step: -step.number):
        run = _run(known, missed, step)
        if run:
            return Reached(step, run)
    return None


def _run(known: Sequence[Week], missed: Sequence[Missed], step: Step) -> dt.date | None:
    """The first week of the unbroken run, up to the latest week, in which the step holds."""
    since = None
    for end in range(len(known), 0, -1):
        if not any(_holds(known, missed, end, trigger) for trigger in step.triggers):
            break
        since = known[end - 1].on
    return since


def _holds(known: Sequence[Week], missed: Sequence[Missed], end: int, trigger: Trigger) -> bool:
    """Whether a trigger holds at the last of so many weeks, in order; `missed` through none, one, two of them and so on."""
    if trigger.measure is Measure.INVALID_WEEKS:
        return sum(bool(week.invalid) for week in known[max(end - trigger.of, 0) : end]) >= trigger.weeks
    return end >= trigger.weeks and all(one.is_over(trigger.over) for one in missed[end + 1 - trigger.weeks : end + 1])


def _missed(known: Sequence[Week], end: int) -> Missed:
    latest = within_reach(known[max(end - ROLLING, 0) : end])
    return Missed(sum([week.absent for week in latest]), sum([week.scheduled for week in latest]))
