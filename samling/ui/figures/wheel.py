"""The wheel: eight spokes and five steps, for one child and one voice, with what was said before as hollow rings.

No surface is filled and nothing is joined to a shape, since a surface would grow faster than what it tells.
"""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from samling.ui.html import format_html, format_html_join

from ..words import listed
from .shared import LINE, NARROW, WIDE, Figure, broken, joined, reach, said, sheet

STEPS = 5
GAP = {WIDE: 14, NARROW: 10}  # px from the rim to the words
RIM = {WIDE: (190, 120), NARROW: (92, 56)}  # the largest and the smallest wheel


class Spoke(NamedTuple):
    """One area: its code and name, the step that is said now and the one said before (1 to 5, or None)."""

    code: str
    name: str
    now: int | None = None
    before: int | None = None


class Placed(NamedTuple):
    """A spoke's direction, and its name in lines."""

    spoke: Spoke
    across: float
    down: float
    lines: list[str]


def wheel(spokes: Sequence[Spoke], steps: Sequence[str]) -> Figure:
    """The picture of one voice; `steps` are the words of the five steps, from the hub outwards."""
    marked = any(one.before for one in spokes)
    head = [gettext("Area"), *([pgettext("figure", "Before")] if marked else []), gettext("Now")]
    rows = [[one.name, *([_word(one.before, steps)] if marked else []), _word(one.now, steps)] for one in spokes]
    return Figure(finding(spokes, steps), sentence(spokes, steps), drawn(spokes, WIDE), drawn(spokes, NARROW), head, rows)


def finding(spokes: Sequence[Spoke], steps: Sequence[str]) -> str:
    """The title: what has moved since before, or what is hardest and best, counted from the marks."""
    pairs = [(one.before, one.now) for one in spokes if one.before and one.now]
    if pairs:
        return counted([now - before for before, now in pairs])
    told = [one for one in spokes if one.now]
    if not told:
        return gettext("Nobody has answered yet")
    low, high = (edge(one.now or 0 for one in told) for edge in (min, max))
    if low == high:
        return gettext("The same everywhere: %(step)s (%(n)d of %(of)d answered)") % {
            "step": steps[low - 1], "n": len(told), "of": len(spokes)}  # fmt: skip
    where = {step: listed([one.name for one in told if one.now == step]) for step in (low, high)}
    return gettext("%(low)s: %(there)s. %(high)s: %(here)s.") % {
        "low": _first(steps[low - 1]), "there": where[low], "high": _first(steps[high - 1]), "here": where[high]}  # fmt: skip


def counted(moves: Sequence[float], still: float = 0.5) -> str:
    """How many became better, worse and stayed, with how many they are: the three weigh the same."""
    up, down = sum(one >= still for one in moves), sum(one <= -still for one in moves)
    told = {"up": up, "down": down, "still": len(moves) - up - down, "n": len(moves)}
    return gettext("Better: %(up)d. Worse: %(down)d. Unchanged: %(still)d (n = %(n)d).") % told


def sentence(spokes: Sequence[Spoke], steps: Sequence[str]) -> str:
    """The same in words, spoke by spoke."""
    told = [one for one in spokes if one.now or one.before]
    return "; ".join(f"{one.name}: {_moved(one, steps)}" for one in told) + "." if told else ""


def _moved(one: Spoke, steps: Sequence[str]) -> str:
    now, before = _word(one.now, steps), _word(one.before, steps)
    return gettext("%(now)s (before: %(before)s)") % {"now": now, "before": before} if one.before else now


def _word(step: int | None, steps: Sequence[str]) -> str:
    return steps[step - 1] if step else gettext("no answer")


def _first(word: str) -> str:
    return word[:1].upper() + word[1:]


def drawn(spokes: Sequence[Spoke], width: int, *, touched: bool = False) -> SafeString:
    """The wheel in one width; `touched` when a step can be set by tapping it (the form beside can all of it too)."""
    rim, placed = _laid(spokes, width)
    tops = max(len(one.lines) for one in placed if one.down < -0.5)
    feet = max(len(one.lines) for one in placed if one.down > 0.5)
    middle = rim + GAP[width] + tops * LINE
    hub = _Hub(width, middle, rim)
    rings = format_html_join("", '<circle class="wheel__ring" cx="{}" cy="{}" r="{}"/>',
                             ((hub.x, hub.y, f"{hub.at(step):g}") for step in range(1, STEPS + 1)))  # fmt: skip
    height = middle + rim + GAP[width] + feet * LINE + 4
    numbers = hub.numbers() if width == WIDE else ""
    areas = [hub.drawn(one, touched=touched) for one in placed]
    return sheet("wheel", width, height, rings, numbers, *areas, *(hub.named(one) for one in placed))


