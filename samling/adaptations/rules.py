"""When one asks if an adaptation helped, what may be done with it, and what figures may say. Plain values."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

SIX_WEEKS = dt.timedelta(weeks=6)
GRACE = dt.timedelta(days=7)  # after the day to ask, before the team is asked to help
MISTAKE = dt.timedelta(hours=24)
REMINDED = dt.timedelta(weeks=4)  # our own reminder of an inquiry: the law says only "speedily" (skollagen 3:7)

EVALUATE, LOOK_AGAIN, INQUIRY = "adaptation-evaluate", "support-evaluate", "support-inquiry"
STARTED, EVALUATED = _("adaptation started"), _("adaptation evaluated")
CHANGED, STOPPED = _("adaptation changed"), _("adaptation stopped")
OPENED, DECIDED = _("support inquiry opened"), _("support decided")
SEEN, OVER = _("support evaluated"), _("support ended")
ORDER = ("helped", "partly", "no", "made_worse", "not_evaluated")
STAGES = {
    "preschool": _("Preschool"),
    "early": _("Years F–3"),
    "middle": _("Years 4–6"),
    "late": _("Years 7–9"),
    "several": _("Other years together"),
}
LEAST = 5  # children behind any figure
ENOUGH = 10  # children behind a share
WIDE = 0.40  # an interval wider than this says too little


class State(StrEnum):
    """Where an adaptation stands."""

    AHEAD = "ahead"
    TRYING = "trying"
    DUE = "due"
    KEPT = "kept"
    ENDED = "ended"


def evaluation_day(starts_on: dt.date) -> dt.date:
    """The last day to ask if it helped: six weeks on; a day at the weekend moves to the Friday before."""
    day = starts_on + SIX_WEEKS
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def latest_begun(today: dt.date) -> dt.date:
    """The latest day on which something can have begun for the last day to ask to have come."""
    begun = today - SIX_WEEKS
    return max(day for more in range(3) if evaluation_day(day := begun + dt.timedelta(days=more)) <= today)


def state(*, starts_on: dt.date, evaluate_on: dt.date | None, ended: bool, today: dt.date) -> State:
    """Where it stands on a day. Without a day to ask, it has become part of every day."""
    if ended:
        return State.ENDED
    if evaluate_on is None:
        return State.KEPT
    if starts_on > today:
        return State.AHEAD
    return State.DUE if evaluate_on <= today else State.TRYING


def team_asks(evaluate_on: dt.date | None, today: dt.date) -> bool:
    """Whether the student health team is asked to help: a week after the day when nobody asked."""
    return evaluate_on is not None and evaluate_on + GRACE <= today


def may_work(*, writes: bool) -> Answer:
    """Those whose assignment covers adaptations write about them."""
    if not writes:
        return refuse(_("Those who work with what is tried around the child write here."))
    return allow(_("Your assignment covers what is tried."))


def may_support(*, writes: bool) -> Answer:
    """Those whose assignment covers special support note it."""
    if not writes:
        return refuse(_("Those who work with special support around the child note it here."))
    return allow(_("Your assignment covers special support."))


def may_change(*, ended: bool) -> Answer:
    """What has been stopped is not changed; one starts anew."""
    if ended:
        return refuse(_("This has been stopped. Start it again if you want to try once more."))
    return allow(_("It is being tried."))


def may_evaluate(*, ended: bool, asked: bool) -> Answer:
    """One asks how it went while it goes on, and once after it was stopped."""
    if ended and asked:
        return refuse(_("This has been stopped, and somebody has said how it went."))
    return allow(_("Say how it went."))


def may_take_back(*, is_own: bool, age: dt.timedelta, asked: bool) -> Answer:
    """A mistake is taken back by the one who made it, within a day and before anyone has said how it went."""
    if not is_own:
        return refuse(_("Only the one who started it can take it back."))
    if asked or age >= MISTAKE:
        return refuse(_("This can no longer be taken back. Stop it instead."))
    return allow(_("You started it less than a day ago."))


def may_decide(*, decided: bool, ended: bool, only_head: bool, by_head: bool) -> Answer:
    """One decision for each inquiry; some may be made by nobody but the head (skollagen 3:9, third part)."""
    if decided or ended:
        return refuse(_("This is already decided. Note a new decision beside it."))
    if only_head and not by_head:
        return refuse(_("Only the head can decide this. It may not be handed to anyone else (Education Act 3:9)."))
    return allow(_("The head decides, or the one who has been asked to by the head."))


def may_look_again(*, decided: bool, ended: bool) -> Answer:
    """Support that has been decided and goes on is looked at again."""
    if not decided or ended:
        return refuse(_("There is no support in force here to look at again."))
    return allow(_("It is in force."))


# -- what figures may say ---------------------------------------------------------------------------------------------
class Interval(NamedTuple):
    """From and to, as shares."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How much is left open."""
        return self.high - self.low


def wilson(hits: int, of: int) -> Interval:
    """The 95 per cent interval of a share (Wilson, without correction)."""
    z = 1.959963984540054
    share, room = hits / of, z * z / of
    middle = (share + room / 2) / (1 + room)
    half = z * sqrt(share * (1 - share) / of + room / (4 * of)) / (1 + room)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True, slots=True)
class Figure:
    """What is published about one adaptation: for how many children it was evaluated, where, and how it went.

    `least` and `most` children of `of` were helped; they differ where one side is too small to be told.
    """

    code: str
    places: tuple[tuple[str, int], ...] = ()
    of: int = 0
    least: int = 0
    most: int = 0

    @property
    def children(self) -> int:
        """How many children: the sum of what is shown, so that nothing is left over to be worked out."""
        return sum(number for _stage, number in self.places)

    @property
    def interval(self) -> Interval | None:
        """Where the share may lie; None when there are too few for a share."""
        if self.of < ENOUGH:
            return None
        return Interval(wilson(self.least, self.of).low, wilson(self.most, self.of).high)

    @property
    def is_sure(self) -> bool:
        """Whether the interval is narrow enough to be put into a word."""
        return self.interval is not None and self.interval.width <= WIDE

    @property
    def middle(self) -> float:
        """The share in the middle of what is told."""
        return (self.least + self.most) / 2 / self.of


SHARES = (
    (0.15, _("almost none")),
    (0.38, _("a few")),
    (0.62, _("about half")),
    (0.85, _("most")),
    (1.01, _("almost all")),
)


def share_word(share: float) -> str:
    """A share in a word."""
    return next(word for below, word in SHARES if share < below)


def strip(effects: Iterable[str]) -> dict[str, int]:
    """How many helped, helped a little and so on, in that order; zeros left out."""
    listed = list(effects)
    return {effect: listed.count(effect) for effect in ORDER if effect in listed}


def term_of(on: dt.date) -> dt.date:
    """The first day of the half-year that a day is in: spring term from January, autumn term from July."""
    return on.replace(month=1 if on.month < 7 else 7, day=1)
