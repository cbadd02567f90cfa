"""Attendance over a school year and more: the weeks, the holidays, and the day on which support began.

A holiday is no absence: nothing is drawn in it. The line for the support is a date and no cause: it has no arrow.
"""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString

from samling.ui.html import format_html, format_html_join

from ..chart import FLOOR, GOOD
from .shared import NARROW, SIZE, WIDE, at, joined, reach, said, sheet

WEEK = dt.timedelta(days=7)
TOP, FOOT, LEFT, RIGHT = 52, 34, 6, 46  # px kept free for words
HEIGHT = 240


class Mark(NamedTuple):
    """One week by its Monday, in per cent of the scheduled time; None when nothing was scheduled (a holiday)."""

    on: dt.date
    valid: int | None
    invalid: int | None

    @property
    def present(self) -> int | None:
        """Per cent in school; None in a holiday."""
        return None if self.valid is None or self.invalid is None else 100 - self.valid - self.invalid


class Level(NamedTuple):
    """The share of several weeks together, drawn as a line over them."""

    first: dt.date
    last: dt.date
    present: int


class Said(NamedTuple):
    """What stands in the picture: the band's name, how a share is said, a holiday, and the day support began."""

    band: str
    share: str  # with %(share)s
    holiday: str
    began: str


class Term(NamedTuple):
    """A term that is shaded: its first day, the day after its last, its name."""

    first: dt.date
    until: dt.date
    name: str


def year(marks: Sequence[Mark], levels: Sequence[Level], terms: Sequence[Term], began: dt.date | None, words: Said) -> list[SafeString]:
    """The drawing in both widths, the wide one first; nothing when no week is known."""
    if not marks:
        return [SafeString(""), SafeString("")]
    return [_drawn(_Sheet(marks, width), levels, terms, began, words) for width in (WIDE, NARROW)]


class _Sheet:
    """Where things stand on a drawing of one width."""

    def __init__(self, marks: Sequence[Mark], width: int):
        self.marks, self.width = sorted(marks), width
        self.first, self.last = self.marks[0].on, self.marks[-1].on + WEEK
        known = [one.present for one in marks if one.present is not None]
        self.floor = FLOOR if min(known, default=100) >= FLOOR else 0
        self.right = width - RIGHT

    def x(self, on: dt.date) -> float:
        """A day across; what is before or after the weeks stands at the edge."""
        share = (on - self.first).days / max((self.last - self.first).days, 1)
        return LEFT + min(max(share, 0), 1) * (self.right - LEFT)

    def mid(self, on: dt.date) -> float:
        """The middle of a week."""
        return (self.x(on) + self.x(on + WEEK)) / 2

    def y(self, share: float) -> float:
        """A share down."""
        return TOP + (100 - share) * (HEIGHT - TOP - FOOT) / (100 - self.floor)


def _drawn(on: _Sheet, levels: Sequence[Level], terms: Sequence[Term], began: dt.date | None, words: Said) -> SafeString:
    band = format_html('<rect class="year__band" x="{}" y="{}" width="{}" height="{}"/>',
                       LEFT, at(on.y(100)), at(on.right - LEFT), at(on.y(GOOD) - on.y(100)))  # fmt: skip
    parts = [_terms(on, terms), band, said([words.band], LEFT, TOP - 8, kind="soft"), _holidays(on, words), _lines(on)]
    return sheet("year", on.width, HEIGHT, *parts, _moment(on, began, words), _levels(on, levels, words))


def _terms(on: _Sheet, terms: Sequence[Term]) -> SafeString:
    """Every second term has a ground; a name stands where there is room for it."""
    parts, taken = [], 0.0
    for turn, term in enumerate(terms):
        left, right = on.x(term.first), on.x(term.until)
        if turn % 2:
            shape = '<rect class="year__term" x="{}" y="{}" width="{}" height="{}"/>'
            parts.append(format_html(shape, at(left), TOP, at(right - left), HEIGHT - TOP - FOOT + 22))
        if left + 3 >= taken and left + 3 + reach(term.name) <= min(right + 1, on.width):
            parts.append(said([term.name], left + 3, HEIGHT - FOOT + 18, kind="soft"))
            taken = left + 9 + reach(term.name)
    return joined(parts)


