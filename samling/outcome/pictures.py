"""The pictures of one child: the wheel with the one before, before and after by voice, attendance, goals."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from samling.attendance import rules as attendance
from samling.attendance.rules import Week
from samling.plan.models import Goal, GoalMark
from samling.ui import figures
from samling.ui.figures import Figure, Level, Mark, Pair, Point, Said, Scale, Spoke, Strip, Term
from samling.ui.words import full_day

from .models import Wheel
from .reference import newest, parts, steps, version

NO_BREAK = "\u00a0"
DAY = dt.timedelta(days=1)
WEEKS = 70  # the weeks that are drawn at most: a school year and what has been of the next


class Compared(NamedTuple):
    """One person's answers, the first and the latest, and what is shown of them."""

    name: str
    role: str
    shape: str
    latest: Wheel
    first: Wheel | None
    figure: Figure

    @property
    def days(self) -> str:
        """Which days are compared."""
        now = full_day(self.latest.said_on)
        return gettext("%(before)s and %(now)s") % {"before": full_day(self.first.said_on), "now": now} if self.first else now


def by_person(wheels: Iterable[Wheel]) -> list[list[Wheel]]:
    """Each person's wheels, the oldest first; the child before home before school."""
    found: dict[tuple[str, str], list[Wheel]] = {}
    for wheel in wheels:
        found.setdefault(wheel.person, []).append(wheel)
    order = ("child", "home", "school")
    return sorted(found.values(), key=lambda mine: (order.index(mine[0].side), mine[0].voice_name))


def wheel_of(now: Wheel | None, before: Wheel | None) -> Figure:
    """One person's wheel with the one before as rings; without answers the wheel alone."""
    package = version(now.version) if now else newest()
    here, there = now.steps if now else {}, before.steps if before else {}
    spokes = [Spoke(one.code, one.name, here.get(one.code), there.get(one.code)) for one in parts(package)]
    return figures.wheel(spokes, steps(package))


def compared(mine: Sequence[Wheel]) -> Compared:
    """One person's first and latest wheel, part by part. Nobody's answers are added to anybody else's."""
    first, latest = (mine[0] if len(mine) > 1 else None), mine[-1]
    package = version(latest.version)
    words = steps(package)
    here, there = latest.steps, first.steps if first else {}
    pairs = [Pair(one.name, there.get(one.code), here.get(one.code)) for one in parts(package)]
    figure = figures.dumbbells(pairs, Scale(1, len(words), words[0], words[-1], words))
    return Compared(latest.voice_name, latest.voice_role, latest.shape, latest, first, figure)


def goals(found: Sequence[Goal]) -> Figure | None:
    """How far the goals have come, in the order in which they were set."""
    strips = [
        Strip(goal.body.words, Point(goal.said_on, goal.baseline, SHAPES[goal.voice]),
              [Point(mark.on, mark.level, SHAPES[mark.voice]) for mark in _marks(goal)])
        for goal in found if hasattr(goal, "body")
    ]  # fmt: skip
    names = {"child": gettext("the child"), "home": gettext("home"), "school": gettext("staff")}
    return figures.strips(strips, _short, names) if strips else None


SHAPES = {"child": "child", "guardian": "home", "staff": "school"}


def _marks(goal: Goal) -> list[GoalMark]:
    """One mark for each day and voice: the one that was written last."""
    kept = {(mark.on, mark.voice): mark for mark in sorted(goal.marks.all(), key=lambda one: one.written_at) if not mark.withdrawn_at}
    return sorted(kept.values(), key=lambda one: one.on)


def _short(on: dt.date) -> str:
    return f"{on.day}/{on.month} {on.year}"


def year(weeks: Sequence[Week], began: dt.date | None, today: dt.date) -> Figure | None:
    """Attendance week by week, with the day on which support began; None when no week is known."""
    drawn = [week for week in weeks if week.on <= today][-WEEKS:]
    marks = [_mark(week) for week in drawn]
    if not any(mark.present is not None for mark in marks):
        return None
    levels = _levels(drawn, began, today)
    words = Said(gettext("90–100 per cent"), f"%(share)s{NO_BREAK}%%", gettext("holiday"), _when(began))
    wide, narrow = figures.year(marks, levels, _terms(marks), began, words)
    head = [gettext("Week"), gettext("In school"), gettext("Valid"), gettext("Invalid")]
    return Figure(_finding(levels, today), _sentence(marks, began), wide, narrow, head, [_row(mark) for mark in reversed(marks)])


def _mark(week: Week) -> Mark:
    share = attendance.share([week])
    return Mark(week.on, share.valid, share.invalid) if share else Mark(week.on, None, None)


def _levels(weeks: Sequence[Week], began: dt.date | None, today: dt.date) -> list[Level]:
    """The four school weeks before support began, and the latest four; the latest alone when the two would meet."""
    latest = attendance.rolling(weeks, today)
    before = attendance.rolling(weeks, attendance.monday(began) - attendance.WEEK) if began else []
    spans = [before, latest] if before and latest and began and latest[0].on >= began else [latest]
    return [Level(span[0].on, span[-1].on, share.present) for span in spans if span and (share := attendance.share(span))]


def _when(began: dt.date | None) -> str:
    return gettext("support began, w. %(week)d") % {"week": began.isocalendar().week} if began else ""


def _finding(levels: Sequence[Level], today: dt.date) -> str:
    """The title: the shares that are drawn as lines, in the order they stand; nothing is “now” that lies months back."""
    through = levels[-1].last
    told = {"before": levels[0].present, "now": levels[-1].present, "week": full_day(through + 6 * DAY)}
    if not attendance.is_recent(through, today):
        if len(levels) > 1:
            return gettext("%(before)d per cent in school before support began, %(now)d per cent up to %(week)s, the latest known") % told
        return gettext("%(now)d per cent in school in the weeks up to %(week)s, the latest known") % told
    if len(levels) > 1:
        return gettext("%(before)d per cent in school in the last weeks before support began, %(now)d per cent now") % told
    return gettext("%(now)d per cent in school in the latest school weeks") % told


def _sentence(marks: Sequence[Mark], began: dt.date | None) -> str:
    free = sum(mark.present is None for mark in marks)
    said = [gettext("%(n)d weeks, of which %(free)d holiday. A holiday is not absence.") % {"n": len(marks), "free": free} if free
            else ngettext("%(n)d week, none of them a holiday.", "%(n)d weeks, none of them a holiday.", len(marks)) % {"n": len(marks)}]
    if began:
        said.append(gettext("The line shows when support began. The picture does not show why anything has changed."))
    return " ".join(said)


def _row(mark: Mark) -> list[str]:
    year, number, _day = mark.on.isocalendar()
    name = gettext("w. %(number)d, %(year)d") % {"number": number, "year": year}
    if mark.present is None:
        return [name, gettext("holiday"), "", ""]
    return [name, *(f"{share}{NO_BREAK}%" for share in (mark.present, mark.valid, mark.invalid))]


def _terms(marks: Sequence[Mark]) -> list[Term]:
    """The terms that the weeks are in, autumn from August and spring from January."""
    found, first = [], attendance.term_began(marks[0].on)
    while first <= marks[-1].on:
        is_autumn = first.month != 1
        until = dt.date(first.year + 1, 1, 1) if is_autumn else dt.date(first.year, *attendance.PARTS_OF_YEAR[0])
        name = gettext("autumn %(year)d") if is_autumn else gettext("spring %(year)d")
        found.append(Term(first, until, name % {"year": first.year}))
        first = until
    return found
