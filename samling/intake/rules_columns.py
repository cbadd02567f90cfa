"""What a column of such a list holds, by its heading, and what is still to be said.

Headings of Vklass and Learnpoint are as their makers' help pages give them; the others are common words of such
lists and not verified (docs/decisions/0042-attendance.md).
"""

import re
from collections.abc import Sequence

from samling.kernel.sheets.headings import IGNORE, base, plain
from samling.kernel.words import _

from .reference import HEADINGS, TIMES, WHO

HOURS = re.compile(r"\b(h|tim|timmar|t|hours?)\b")
COUNTS = re.compile(r"%|\b(procent|andel|antal|lekt|tillf[aä]llen|st|orsak|kommentar|anledning|typ)\b")


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


def lacks(fields: Sequence[str]) -> str:
    """What is still to be said before the file can be read, as a msgid; empty when nothing is."""
    said = [base(field) for field in fields if field]
    some = set(said)
    if len(said) > len(some):
        return _("Two columns hold the same thing. Choose one of them.")
    if not some & set(WHO) or (some & {"given", "family"} and not some >= {"given", "family"} and not some & {"number", "name"}):
        return _("Choose the column with the identity number, or those with name and class.")
    if not some & {"scheduled", "present"}:
        return _("Choose the column with the scheduled time, or with the time in school.")
    if not some & {"valid", "invalid", "absent", "present"}:
        return _("Choose at least one column with absence.")
    return ""
