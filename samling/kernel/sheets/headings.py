"""Where the headings of a table stand and what each column holds, guessed by the words of whoever asks.

Whoever reads in a file says the last word; what was said is known again by a digest of the headings.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

IGNORE = ""  # a column that holds nothing that is asked for
LOOKED_AT = 20  # rows from the top …
HIGHEST = 12  # … of which the headings are one of so many, or two

type FieldOf = Callable[[object], str]  # what a column with this heading holds


class Headings(NamedTuple):
    """The place of the row where they end, and what they say."""

    place: int
    said: list[str]

    def fingerprint(self, kind: str = "") -> str:
        """By which a sender's files of one kind are known again: a digest, for a heading may hold a name."""
        told = [plain(heading) for heading in self.said]
        return hashlib.sha256("\x1f".join([kind, *told] if kind else told).encode()).hexdigest()


def plain(heading: object) -> str:
    """A heading as it is compared: small letters, one space, no signs around."""
    text = unicodedata.normalize("NFC", str(heading or "")).casefold()
    return re.sub(r"[\s_.:()\[\]]+", " ", text).strip()


def base(field: str) -> str:
    """What a field is about: `scheduled-h` and `scheduled` are the same thing in two units."""
    return field.partition("-")[0]


def guessed(headings: Sequence[object], field_of: FieldOf) -> list[str]:
    """What each column holds; when two seem to hold the same, the first does."""
    found: list[str] = []
    for heading in headings:
        field = field_of(heading)
        found.append(IGNORE if base(field) in {base(one) for one in found if one} else field)
    return found


def headings_of(rows: Sequence[tuple[int, Sequence[object]]], field_of: FieldOf) -> Headings:
    """The headings among the first rows; two rows of headings are read as one. The first row where none fits."""
    best, found = 0, Headings(0, _texts(rows[0][1]) if rows else [])
    for place in range(min(len(rows), HIGHEST)):
        one = _texts(rows[place][1])
        for end, texts in ((place, one), (place + 1, _joined(one, rows[place + 1][1]) if place + 1 < len(rows) else [])):
            score = sum(bool(field) for field in guessed(texts, field_of))
            if score > best and (end == place or _is_heading(rows[end][1])):
                best, found = score, Headings(end, texts)
    return found


def _texts(cells: Sequence[object]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in cells]


def _joined(above: Sequence[str], below: Sequence[object]) -> list[str]:
    """A heading over several columns belongs to each of them."""
    found, held = [], ""
    for place, cell in enumerate(below):
        held = above[place] if place < len(above) and above[place] else held
        found.append(f"{held} {cell}".strip() if cell is not None else (above[place] if place < len(above) else ""))
    return found


def _is_heading(cells: Sequence[object]) -> bool:
    return not any(isinstance(cell, int | float) or re.search(r"\d{4}", str(cell or "")) for cell in cells)
