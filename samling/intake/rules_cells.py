"""One cell of a list: a name, a class, a day or a time in any form in which such lists are written."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from samling.kernel.sheets import LONGEST, Cell

INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
TOTALS = re.compile(r"(summa|totalt?|medel(värde)?|snitt|antal)\b", re.I)
DATES = ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d/%m-%y", "%d/%m-%Y", "%d/%m %Y")
CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(:[0-5]\d)?")
SERIALS = (36526, 73050)  # days since 1899-12-30: the years 2000 to 2099


class Wrong(ValueError):
    """A cell cannot be read; the arguments are a code and a field."""

    def __init__(self, code: str, field: str = ""):
        self.code, self.field = code, field
        super().__init__(code)


def clean(cell: Cell) -> str:
    """A cell as text, without the signs that nobody sees."""
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFKC", str("" if cell is None else cell))).split())


def name_key(*parts: Cell) -> tuple[str, ...]:
    """A name so that its order, case and signs make no difference."""
    text = clean(" ".join(str(part) for part in parts if part is not None)).casefold()
    letters = "".join(sign for sign in text if not unicodedata.combining(sign))  # vowel signs that may be left out
    return tuple(sorted(re.findall(r"[^\W\d_]+", letters)))


def group_key(cell: Cell) -> str:
    """A class so that 7B, 7 b and 07B are the same."""
    return clean(cell).casefold().replace(" ", "").lstrip("0")


def short[Said: Cell](cell: Said, field: str) -> Said:
    """The same, when it is no longer than such a cell can be."""
    if isinstance(cell, str) and len(cell) > LONGEST:
        raise Wrong("long", field)
    return cell


def is_total(cells: Iterable[Cell]) -> bool:
    """Whether the row is the sum of the others."""
    for cell in cells:
        if cell is not None:
            return isinstance(cell, str) and bool(TOTALS.match(cell))
    return False


def day(cell: Cell) -> dt.date:
    """A day in any common form, also the number of days that a spreadsheet counts."""
    number = int(clean(cell)) if re.fullmatch(r"\d{5}", clean(cell)) else 0
    if SERIALS[0] <= number <= SERIALS[1]:
        return dt.date(1899, 12, 30) + dt.timedelta(days=number)
    text = re.sub(r"\s\d{1,2}[:.]\d{2}.*$", "", clean(cell))
    for form in DATES:
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise Wrong("date", "date")


@lru_cache(maxsize=20_000)
def minutes(cell: Cell, field: str) -> int:
    """Minutes, from minutes, hours or a clock: 90, 1,5 in a column of hours, 1:30."""
    base = field.removesuffix("-h")
    told = _figure(cell, base) if isinstance(cell, str) else cell or 0
    hours = 60 if field.endswith("-h") else 1
    found = told[0] * 60 + told[1] if isinstance(told, tuple) else round(told * hours)
    if found < 0:
        raise Wrong("negative", base)
    if found > 60_000:
        raise Wrong("much", base)
    return found


def _figure(written: str, field: str) -> float | tuple[int, int]:
    text = clean(written).replace(" ", "").casefold()
    if text.startswith(("=", "@", "+")):
        raise Wrong("formula", field)
    if text.startswith("#"):
        raise Wrong("fault", field)
    if text.endswith("%"):
        raise Wrong("percent", field)
    if clock := CLOCK.fullmatch(text):
        return int(clock[1]), int(clock[2])
    text = re.sub(r"(min|minuter|m|tim|timmar|h|t)\.?$", "", text).replace(",", ".")
    if text in ("-", "–", ""):
        return 0.0
    if not re.fullmatch(r"-?\d{1,7}(\.\d{1,6})?", text):
        raise Wrong("minutes", field)
    return float(text)
