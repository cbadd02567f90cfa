"""One row of a file as one child's minutes, or what is the matter with it: where, and how to mend it."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from samling.attendance.rules import MOST_MINUTES, monday
from samling.kernel.sheets import Cell

from .reference import MINUTES, WHEN, WHO
from .rules_cells import Wrong, clean, day, group_key, minutes, name_key, short

OLD = dt.timedelta(days=5 * 365)
ISO_WEEK = re.compile(r"(?:(\d{4})\s*[-/ ]?\s*[vw.]{0,2}\s*)?(\d{1,2})")


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


class Reading:
    """Reads rows by what their columns hold. The same cells are read once: a pupil, a day and a lesson come back often."""

    def __init__(self, fields: Sequence[str], *, today: dt.date, week_on: dt.date | None = None):
        self.fields, self.today, self.week_on = list(fields), today, week_on
        self.bases = [field.removesuffix("-h") for field in fields]
        whom, when = (*WHO, "group"), (*WHEN, "year")
        asked = ((self._who, whom), (self._when, when), (self._lesson, ("lesson",)), (self._time, MINUTES), (self._late, ("late",)))
        self.questions = [self._question(ask, about) for ask, about in asked]

    def read(self, row: int, cells: Sequence[Cell]) -> Line | list[Problem]:
        """The row as a line, or everything that is the matter with it."""
        if len(cells) < len(self.fields):
            cells = [*cells, *[None] * (len(self.fields) - len(cells))]
        found = [question(cells) for question in self.questions]
        problems = [Problem(row, self._column(one.field), one.code) for one in found if isinstance(one, Wrong)]
        if problems:
            return problems
        who, (on, weekday), lesson, (scheduled, valid, invalid), late = found
        return Line(row, who, on, weekday, lesson if weekday else "", scheduled, valid, invalid, late)

    def _question(self, ask: Callable[[dict[str, Cell]], Any], about: Sequence[str]) -> Callable[[Sequence[Cell]], Any]:
        """What some of the columns say or what is wrong with them, remembered by what stands there."""
        places = [place for place, base in enumerate(self.bases) if base in about]
        fields = [self.fields[place] for place in places]

        @lru_cache(maxsize=20_000)
        def answer(said: tuple[Cell, ...]) -> Any:
            try:
                return ask(dict(zip(fields, said, strict=True)))
            except Wrong as wrong:
                return wrong.with_traceback(None)

        if len(places) > 1:
            some = itemgetter(*places)
            return lambda cells: answer(some(cells))
        return lambda cells: answer(tuple(cells[place] for place in places))

    def _column(self, field: str) -> int:
        return self.bases.index(field) if field in self.bases else -1

    def _who(self, said: dict[str, Cell]) -> Who:
        names = [said.get(part) for part in ("name", "given", "family")]
        for field, cell in said.items():
            short(cell, field)
        number, name = said.get("number"), name_key(*names)
        if number is None and not name and not any("*" in str(one or "") for one in names):
            raise Wrong("who", "number")
        masked = number is not None and not re.search(r"\d", str(number))
        return Who(None if masked else number, name, group_key(said.get("group")))

    def _lesson(self, said: dict[str, Cell]) -> str:
        return short(clean(said.get("lesson")), "lesson")[:30]

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
        told = {field.removesuffix("-h"): minutes(cell, field) for field, cell in said.items() if cell is not None}
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
