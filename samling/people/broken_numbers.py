"""Identity numbers as spreadsheets break them: as a number, without its zero, in scientific notation, with spaces."""

import datetime as dt
import re
from functools import lru_cache

from personnummer import personnummer

from samling.kernel.words import _

OLDEST = 21  # years; a number without its century is a child's
LOOSE = re.compile(r"[\s\u00a0\u2007\u202f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'.]+")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
TEMPORARY = re.compile(r"(\d{2})?\d{6}[-+]?[A-Z][0-9A-Z]{3}")

TROUBLES = {
    "digits-lost": _("The number has lost digits, as when a spreadsheet writes 2,01E+11. Make the column text and write the number anew."),
    "number": _("Check the number. It has ten or twelve digits: YYYYMMDD-NNNN."),
    "sum": _("The last digit of the number does not fit the others. Check the number."),
}  # fmt: skip


class BrokenNumber(ValueError):
    """The number cannot be mended; the argument is a code of TROUBLES."""


@lru_cache(maxsize=20_000)
def mended(written: str | int | float, today: dt.date) -> str:
    """The number as twelve digits; empty for a school's temporary number. Raises BrokenNumber."""
    text = DASHES.sub("-", LOOSE.sub("", str(written))).upper()
    if isinstance(written, float) or re.fullmatch(r"\d[\d,]*E\+?\d+", text):
        raise BrokenNumber("digits-lost")
    if TEMPORARY.fullmatch(text):
        return ""
    found = re.fullmatch(r"(\d{1,12})|(\d{6}|\d{8})([-+])(\d{4})", text)
    if not found:
        raise BrokenNumber("number")
    digits = found[1] or found[2] + found[4]
    return _checked(_whole(digits, found[3] == "+", today))


def _whole(digits: str, is_old: bool, today: dt.date) -> str:
    """Twelve digits: with the zero that a number column drops, and the century of a child."""
    if len(digits) == 12:
        return digits
    if not 8 <= len(digits) <= 10:
        raise BrokenNumber("number")
    short = digits.zfill(10)
    centuries = [year for year in range(today.year - OLDEST, today.year + 1) if year % 100 == int(short[:2])]
    if is_old or not centuries:
        raise BrokenNumber("number")
    return f"{centuries[-1] // 100}{short}"


def _checked(number: str) -> str:
    try:
        return str(personnummer.parse(number).format(True))
    except (personnummer.PersonnummerException, ValueError):
        year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
        is_day = 1 <= month <= 12 and 1 <= day % 60 <= 31 and year >= 1900
        raise BrokenNumber("sum" if is_day else "number") from None
