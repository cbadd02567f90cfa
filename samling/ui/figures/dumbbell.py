"""Before and after, line by line: hollow is before, filled is after; worse points left, with a minus sign and a word."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from samling.ui.html import format_html, format_html_join

from .shared import LINE, NARROW, WIDE, Figure, at, broken, joined, reach, said, sheet
from .wheel import counted

STILL = 0.5  # a difference smaller than this is no change
BEFORE, AFTER = 8, 5.5  # px: the ring is larger, so that both are seen where they lie on each other
PAD = 10


class Pair(NamedTuple):
    """One line: its name, what was said before and after, on the same scale; None where nothing was said."""

    name: str
    before: float | None
    after: float | None

    @property
    def move(self) -> float | None:
        """After less before; None when one of them is missing."""
        return None if self.before is None or self.after is None else round(self.after - self.before, 2)


class Scale(NamedTuple):
    """From the worst to the best, with a word for each end, and the words of the steps when they have any."""

    low: int
    high: int
    worst: str
    best: str
    steps: Sequence[str] = ()

    def word(self, value: float | None) -> str:
        """How a value is said in the table."""
        if value is None:
            return gettext("no answer")
        return self.steps[round(value) - self.low] if self.steps else localize(round(value, 2))


def dumbbells(pairs: Sequence[Pair], scale: Scale) -> Figure:
    """The picture. Lines stand in the order they are given: nothing is sorted so that only gains are on top."""
    head = [gettext("What"), pgettext("figure", "Before"), pgettext("figure", "After"), pgettext("figure", "Change")]
    rows = [[one.name, scale.word(one.before), scale.word(one.after), change(one)] for one in pairs]
    return Figure(finding(pairs), sentence(pairs, scale), drawn(pairs, scale, WIDE), drawn(pairs, scale, NARROW), head, rows)


def finding(pairs: Sequence[Pair]) -> str:
    """The title, counted from the lines that have both ends."""
    moves = [one.move for one in pairs if one.move is not None]
    if moves:
        return counted(moves, STILL)
    told = sum(one.after is not None or one.before is not None for one in pairs)
    return gettext("Answered once: %(n)d of %(of)d") % {"n": told, "of": len(pairs)} if told else gettext("Nobody has answered yet")


def sentence(pairs: Sequence[Pair], scale: Scale) -> str:
    """The same in words, line by line: what has changed, or what was said where there is nothing to compare."""
    told = [f"{one.name.rstrip('.')}: {_told(one, scale)}" for one in pairs if one.before is not None or one.after is not None]
    return "; ".join(told) + "." if told else ""


def _told(one: Pair, scale: Scale) -> str:
    return change(one) if one.move is not None else scale.word(one.before if one.after is None else one.after)


def way(move: float | None) -> str:
    """better, worse, still, or alone when there is nothing to compare."""
    if move is None:
        return "alone"
    return "better" if move >= STILL else "worse" if move <= -STILL else "still"


def change(pair: Pair) -> str:
    """The difference with its sign and its word."""
    move = pair.move
    if move is None:
        return gettext("no answer") if pair.before is None and pair.after is None else gettext("one answer")
    word = {"better": gettext("better"), "worse": gettext("worse"), "still": gettext("unchanged")}[way(move)]
    sign = "+" if move > 0 else "−" if move < 0 else "±"
    size = abs(move)
    return f"{sign}{localize(int(size) if size == int(size) else size)} {word}"


class _Row(NamedTuple):
    """One line as it is laid out: its name in lines, what has changed, from where down, and how high."""

    pair: Pair
    lines: list[str]
    change: str
    top: float
    height: float


def drawn(pairs: Sequence[Pair], scale: Scale, width: int) -> SafeString:
    """The lines in one width: name, picture and change beside each other, or one under the other on a phone."""
    left, right = (186, 456) if width == WIDE else (PAD, width - PAD)
    ends = _ends(scale, left, right)
    top = 8.0 + LINE * len(ends)
    rows: list[_Row] = []
    for pair in pairs:
        rows.append(_row(pair, rows[-1].top + rows[-1].height if rows else top, width))
    foot = rows[-1].top + rows[-1].height if rows else top
    place = _Place(scale, left, right)
    steps = range(scale.low, scale.high + 1) if scale.high - scale.low <= 10 else (scale.low, scale.high)
    grid = format_html_join("", '<line class="pair__grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>',
                            ((at(place.x(step)), at(top), at(foot)) for step in steps))  # fmt: skip
    return sheet("pairs", width, foot + 6, *ends, grid, *(_pair(row, place, width) for row in rows))


def _ends(scale: Scale, left: float, right: float) -> list[SafeString]:
    """The words of both ends: on one line where there is room, else each on its own."""
    low = broken(scale.worst, right - left, 1)
    high = broken(scale.best, right - left, 1)
    apart = reach(low[0]) + reach(high[0]) + 12 > right - left
    marks = [said([low[0]], left, 16, kind="soft")]
    second = said([high[0]], right, 16 + (LINE if apart else 0), anchor="end", kind="soft")
    return [*marks, second] if apart else [joined([*marks, second])]


def _row(pair: Pair, top: float, width: int) -> _Row:
    told = change(pair)
    if width == WIDE:
        lines = broken(pair.name, 170)
        return _Row(pair, lines, told, top, max(38, len(lines) * LINE + 14))
    lines = broken(pair.name, width - (reach(told) + 14 if told else 0))
    return _Row(pair, lines, told, top, len(lines) * LINE + 44)


class _Place:
    """Where a value stands across."""

    def __init__(self, scale: Scale, left: float, right: float):
        self.scale, self.left, self.right = scale, left + PAD, right - PAD

    def x(self, value: float) -> float:
        """From the worst on the left to the best on the right."""
        share = (min(max(value, self.scale.low), self.scale.high) - self.scale.low) / (self.scale.high - self.scale.low)
        return self.left + share * (self.right - self.left)


def _pair(row: _Row, place: _Place, width: int) -> SafeString:
    pair, is_wide = row.pair, width == WIDE
    y = row.top + (row.height / 2 if is_wide else row.height - 22)
    first = row.top + 13 + (row.height - len(row.lines) * LINE) / 2 if is_wide else row.top + 14
    name = said(row.lines, 0, first)
    side, down = ("start", y + 5) if is_wide else ("end", row.top + 14)
    told = said([row.change], 468 if is_wide else width, down, anchor=side, kind="number")
    marks = joined([*_line(pair, place, y), *_ring(pair.before, place, y), *_bead(pair.after, place, y)])
    rule = format_html('<line class="pair__rule" x1="0" x2="{0}" y1="{1}" y2="{1}"/>', width, at(row.top + row.height))
    return format_html('<g class="pair pair--{}">{}{}{}{}</g>', way(pair.move), rule, marks, name, told)


def _line(pair: Pair, place: _Place, y: float) -> list[SafeString]:
    """From before to after, with a head in the middle that shows which way."""
    if pair.before is None or pair.after is None:
        return []
    here, there = place.x(pair.before), place.x(pair.after)
    line = format_html('<line class="pair__line" x1="{}" x2="{}" y1="{}" y2="{}"/>', at(here), at(there), at(y), at(y))
    if abs(here - there) < 32:
        return [line]
    side, middle = (1 if there > here else -1), (here + there) / 2
    head = f"M{at(middle - 5 * side)} {at(y - 6)}L{at(middle + 6 * side)} {at(y)}L{at(middle - 5 * side)} {at(y + 6)}z"
    return [line, format_html('<path class="pair__head" d="{}"/>', head)]


def _ring(value: float | None, place: _Place, y: float) -> list[SafeString]:
    shape = '<circle class="pair__before" cx="{}" cy="{}" r="{}"/>'
    return [] if value is None else [format_html(shape, at(place.x(value)), at(y), BEFORE)]


def _bead(value: float | None, place: _Place, y: float) -> list[SafeString]:
    shape = '<circle class="pair__after" cx="{}" cy="{}" r="{}"/>'
    return [] if value is None else [format_html(shape, at(place.x(value)), at(y), AFTER)]