def _holidays(on: _Sheet, words: Said) -> SafeString:
    """Weeks with nothing scheduled, side by side as one; said in a word where there is room."""
    parts = []
    for first, until in _runs([one.on for one in on.marks if one.present is None]):
        left, right = on.x(first), on.x(until)
        shape = '<rect class="year__holiday" x="{}" y="{}" width="{}" height="{}"/>'
        parts.append(format_html(shape, at(left), TOP, at(right - left), HEIGHT - TOP - FOOT))
        if right - left >= reach(words.holiday) + 4:
            parts.append(said([words.holiday], (left + right) / 2, HEIGHT - FOOT - 8, anchor="middle", kind="soft"))
    return joined(parts)


def _runs(days: Sequence[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Weeks on end as spans, each until the Monday after."""
    found: list[tuple[dt.date, dt.date]] = []
    for day in days:
        if found and found[-1][1] == day:
            found[-1] = (found[-1][0], day + WEEK)
        else:
            found.append((day, day + WEEK))
    return found


def _lines(on: _Sheet) -> SafeString:
    """What is missed hangs from above; the line is broken where no school is, or where a week is not known."""
    known = [one for one in on.marks if one.present is not None]
    strokes = []
    for one in known:
        for kind, above, below in (("valid", 0, one.valid or 0), ("invalid", one.valid or 0, 100 - (one.present or 0))):
            if above != below:
                shape = '<line class="year__{}" x1="{}" x2="{}" y1="{}" y2="{}"/>'
                x = at(on.mid(one.on))
                strokes.append(format_html(shape, kind, x, x, at(on.y(100 - above)), at(on.y(100 - below))))
    shares = {one.on: one.present or 0 for one in known}
    runs = _runs([one.on for one in known])
    paths = (" ".join(f"{at(on.mid(day))},{at(on.y(shares[day]))}" for day in shares if first <= day < until) for first, until in runs)
    drawn = format_html_join("", '<polyline class="year__line" points="{}"/>', ((path,) for path in paths))
    alone = [first for first, until in runs if until - first == WEEK]
    dot = '<circle class="year__dot" cx="{}" cy="{}" r="2"/>'
    dots = format_html_join("", dot, ((at(on.mid(day)), at(on.y(shares[day]))) for day in alone))
    return joined([*strokes, drawn, dots])


def _moment(on: _Sheet, began: dt.date | None, words: Said) -> SafeString | str:
    """A line on the day, and its words on a row of their own above everything."""
    if began is None or not on.first <= began < on.last:
        return ""
    x, wide = on.x(began), reach(words.began)
    start = min(max(x - wide / 2, 0), on.width - wide)
    line = format_html('<line class="year__began" x1="{0}" x2="{0}" y1="22" y2="{1}"/>', at(x), HEIGHT - FOOT)
    return joined([line, said([words.began], max(start, 0), 16, kind="number")])


def _levels(on: _Sheet, levels: Sequence[Level], words: Said) -> SafeString:
    """Each share of several weeks as a line over them; its number above the line, or beside the last one."""
    parts = []
    for turn, one in enumerate(levels):
        left, right, y = on.x(one.first), on.x(one.last + WEEK), on.y(one.present)
        parts.append(format_html('<line class="year__level" x1="{}" x2="{}" y1="{}" y2="{}"/>', at(left), at(right), at(y), at(y)))
        text = words.share % {"share": one.present}
        is_last = turn == len(levels) - 1
        x = on.right + 4 if is_last else min(max((left + right) / 2 - reach(text) / 2, 0), on.right - reach(text))
        low = min(max(y + 5, TOP + 5), HEIGHT - FOOT) if is_last else _clear(y)
        parts.append(said([text], x, low, kind="number"))
    return joined(parts)


def _clear(y: float) -> float:
    """The baseline of a number below a line, or above it where there is no room; the holidays' words stand lowest."""
    lowest = HEIGHT - FOOT - 24
    return y + SIZE + 5 if y + SIZE + 5 < lowest else min(y - 8, lowest)
