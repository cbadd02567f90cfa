"""How far goals have come, goal by goal over the weeks: each on its own five steps, with a shape for whose word it is."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samling.ui.html import format_html, format_html_join

from ..parts import SHAPES
from ..words import signed
from .shared import LINE, NARROW, WIDE, Figure, at, broken, reach, said, sheet

STEP = 13  # px between two steps
HEIGHT = 4 * STEP + 40
EXPECTED = 0


class Point(NamedTuple):
    """How far it had come on a day, from −2 to +2, and whose word that is (a shape: child, home, school)."""

    on: dt.date
    level: int
    shape: str


class Strip(NamedTuple):
    """One goal: its words, where it began, and what has been said since."""

    name: str
    began: Point
    points: Sequence[Point]

    @property
    def latest(self) -> list[Point]:
        """What was said on the latest day."""
        return [one for one in self.points if one.on == max(other.on for other in self.points)]

    @property
    def state(self) -> str:
        """reached, worse, same or differ by the latest day; silent when nobody has said anything."""
        levels = {one.level for one in self.latest}
        found = {"reached" if level >= EXPECTED else "worse" if level < self.began.level else "same" for level in levels}
        return "silent" if not found else found.pop() if len(found) == 1 else "differ"


def strips(goals: Sequence[Strip], day: Callable[[dt.date], str], names: dict[str, str]) -> Figure:
    """The picture; `day` writes a date in short, `names` say whose word each shape is."""
    head = [gettext("Goal"), gettext("When"), gettext("Step"), gettext("According to")]
    rows = [
        [goal.name, day(one.on), signed(one.level), names.get(one.shape, "") if one is not goal.began else gettext("at the start")]
        for goal in goals for one in (goal.began, *goal.points)
    ]  # fmt: skip
    return Figure(finding(goals), sentence(goals, names), drawn(goals, day, WIDE), drawn(goals, day, NARROW), head, rows)


def finding(goals: Sequence[Strip]) -> str:
    """The title, counted from the latest marks of each goal. Worse than at the start is said as plainly as the rest."""
    states = [goal.state for goal in goals]
    told = [
        (gettext("As far as expected or further: %(n)d."), "reached"), (gettext("Worse than at the start: %(n)d."), "worse"),
        (gettext("Not there yet: %(n)d."), "same"), (gettext("Seen differently: %(n)d."), "differ"),
        (gettext("Nobody has said yet: %(n)d."), "silent"),
    ]  # fmt: skip
    said_of = [words % {"n": states.count(state)} for words, state in told if state in states]
    return " ".join([*said_of, gettext("(n = %(n)d)") % {"n": len(goals)}])


def sentence(goals: Sequence[Strip], names: dict[str, str]) -> str:
    """The same in words, goal by goal."""
    return " ".join(f"{goal.name.rstrip('.')}: {_steps(goal, names)}." for goal in goals)


def _steps(goal: Strip, names: dict[str, str]) -> str:
    latest = [f"{signed(one.level)} ({names.get(one.shape, '')})" for one in goal.latest]
    told = {"began": signed(goal.began.level), "now": ", ".join(latest)}
    return gettext("%(began)s at the start, now %(now)s") % told if latest else gettext("%(began)s at the start") % told


def drawn(goals: Sequence[Strip], day: Callable[[dt.date], str], width: int) -> SafeString:
    """Goal under goal over the same weeks; the goal's words beside its strip, or above it on a phone."""
    is_wide = width == WIDE
    left, right = (206 if is_wide else 30), width - 34
    days = [one.on for goal in goals for one in (goal.began, *goal.points)]
    if not days:
        return sheet("goals", width, 20)
    time = _Time(min(days), max(days), left + 12, right - 12)
    top, parts = 4.0, []
    for goal in goals:
        lines = broken(goal.name, left - 40 if is_wide else width, 4)
        above = 0.0 if is_wide else len(lines) * LINE + 6
        height = max(HEIGHT, len(lines) * LINE + 16) if is_wide else HEIGHT + above
        middle = top + above + HEIGHT / 2
        parts += [said(lines, 0, top + 16), _Strip(goal, time, middle, left, right).drawn()]
        top += height
    return sheet("goals", width, top + 26, *parts, _days(time, day, top + 16))


class _Time:
    """Where a day stands across."""

    def __init__(self, first: dt.date, last: dt.date, left: float, right: float):
        self.first, self.last, self.left, self.right = first, last, left, right

    def x(self, on: dt.date) -> float:
        """The first day at the left; one single day stands there too."""
        whole = (self.last - self.first).days
        return self.left + ((on - self.first).days / whole if whole else 0) * (self.right - self.left)


def _days(time: _Time, day: Callable[[dt.date], str], y: float) -> SafeString:
    first, last = day(time.first), day(time.last)
    begin = said([first], time.left - 12, y, kind="soft")
    if time.first == time.last or reach(first) + reach(last) + 12 > time.right - time.left + 24:
        return begin
    return begin + said([last], time.right + 12, y, anchor="end", kind="soft")


class _Strip:
    """One goal's strip."""

    def __init__(self, goal: Strip, time: _Time, middle: float, left: float, right: float):
        self.goal, self.time, self.middle, self.left, self.right = goal, time, middle, left, right

    def y(self, level: int) -> float:
        """Better is higher up."""
        return self.middle - level * STEP

    def drawn(self) -> SafeString:
        """Five lines, the expected one stronger; the marks, and a number for the latest of them."""
        lines = format_html_join("", '<line class="goals__step{}" x1="{}" x2="{}" y1="{}" y2="{}"/>', (
            (" goals__step--expected" if level == EXPECTED else "", at(self.left), at(self.right), at(self.y(level)), at(self.y(level)))
            for level in range(-2, 3)))  # fmt: skip
        edges = [said([signed(level)], self.left - 6, self.y(level) + 5, anchor="end", kind="soft") for level in (-2, 0, 2)]
        begun = self.goal.began
        start = format_html('<circle class="goals__start" cx="{}" cy="{}" r="6"/>', at(self.time.x(begun.on)), at(self.y(begun.level)))
        parts = [lines, *edges, start, *(self._mark(one) for one in self.goal.points), self._number()]
        return format_html('<g class="goal goal--{}">{}</g>', self.goal.state, format_html_join("", "{}", ((one,) for one in parts)))

    def _mark(self, one: Point) -> SafeString:
        """A shape; those of one day and step stand side by side."""
        beside = [other.shape for other in self.goal.points if (other.on, other.level) == (one.on, one.level)]
        x = self.time.x(one.on) + (beside.index(one.shape) - (len(beside) - 1) / 2) * 11
        return format_html('<path class="actor--{}" transform="translate({} {}) scale(.62)" d="{}"/>',
                           one.shape, at(x - 7.5), at(self.y(one.level) - 7.5), SHAPES.get(one.shape, SHAPES["school"]))  # fmt: skip

    def _number(self) -> SafeString:
        """The latest step, or the lowest of several, beside the strip."""
        latest = self.goal.latest
        if not latest:
            return SafeString("")
        low = min(one.level for one in latest)
        return said([signed(low)], self.right + 6, self.y(low) + 5, kind="number")
