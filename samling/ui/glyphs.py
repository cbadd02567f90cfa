"""What the fonts that are shipped can show, and people's texts made so that they can be printed with them.

PDF/A allows no sign without a shape, so a letter that no font here has becomes a box, and the paper says so.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "typst" / "fonts"
BOX = "□"
JOINERS = "\u200c\u200d"
ISOLATES = "\u2066\u2067\u2068\u2069"
KEPT = frozenset(f"\n\u00ad{JOINERS}{ISOLATES}\ufe0f")
BREAKS = re.compile("[\r\u2028\u2029\x0b\x0c\t]")  # other ends of a line, and the tab
NEVER = ("Cc", "Cf", "Cs")
LONG = re.compile(r"(?<![^\s\u00ad-])[^\s\u00ad-]{29,}")  # so many in a row overflow a narrow column: they get places to be broken at
CLUSTER = re.compile(r"\S(?:\u200d\S|[\u0300-\u036f\u064b-\u065f\u200c\ufe0f\u20e3])*")
STEP = 12


def printable(text: str) -> str:
    """The text with every sign that can be printed; others become a box, and invisible ones go."""
    told = unicodedata.normalize("NFC", BREAKS.sub(lambda one: " " if one[0] == "\t" else "\n", text))
    return LONG.sub(_soft, _rare().sub(lambda run: "".join(_sign(one) for one in run[0]), told)).strip()


def plainer(text: str) -> str:
    """The same without marks and joiners, where letters of two fonts cannot be joined."""
    bare = (one for one in text if unicodedata.category(one) not in (*NEVER, "Mn", "Me") or one == "\n")
    return "".join(one if one == "\n" or ord(one) in shown() else BOX for one in bare)


def isolated(text: str) -> str:
    """A name in a line of another direction: what stands around it keeps its place."""
    return f"\u2068{text}\u2069" if any(unicodedata.bidirectional(one) in ("R", "AL") for one in text) else text


@cache
def _rare() -> re.Pattern[str]:
    """A run of signs that are not printed as they stand; a long paper has a million that are."""
    as_they_stand = (chr(one) for one in sorted(shown()) if _sign(chr(one)) == chr(one))
    return re.compile(f"[^{''.join(map(re.escape, as_they_stand))}]+")


def _sign(one: str) -> str:
    kind = unicodedata.category(one)
    if kind == "Zs":
        return " "  # else every space of the font is read back as one that does not break
    if one in KEPT or (ord(one) in shown() and kind not in NEVER):
        return one
    return "" if kind in (*NEVER, "Mn", "Me") else BOX


def _soft(run: re.Match[str]) -> str:
    letters = CLUSTER.findall(run[0])
    return "\u00ad".join("".join(letters[turn : turn + STEP]) for turn in range(0, len(letters), STEP))


@cache
def shown() -> frozenset[int]:
    """Every sign that some font here has a shape for, and the space."""
    return frozenset({32, 0xA0}).union(*(_signs(file.read_bytes()) for file in FONTS.glob("*.ttf")))


def _signs(font: bytes) -> set[int]:
    """The signs of one font, from the tables in it that say which shape each has (OpenType, `cmap`)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    places = (struct.unpack_from(">4sIII", font, 12 + 16 * turn) for turn in range(tables))
    start = next(offset for tag, _sum, offset, _length in places if tag == b"cmap")
    (many,) = struct.unpack_from(">H", font, start + 2)
    offsets = {struct.unpack_from(">I", font, start + 8 + 8 * turn)[0] + start for turn in range(many)}
    return set().union(*(READERS[kind](font, at) for at in offsets if (kind := struct.unpack_from(">H", font, at)[0]) in READERS))


def _by_segments(font: bytes, at: int) -> set[int]:
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    many = doubled // 2
    ends, starts, deltas, leaps = (
        struct.unpack_from(f">{many}H", font, at + 14 + part * doubled + (2 if part else 0)) for part in range(4)
    )
    found = set()
    for turn in range(many):
        place = at + 16 + 3 * doubled + 2 * turn + leaps[turn]
        for sign in range(starts[turn], ends[turn] + 1):
            shape = struct.unpack_from(">H", font, place + 2 * (sign - starts[turn]))[0] if leaps[turn] else sign + deltas[turn]
            found |= {sign} if shape & 0xFFFF and sign != 0xFFFF else set()
    return found


def _by_groups(font: bytes, at: int) -> set[int]:
    (many,) = struct.unpack_from(">I", font, at + 12)
    groups = (struct.unpack_from(">III", font, at + 16 + 12 * turn) for turn in range(many))
    return {sign for first, last, _shape in groups for sign in range(first, last + 1)}


READERS = {4: _by_segments, 12: _by_groups}
