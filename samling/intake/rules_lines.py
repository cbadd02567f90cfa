"""One row of a file as one child's minutes, or what is the matter with it: where, and how to mend it."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from samling.attendance.rules import MOST_MINUTES, monday
from samling.kernel.sheets import LONGEST, Cell

from .reference import MINUTES

OLD = dt.timedelta(days=5 * 365)
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
TOTALS = re.compile(r"(summa|totalt?|medel(värde)?|snitt|antal)\b", re.I)
ISO_WEEK = re.compile(r"(?:(\d{4})\s*[-/ ]?\s*[vw.]{0,2}\s*)?(\d{1,2})")
DATES = ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d/%m-%y", "%d/%m-%Y", "%d/%m %Y")
CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(:[0-5]\d)?")
SERIALS = (36526, 73050)  # days since 1899-12-30: the years 2000 to 2099

class Problem(NamedTuple):
    """What is the matter in one cell; the column is its place in the mapping, -1 for the row as a whole."""

    row: int
    column: int
    code: str


class Who(NamedTuple):
    """Whom a row is about, as far as it says: a number, and a name with its class."""

    number: Cell
    name: tuple[str, ...]
    group: str


class Line(NamedTuple):
    """A row read: the week, and where the source has it the weekday and the lesson."""

    row: int
    who: Who
    on: dt.date
    weekday: int | None
    lesson: str
    scheduled: int
    valid: int
    invalid: int
    late: int | None


class Wrong(ValueError):
    """A cell cannot be read; the arguments are a code and a field."""

    def __init__(self, code: str, field: str = ""):
        self.code, self.field = code, field
        super().__init__(code)


@lru_cache(maxsize=50_000)
def clean(cell: Cell) -> str:
    """A cell as text, without the signs that nobody sees."""
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFKC", str("" if cell is None else cell))).split())


@lru_cache(maxsize=20_000)
def name_key(*parts: Cell) -> tuple[str, ...]:
    """A name so that its order, case and signs make no difference."""
    text = clean(" ".join(str(part) for part in parts if part is not None)).casefold()
    return tuple(sorted(re.findall(r"[^\W\d_]+", text)))


@lru_cache(maxsize=2_000)
def group_key(cell: Cell) -> str:
    """A class so that 7B, 7 b and 07B are the same."""
    return clean(cell).casefold().replace(" ", "").lstrip("0")


def is_total(cells: Sequence[Cell]) -> bool:
    """Whether the row is the sum of the others."""
    first = next((cell for cell in cells if cell is not None), "")
    return isinstance(first, str) and bool(TOTALS.match(first))


class Reading:
    """Reads rows by what their columns hold."""

    def __init__(self, fields: Sequence[str], *, today: dt.date, week_on: dt.date | None = None):
        self.fields, self.today, self.week_on = list(fields), today, week_on
        self.bases = [field.removesuffix("-h") for field in fields]
        self.times = [(base, field) for base, field in zip(self.bases, fields, strict=True) if base in MINUTES]
        self.parts = (("who", self._who), ("when", self._when), ("time", self._time), ("late", self._late))

    def read(self, row: int, cells: Sequence[Cell]) -> Line | list[Problem]:
        """The row as a line, or everything that is the matter with it."""
        said = dict(zip(self.fields, cells, strict=False))
        problems: list[Problem] = []
        found: dict[str, Any] = {}
        for part, ask in self.parts:
            try:
                found[part] = ask(said)
            except Wrong as wrong:
                problems.append(Problem(row, self._column(wrong.field), wrong.code))
        if problems:
            return problems
        on, weekday = found["when"]
        lesson = clean(said.get("lesson"))[:30] if weekday else ""
        scheduled, valid, invalid = found["time"]
        return Line(row, found["who"], on, weekday, lesson, scheduled, valid, invalid, found["late"])

    def _column(self, field: str) -> int:
        return self.bases.index(field) if field in self.bases else -1

    def _who(self, said: dict[str, Cell]) -> Who:
        names = [said.get(part) for part in ("name", "given", "family")]
        for field, cell in said.items():
            if isinstance(cell, str) and len(cell) > LONGEST:
                raise Wrong("long", field.removesuffix("-h"))
        number, name = said.get("number"), name_key(*names)
        if number is None and not name and not any("*" in str(one or "") for one in names):
            raise Wrong("who", "number")
        masked = number is not None and not re.search(r"\d", str(number))
        return Who(None if masked else number, name, group_key(said.get("group")))

    def _when(self, said: dict[str, Cell]) -> tuple[dt.date, int | None]:
        if "date" in said and (said["date"] is not None or "week" not in said):
            on = self._known(day(said["date"]), "date")
            return monday(on), on.isoweekday()
        if "week" in said:
            return self._known(self._week(said["week"], said.get("year")), "week"), None
        if self.week_on is None:
            raise Wrong("when")
        return monday(self.week_on), None

    def _week(self, cell: Cell, year: Cell) -> dt.date:
        text = re.sub(r"^(vecka|v|w)[.\s]*", "", clean(cell).casefold())
        found = re.fullmatch(ISO_WEEK, text)
        compact = re.fullmatch(r"(20\d{2})([0-5]\d)", text)
        if not found and not compact:
            raise Wrong("when", "week")
        said, number = (compact or found).groups()
        years = [said] if said else [clean(year)] if year is not None else []
        if years and not re.fullmatch(r"20\d{2}", years[0]):
            raise Wrong("year", "year")
        tried = [int(years[0])] if years else [self.today.year, self.today.year - 1]
        mondays = [on for one in tried if (on := _monday_of(one, int(number)))]
        past = [on for on in mondays if years or on <= self.today]
        if not past:
            raise Wrong("week", "week")
        return past[0]

    def _known(self, on: dt.date, field: str) -> dt.date:
        if on > self.today:
            raise Wrong("ahead", field)
        if on < self.today - OLD:
            raise Wrong("old", field)
        return on

    def _time(self, said: dict[str, Cell]) -> tuple[int, int, int]:
        told = {base: minutes(said[field], field) for base, field in self.times if said.get(field) is not None}
        valid, invalid = told.get("valid"), told.get("invalid")
        if "absent" in told:
            valid = told["absent"] - invalid if valid is None and invalid is not None else valid
            invalid = told["absent"] - (valid or 0) if invalid is None else invalid
        scheduled = told.get("scheduled")
        if scheduled is None and "present" in told:
            scheduled = told["present"] + (valid or 0) + (invalid or 0)
        if scheduled is None:
            raise Wrong("scheduled", "scheduled" if self._column("scheduled") >= 0 else "present")
        if "present" in told and valid is None and invalid is None:
            invalid = scheduled - told["present"]
        valid, invalid = valid or 0, invalid or 0
        if min(valid, invalid) < 0 or valid + invalid > scheduled:
            raise Wrong("more", "scheduled")
        if scheduled > MOST_MINUTES:
            raise Wrong("much", "scheduled")
        return scheduled, valid, invalid

    def _late(self, said: dict[str, Cell]) -> int | None:
        text = clean(said.get("late"))
        if not text:
            return None
        if not re.fullmatch(r"\d{1,2}", text):
            raise Wrong("late", "late")
        return int(text)


def _monday_of(year: int, week: int) -> dt.date | None:
    try:
        return dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


@lru_cache(maxsize=5000)
def day(cell: Cell) -> dt.date:
    """A day in any common form, also the number of days that a spreadsheet counts."""
    if isinstance(cell, int) and SERIALS[0] <= cell <= SERIALS[1]:
        return dt.date(1899, 12, 30) + dt.timedelta(days=cell)
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
