"""Attendance week by week as a picture: what is missed hangs from above, the line shows what is left.

Pure geometry: marks in, SVG out. Drawn in two widths at their own size, so that no text shrinks below 14 px; a
container query shows one of them. Valid and invalid differ in stroke and place and not in colour alone.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString

from samling.ui.html import format_html, format_html_join

from .chart import FLOOR, GOOD

TOP, FOOT, LEFT, RIGHT = 24, 30, 14, 52  # what is kept free for words
HEIGHT = 176
WIDE, NARROW = 600, 300


class Mark(NamedTuple):
    """One week: its name, and per cent of the scheduled time. What is present is what is left of a hundred."""

    name: str
    valid: int
    invalid: int

    @property
    def present(self) -> int:
        """Per cent that is left."""
        return 100 - self.valid - self.invalid


class Words(NamedTuple):
    """What stands in the picture: the name of the band, and how a share is said."""

    band: str
    share: str  # with %(share)s


def lowest(marks: Sequence[Mark]) -> Mark:
    """The mark whose point is labelled: the lowest, and of several the latest."""
    return min(reversed(marks), key=lambda mark: mark.present)


def weekly(marks: Sequence[Mark], words: Words, width: int) -> SafeString:
    """The picture in one width, hidden from readers of the screen: the sentence beside it says the same."""
    if not marks:
        return SafeString("")
    sheet = _Sheet(width, len(marks), min(mark.present for mark in marks))
    places = [(sheet.x(turn), mark) for turn, mark in enumerate(marks)]
    line = " ".join(f"{x:g},{sheet.y(mark.present):g}" for x, mark in places)
    return format_html(
        '<svg class="weekly weekly--{}" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">{}{}'
        '<polyline class="weekly__line" points="{}"/>{}{}</svg>',
        "wide" if width == WIDE else "narrow", width, HEIGHT, width, HEIGHT, _band(sheet, words),
        format_html_join("", "{}{}", ((_stroke(sheet, x, m, "valid"), _stroke(sheet, x, m, "invalid")) for x, m in places)),
        line, _points(sheet, places, words), _names(sheet, places),
    )  # fmt: skip


class _Sheet:
    """Where things stand on a drawing of one width."""

    def __init__(self, width: int, count: int, least: int):
        self.width, self.count = width, count
        self.floor = FLOOR if least >= FLOOR else 0

    def x(self, turn: int) -> float:
        return round(LEFT + turn * (self.width - LEFT - RIGHT) / max(self.count - 1, 1), 1)

    def y(self, share: float) -> float:
        return round(TOP + (100 - share) * (HEIGHT - TOP - FOOT) / (100 - self.floor), 1)


def _band(sheet: _Sheet, words: Words) -> SafeString:
    shape = '<rect class="weekly__band" x="0" y="{}" width="{}" height="{}"/><text class="weekly__word" x="2" y="{}">{}</text>'
    return format_html(shape, sheet.y(100), sheet.width, round(sheet.y(GOOD) - sheet.y(100), 1), TOP - 8, words.band)


def _stroke(sheet: _Sheet, x: float, mark: Mark, kind: str) -> SafeString | str:
    above = 100 if kind == "valid" else 100 - mark.valid
    below = 100 - mark.valid if kind == "valid" else mark.present
    if above == below:
        return ""
    shape = '<line class="weekly__{}" x1="{}" x2="{}" y1="{}" y2="{}"/>'
    return format_html(shape, kind, x, x, sheet.y(above), sheet.y(below))


def _points(sheet: _Sheet, places: Sequence[tuple[float, Mark]], words: Words) -> SafeString:
    last_x, last = places[-1]
    low = lowest([mark for _x, mark in places])
    low_x = max(x for x, mark in places if mark == low)
    shape = '<circle class="weekly__last" cx="{}" cy="{}" r="4"/><text class="weekly__number" x="{}" y="{}">{}</text>'
    drawn = format_html(shape, last_x, sheet.y(last.present), last_x + 9, sheet.y(last.present) + 5,
                        words.share % {"share": last.present})  # fmt: skip
    if low == last or low.present == last.present:
        return drawn
    anchor = "start" if low_x < 40 else "middle"
    shape = '{}<circle class="weekly__low" cx="{}" cy="{}" r="4"/><text class="weekly__word" text-anchor="{}" x="{}" y="{}">{}</text>'
    return format_html(shape, drawn, low_x, sheet.y(low.present), anchor, low_x, sheet.y(low.present) + 20,
                       words.share % {"share": low.present})  # fmt: skip


def _names(sheet: _Sheet, places: Sequence[tuple[float, Mark]]) -> SafeString:
    shown = [(places[0], "start")] + ([(places[-1], "end")] if len(places) > 1 else [])
    shape = '<text class="weekly__word" text-anchor="{}" x="{}" y="{}">{}</text>'
    rows = ((anchor, x if anchor == "start" else x + 4, HEIGHT - 6, mark.name) for (x, mark), anchor in shown)
    return format_html_join("", shape, rows)