def _laid(spokes: Sequence[Spoke], width: int) -> tuple[float, list[Placed]]:
    """The largest wheel beside which every word has room, and the spokes around it; a word too long is parted."""
    ways = [(2 * turn + 1) * pi / len(spokes) for turn in range(len(spokes))]
    most, least = RIM[width]
    rim = float(most)
    for one, way in zip(spokes, ways, strict=True):
        longest = max((reach(word) for word in one.name.split()), default=0)
        rim = min(rim, (width / 2 - 2 - longest) / abs(sin(way)) - GAP[width])
    rim = max(rim, least)
    return rim, [
        Placed(one, sin(way), -cos(way), broken(one.name, width / 2 - 2 - abs(sin(way)) * (rim + GAP[width])))
        for one, way in zip(spokes, ways, strict=True)
    ]


class _Hub:
    """Where things stand around the middle of one wheel."""

    def __init__(self, width: int, y: float, rim: float):
        self.x, self.y, self.rim, self.gap = width / 2, y, rim, GAP[width]
        self.bead = rim / 24 + 3

    def at(self, step: int) -> float:
        """How far out a step is."""
        return round(self.rim * (0.3 + 0.7 * (step - 1) / (STEPS - 1)), 1)

    def spot(self, one: Placed, step: int) -> tuple[float, float]:
        """The middle of a step on a spoke."""
        return round(self.x + one.across * self.at(step), 1), round(self.y + one.down * self.at(step), 1)

    def drawn(self, one: Placed, *, touched: bool) -> SafeString:
        """A spoke with its five steps, the arm to the one that is said, and the ring of the one said before."""
        spots = [self.spot(one, step) for step in range(1, STEPS + 1)]
        code, now, before = one.spoke.code, one.spoke.now, one.spoke.before
        shape = '<circle class="wheel__dot" data-dot="{}-{}" cx="{}" cy="{}" r="3"/>'
        dots = format_html_join("", shape, ((code, step, *spot) for step, spot in enumerate(spots, 1)))
        spoke = format_html('<line class="wheel__spoke" x1="{}" y1="{}" x2="{}" y2="{}"/>', *spots[0], *spots[-1])
        end = spots[now - 1] if now else spots[0]
        begin = round(self.x + one.across * self.rim * 0.14, 1), round(self.y + one.down * self.rim * 0.14, 1)
        shape = ('<g data-arm="{}"{}><line class="wheel__arm" x1="{}" y1="{}" x2="{}" y2="{}"/>'
                 '<circle class="wheel__now" cx="{}" cy="{}" r="{}"/></g>')  # fmt: skip
        is_open = SafeString("" if now else " hidden")
        arm = format_html(shape, code, is_open, *begin, *end, *end, f"{self.bead:g}") if now or touched else ""
        ring = '<circle class="wheel__before" cx="{}" cy="{}" r="{}"/>'
        ghost = format_html(ring, *spots[before - 1], f"{self.bead + 3:g}") if before else ""
        taps = self._taps(code, spots) if touched else ""
        return joined([spoke, dots, arm, ghost, taps])

    def _taps(self, code: str, spots: Sequence[tuple[float, float]]) -> SafeString:
        shape = '<circle class="wheel__tap" data-tap="{}-{}" cx="{}" cy="{}" r="{}"/>'
        room = (self.at(2) - self.at(1)) / 2
        return format_html_join("", shape, ((code, step, *spot, f"{room:g}") for step, spot in enumerate(spots, 1)))

    def numbers(self) -> SafeString:
        """One to five upwards, between two spokes."""
        return joined(said([str(step)], self.x, self.y - self.at(step) + 5, anchor="middle", kind="soft") for step in range(1, STEPS + 1))

    def named(self, one: Placed) -> SafeString:
        """The name outside its spoke."""
        x, y = self.x + one.across * (self.rim + self.gap), self.y + one.down * (self.rim + self.gap)
        if one.down < -0.5:
            first = y - (len(one.lines) - 1) * LINE
        elif one.down > 0.5:
            first = y + 13
        else:
            first = y + 5 - (len(one.lines) - 1) * LINE / 2
        return said(one.lines, x, first, anchor="start" if one.across > 0 else "end")
