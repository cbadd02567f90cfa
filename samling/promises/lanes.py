"""Who does what, week by week: one lane for each promise, drawn on the server in two widths. Pure geometry and its words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.ui.html import format_html, format_html_join
from samling.ui.parts import SHAPES

from .rules import Quiet, State

WEEK = dt.timedelta(days=7)
WIDE, NARROW = 640, 300
ROW, HEAD, RIGHT = 34, 26, 6
LABEL = {WIDE: 150, NARROW: 98}
LETTERS = {WIDE: 15, NARROW: 8}
WEEKS = {WIDE: 12, NARROW: 5}


class Mark(NamedTuple):
    """One lane: who, on which side, from and until when, and how it stands."""

    who: str
    side: str
    starts_on: dt.date
    until_on: dt.date
    state: State
    quiet: Quiet = Quiet.NO

    @property
    def look(self) -> str:
        """How its bar is drawn: silent, waiting, kept or going on. The first that is true."""
        if self.quiet is not Quiet.NO:
            return "quiet"
        if self.state in (State.ASKED, State.SWAP):
            return "waits"
        return "done" if self.state in (State.DONE, State.NO_HELP) else "goes"


class Picture(NamedTuple):
    """The drawing in two widths, its finding and what it says in a sentence."""

    title: str
    sentence: str
    wide: SafeString
    narrow: SafeString


def picture(marks: Sequence[Mark], today: dt.date) -> Picture | None:
    """The lanes of a plan; None without promises."""
    if not marks:
        return None
    return Picture(finding(marks), _sentence(marks), _drawn(marks, today, WIDE), _drawn(marks, today, NARROW))


def finding(marks: Sequence[Mark]) -> str:
    """The title, counted from the marks that are drawn."""
    looks = [mark.look for mark in marks]
    parts = [_said(look, looks.count(look)) for look in ("goes", "waits", "quiet", "done") if look in looks]
    total = ngettext("%(n)d promise", "%(n)d promises", len(marks)) % {"n": len(marks)}
    return f"{total}: {', '.join(parts)}"


def _said(look: str, n: int) -> str:
    words = {
        "goes": ngettext("%(n)d goes on", "%(n)d go on", n),
        "waits": ngettext("%(n)d waits for an answer", "%(n)d wait for an answer", n),
        "quiet": ngettext("%(n)d is silent", "%(n)d are silent", n),
        "done": ngettext("%(n)d is done", "%(n)d are done", n),
    }
    return words[look] % {"n": n}


def _sentence(marks: Sequence[Mark]) -> str:
    return gettext("Filled bars go on, hollow ones wait for an answer, dashed ones have not been heard of for two weeks.")


def _drawn(marks: Sequence[Mark], today: dt.date, width: int) -> SafeString:
    first = _first(marks, today)
    height = HEAD + ROW * len(marks) + 6
    rows = format_html_join("", "{}", ((_row(mark, turn, first, width),) for turn, mark in enumerate(marks)))
    return format_html(
        '<svg class="lanes lanes--{}" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">{}{}{}</svg>',
        "wide" if width == WIDE else "narrow", width, height, width, height,
        _weeks(first, width, height), rows, _today(today, first, width, height),
    )  # fmt: skip


def _first(marks: Iterable[Mark], today: dt.date) -> dt.date:
    """The Monday where the picture begins: of the earliest promise, at most four weeks back, never ahead of today."""
    day = min(max(min(mark.starts_on for mark in marks), today - 4 * WEEK), today)
    return day - dt.timedelta(days=day.weekday())


def _x(day: dt.date, first: dt.date, width: int) -> float:
    share = (day - first).days / (7 * WEEKS[width])
    return round(LABEL[width] + min(max(share, 0), 1) * (width - LABEL[width] - RIGHT), 1)


def _weeks(first: dt.date, width: int, height: int) -> SafeString:
    line = '<line class="lanes__week" x1="{}" x2="{}" y1="{}" y2="{}"/><text class="lanes__word" x="{}" y="16">{}</text>'
    rows = []
    for turn in range(WEEKS[width]):
        monday = first + turn * WEEK
        x = _x(monday, first, width)
        name = gettext("w%(number)d") % {"number": monday.isocalendar().week} if width == NARROW or turn % 2 == 0 else ""
        rows.append((x, x, HEAD - 4, height, x + 2, name))
    return format_html_join("", line, rows)


def _row(mark: Mark, turn: int, first: dt.date, width: int) -> SafeString:
    top, left = HEAD + turn * ROW, _x(mark.starts_on, first, width)
    right = max(_x(mark.until_on + dt.timedelta(days=1), first, width), left + 8)
    left = min(left, width - RIGHT - 8)
    name = _short(mark.who, LETTERS[width])
    return format_html(
        '<g transform="translate(0 {}) scale(.75)" class="actor actor--{}"><path d="{}"/></g>'
        '<text class="lanes__word" x="24" y="{}">{}</text>'
        '<rect class="lanes__bar lanes__bar--{} lanes__bar--{}" x="{}" y="{}" width="{}" height="14" rx="4"/>',
        top + 6, mark.side, SHAPES[mark.side], top + 20, name,
        mark.look, mark.side, left, top + 8, round(min(right, width - RIGHT + 4) - left, 1),
    )  # fmt: skip


def _short(name: str, most: int) -> str:
    """A name as there is room for: the whole, else what one is called by."""
    called = name if len(name) <= most else name.split(" ")[0]
    return called if len(called) <= most else f"{called[: most - 1]}…"


def _today(today: dt.date, first: dt.date, width: int, height: int) -> SafeString:
    x = _x(today, first, width)
    return format_html('<line class="lanes__today" x1="{}" x2="{}" y1="{}" y2="{}"/>', x, x, HEAD - 4, height)
