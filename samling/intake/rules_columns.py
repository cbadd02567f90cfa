"""What a column holds, guessed from its heading; and the digest by which a sender's headings are known again.

Headings of Vklass and Learnpoint are as their makers' help pages give them; the others are common words of such
lists and not verified (docs/decisions/0042-attendance.md). Whoever reads in a file says the last word.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from samling.kernel.words import _

from .reference import HEADINGS, IGNORE, TIMES, WHO

HOURS = re.compile(r"\b(h|tim|timmar|t|hours?)\b")
COUNTS = re.compile(r"%|\b(procent|andel|antal|lekt|tillf[aä]llen|st|orsak|kommentar|anledning|typ)\b")


def plain(heading: object) -> str:
    """A heading as it is compared: small letters, one space, no signs around."""
    text = unicodedata.normalize("NFC", str(heading or "")).casefold()
    return re.sub(r"[\s_.:()\[\]]+", " ", text).strip()


def field_of(heading: object) -> str:
    """What a column with this heading holds; empty for what is not asked for."""
    text = plain(heading)
    for pattern, field in HEADINGS:
        if re.fullmatch(pattern, text):
            return field
    if not text or COUNTS.search(text):
        return IGNORE
    for pattern, field in TIMES:
        if re.search(pattern, text):
            return f"{field}-h" if HOURS.search(text) else field
    return IGNORE


def guessed(headings: Sequence[object]) -> list[str]:
    """What each column holds; when two seem to hold the same, the first does."""
    found: list[str] = []
    for heading in headings:
        field = field_of(heading)
        base = field.removesuffix("-h")
        found.append(IGNORE if base in {one.removesuffix("-h") for one in found if one} else field)
    return found


def heading_row(rows: Sequence[tuple[int, Sequence[object]]]) -> tuple[int, list[str]]:
    """Where the headings stand among the first rows, and what they say; two rows of headings are read as one."""
    best, where, said = 0, 0, _texts(rows[0][1]) if rows else []
    for place in range(min(len(rows), 12)):
        one = _texts(rows[place][1])
        for end, texts in ((place, one), (place + 1, _joined(one, rows[place + 1][1]) if place + 1 < len(rows) else [])):
            score = sum(bool(field) for field in guessed(texts))
            if score > best and (end == place or _is_heading(rows[end][1])):
                best, where, said = score, end, texts
    return where, said


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


def fingerprint(headings: Sequence[object]) -> str:
    """By which a sender's file is known again: a digest, for a heading may hold a name."""
    return hashlib.sha256("\x1f".join(plain(heading) for heading in headings).encode()).hexdigest()


def lacks(fields: Sequence[str]) -> str:
    """What is still to be said before the file can be read, as a msgid; empty when nothing is."""
    said = {field.removesuffix("-h") for field in fields if field}
    twice = [field for field in said if sum(one.removesuffix("-h") == field for one in fields) > 1]
    if twice:
        return _("Two columns hold the same thing. Choose one of them.")
    if not said & set(WHO) or (said & {"given", "family"} and not said >= {"given", "family"} and not said & {"number", "name"}):
        return _("Choose the column with the identity number, or those with name and class.")
    if not said & {"scheduled", "present"}:
        return _("Choose the column with the scheduled time, or with the time in school.")
    if not said & {"valid", "invalid", "absent", "present"}:
        return _("Choose at least one column with absence.")
    return ""
