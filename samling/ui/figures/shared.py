"""What the pictures share: two widths, how wide words are, and how they are broken so that none is cut off."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString

from samling.ui.html import format_html, format_html_join

WIDE, NARROW = 600, 300  # px; a container query shows one of them at its own size, so that no text shrinks
SIZE, LINE = 14, 18  # px: the smallest text there is, and from one line to the next
MOST_LINES = 3
DOTS = "…"
# Upper bounds in parts of the letter size, read from Source Sans 3 Semibold; regular is never wider.
_CLASSES = ((" !',.:;Iijlíìîï|’·\u00a0", 0.32), ("()-/[]frst", 0.44), ("acegkvxyzhnouåäöéèáàüBCEFJKLPRSTVXYZAÅÄÉ0123456789+−±–?_", 0.6),
            ("mMwW%@æÆœŒ—½¼¾", 0.9), ("…", 1.0))  # fmt: skip
_EM = {letter: width for letters, width in _CLASSES for letter in letters} | dict.fromkeys("acegsvxyzåäéèáà", 0.53)


class Figure(NamedTuple):
    """What a page shows: the finding, the sentence, the drawing in two widths, and the same as a table."""

    title: str
    sentence: str
    wide: SafeString
    narrow: SafeString
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def reach(text: str, size: float = SIZE) -> float:
    """How wide words are at most, in px."""
    return sum(_em(letter) for letter in text) * size


def _em(letter: str) -> float:
    known = _EM.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    return 1.1 if ord(letter) > 0x24F else 0.88 if ord(letter) > 0x7E else 0.7 if letter.isupper() else 0.62


def broken(text: str, room: float, most: int = MOST_LINES) -> list[str]:
    """The words in lines that fit into the room: a word too long is parted, what is left over is told by three dots."""
    lines: list[str] = []
    for part in _parts(text.split(), room):
        if lines and reach(f"{lines[-1]} {part}") <= room:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    if len(lines) <= most:
        return lines or [""]
    last = lines[most - 1]
    while last and reach(last + DOTS) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + DOTS]


def _parts(words: Iterable[str], room: float) -> Iterable[str]:
    for word in words:
        left = word
        while reach(left) > room and len(left) > 1:
            count = next((n for n in range(len(left) - 1, 0, -1) if reach(left[:n] + "-") <= room), 1)
            yield left[:count] + "-"
            left = left[count:]
        yield left


def said(lines: Sequence[str], x: float, y: float, *, anchor: str = "start", kind: str = "word") -> SafeString:
    """Lines of text; `y` is the baseline of the first."""
    rows = format_html_join("", '<tspan x="{}" y="{}">{}</tspan>', ((at(x), at(y + n * LINE), one) for n, one in enumerate(lines)))
    return format_html('<text class="drawn__{}" text-anchor="{}">{}</text>', kind, anchor, rows)


def sheet(kind: str, width: int, height: float, *inside: SafeString | str) -> SafeString:
    """The drawing in one width. Hidden from those who listen: the words beside it say the same."""
    size = "wide" if width == WIDE else "narrow"
    drawn = '<svg class="drawn drawn--{} {}" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">{}</svg>'
    return format_html(drawn, size, kind, width, at(height), width, at(height), joined(inside))


def joined(parts: Iterable[SafeString | str]) -> SafeString:
    """Drawn one after the other."""
    return format_html_join("", "{}", ((one,) for one in parts))


def at(value: float) -> str:
    """A place in px, short."""
    return f"{round(value, 1):g}"
