"""Three circles that overlap, with words in each of their seven parts: drawn here, read in the list beside."""

from collections.abc import Callable, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from django.utils.safestring import SafeString

from samling.ui.html import format_html, format_html_join
from samling.ui.parts import SHAPES

WIDTH, HEIGHT, RADIUS, STEP, LETTER = 960, 800, 250, 28, 7.6
CENTRES = ((480, 265), (325, 535), (635, 535))
NAMES = ((480, 46), (120, 765), (840, 765))
# Where each part's lines begin (left edge, middle), how many there is room for, and how many letters; the parts are
# named by the circles that cover them: 0 is the upper one, 1 the left, 2 the right.
ROOM = {
    (0,): (372, 158, 6, 26), (1,): (104, 598, 6, 28), (2,): (592, 598, 6, 28),
    (0, 1): (276, 372, 4, 15), (0, 2): (540, 372, 4, 15), (1, 2): (404, 598, 4, 16), (0, 1, 2): (412, 452, 3, 15),
}  # fmt: skip


class Mark(NamedTuple):
    """One line: its sign, its words and a letter, whose shape, where it leads, and the whole of it when spoken."""

    number: int
    part: tuple[int, ...]
    glyph: str
    text: str
    initial: str
    shape: str
    to: str
    spoken: str


def circles(names: Mapping[str, str], marks: Sequence[Mark], *, label: str, more: Callable[[int], str]) -> SafeString:
    """The drawing; `names` are the three circles' codes and words, `more` says how many have no room in a part."""
    ring = '<circle class="circles__ring circles__ring--{}" cx="{}" cy="{}" r="{}"/>'
    rings = format_html_join("", ring, ((code, *at, RADIUS) for code, at in zip(names, CENTRES, strict=True)))
    name = '<text class="circles__name" text-anchor="middle" x="{}" y="{}">{}</text>'
    said = format_html_join("", name, ((*at, word) for word, at in zip(names.values(), NAMES, strict=True)))
    lines = format_html_join("", "{}", ((_part(part, marks, more),) for part in ROOM))
    drawn = '<svg class="circles" data-walk viewBox="0 0 {} {}" role="group" aria-label="{}">{}{}{}</svg>'
    return format_html(drawn, WIDTH, HEIGHT, label, rings, said, lines)


def _part(part: tuple[int, ...], marks: Sequence[Mark], more: Callable[[int], str]) -> SafeString:
    left, middle, most, letters = ROOM[part]
    mine = [mark for mark in marks if mark.part == part]
    shown = mine if len(mine) <= most else mine[: most - 1]
    rows = 2 if 2 * len(mine) <= most else 1
    said = [wrap(mark.text, letters, max_lines=rows, placeholder="…") or [""] for mark in shown]
    y = middle - (sum(map(len, said)) + (len(shown) < len(mine)) - 1) * STEP / 2
    drawn = []
    for mark, lines in zip(shown, said, strict=True):
        drawn.append(_mark(mark, lines, left, y, letters))
        y += len(lines) * STEP
    if len(shown) < len(mine):
        text, left_out = '<text class="circles__more" data-more="{}" x="{}" y="{}">{}</text>', len(mine) - len(shown)
        drawn.append(format_html(text, left_out, left + 22, y, more(left_out)))
    return format_html_join("", "{}", ((one,) for one in drawn))


def _mark(mark: Mark, lines: Sequence[str], x: float, y: float, letters: int) -> SafeString:
    words = format_html_join("", '<tspan x="{}" dy="{}">{}</tspan>', ((x + 33, STEP - 4 if n else 0, one) for n, one in enumerate(lines)))
    return format_html(
        '<a href="{}" class="circles__mark" data-note="{}" aria-label="{}">'
        '<rect class="circles__touch" x="{}" y="{}" width="{}" height="{}" rx="5"/>'
        '<path class="actor--{}" transform="translate({} {}) scale(.6)" d="{}"/>'
        '<text y="{}"><tspan class="circles__glyph" x="{}">{}</tspan>{} <tspan class="circles__voice">{}</tspan></text></a>',
        mark.to, mark.number, mark.spoken, x - 5, y - 19, letters * LETTER + 56, STEP * len(lines) - 1,
        mark.shape, x, y - 13, SHAPES[mark.shape], y, x + 20, mark.glyph, words, mark.initial,
    )  # fmt: skip
