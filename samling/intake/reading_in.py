"""A file on its way in: staged, checked part by part, and applied as a whole or not at all."""

import datetime as dt
import hashlib
import json
import marshal
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from samling.access import guard, looks
from samling.attendance.models import AttendanceFile, FilePart
from samling.attendance.rules import MOST_MINUTES
from samling.attendance.rules import may_read_in as may
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.kernel.sheets import Row
from samling.people.broken_numbers import BrokenNumber, mended
from samling.people.models import Capacity, Child
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM
from samling.work.entrusting import entrust

from . import rules
from .rules import APPLY, CHECK
from .rules_lines import Line, Problem, Reading, Who, group_key, is_total, name_key

PART = 5000  # rows
PLAIN = 2  # the version of marshal that writes the same for what is the same
AT_ONCE = 2000  # rows of a file that is checked while one waits
ERRAND = "read in attendance"
LONG = "set local statement_timeout = '60s'"  # a whole school's term is one statement
# Rows that stand in the way of the whole: a pupil's week twice, or more in a week than there is room for.
TWICE = """
select part, row, case when again > 1 then 'twice' else 'much' end from (
  select p.id as part, (l->>0)::int as row,
         {again} as again,
         sum((l->>5)::int) over (partition by l->>1, l->>2) as total
    from attendance_filepart p cross join lateral jsonb_array_elements(p.lines) as x (l)
   where p.file_id = %s) as found
 where again > 1 or total > %s order by row limit 500"""
AGAIN = "row_number() over (partition by l->>1, l->>2, l->>3 order by (l->>0)::int)"


def may_read_in(by: Capacity) -> Any:
    """May this capacity read in a file, and why; the guard asks again."""
    rule = ROLES.get(by.role)
    return may(whole_unit=bool(rule and Category.ATTENDANCE in rule.whole_unit))


def problems_of(file: AttendanceFile) -> list[Problem]:
    """What is the matter with a file, in the order of its rows."""
    kept = file.parts.order_by("number").values_list("problems", flat=True)
    return [Problem(*problem) for problems in kept for problem in problems]


class Columns(NamedTuple):
    """What is taken from a file: what each column holds, where it stands, and the week where no column says."""

    fields: list[str]
    places: list[int]
    week_on: dt.date | None = None

    @classmethod
    def chosen(cls, fields: Sequence[str], week_on: dt.date | None) -> "Columns":
        """Of all columns, those that hold something."""
        taken = [(field, place) for place, field in enumerate(fields) if field]
        return cls([field for field, _place in taken], [place for _field, place in taken], week_on)


    def kept(self) -> dict[str, Any]:
        """As it is kept beside the file."""
        week = self.week_on.isoformat() if isinstance(self.week_on, dt.date) else self.week_on
        return {"fields": self.fields, "places": self.places, "week_on": week}


def taken(rows: Sequence[Row], columns: Columns) -> list[Row]:
    """The chosen columns of the rows, without the sums below them."""
    return [(number, _taken(cells, columns.places)) for number, cells in rows if not is_total(cells)]


def digest(rows: Sequence[Row], columns: Columns) -> str:
    """By which the same list is known again, also when it has been exported anew."""
    said = hashlib.sha256(json.dumps(columns.kept()).encode())
    for start in range(0, len(rows), PART):
        said.update(marshal.dumps(list(rows[start : start + PART]), PLAIN))
    return said.hexdigest()


@transaction.atomic
def stage(rows: Sequence[Row], columns: Columns, *, by: Capacity, at: dt.datetime) -> AttendanceFile:
    """Keep these rows for the importer alone; the same list once only, as long as it waits."""
    insist(may_read_in(by))
    assert by.unit_id is not None
    mark = digest(rows, columns)
    waiting = AttendanceFile.mine(by.pk).filter(digest=mark, applied_at=None, forgotten_at=None).first()
    if waiting:
        return waiting
    file = AttendanceFile(
        unit_id=by.unit_id, kind="days" if "date" in columns.fields else "weeks", digest=mark, rows=len(rows),
        columns=columns.kept(), written_by=by, written_at=at,
    )  # fmt: skip
    file.save(force_insert=True)
    for number, start in enumerate(range(0, len(rows), PART)):
        part = rows[start : start + PART]
        FilePart(file=file, number=number, first_row=part[0][0], size=len(part), lines=part).save(force_insert=True)
    begin(file, by=by.pk, at=at)
    return file


def _taken(cells: Sequence[Any], places: Sequence[int]) -> list[Any]:
    return [cells[place] if place < len(cells) else None for place in places]


class Pupils:
    """The children of one's own unit, as a file may name them: by number through the guard, by name and class."""

    def __init__(self) -> None:
        self.by_name: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
        mine = Child.objects.extra(where=["people_child.subject_id in (select guard.my_unit_children())"])
        for child in mine.only("subject_id", "given_name", "family_name", "called", "group"):
            for given in {child.given_name, child.called} - {""}:
                for group in (group_key(child.group), ""):
                    self.by_name[name_key(given, child.family_name), group].add(str(child.pk))
        self.by_number: dict[str, set[str]] = defaultdict(set)

    def ask(self, numbers: Sequence[str]) -> None:
        """Which of my unit's children have these numbers; no answer for one that is elsewhere, hidden or unknown."""
        wanted = sorted(set(numbers))
        for row in guard.rows("pupils_by_number", wanted):
            self.by_number[wanted[row["place"] - 1]].add(str(row["child"]))

    def find(self, number: str, who: Who) -> set[str]:
        """The children that a row may be about."""
        return self.by_number.get(number) or self.by_name.get((who.name, who.group)) or set()


class Check:
    """The parts of a file, read one after the other; each is a step that is done or not."""

    def __init__(self, file: AttendanceFile, at: dt.datetime):
        self.file, self.at = file, at
        self.today = at.astimezone(STOCKHOLM).date()
        said = file.columns["week_on"]
        self.reading = Reading(file.fields, today=self.today, week_on=dt.date.fromisoformat(said) if said else None)
        self.pupils: Pupils | None = None

    def go_on(self, most: int, is_time: Callable[[], bool] = lambda: True) -> bool:
        """Check up to so many parts; True when the whole file has been checked."""
        left = FilePart.objects.filter(file=self.file, checked_at=None).order_by("number")
        for part in islice(left.iterator(chunk_size=1), most):
            if not is_time():
                return False
            self._part(part)
        if left.exists():
            return False
        self._whole()
        return True

    def _part(self, part: FilePart) -> None:
        self.pupils = self.pupils or Pupils()
        problems: list[Problem] = []
        lines: list[tuple[Line, str]] = []
        for row, cells in part.lines:
            read = self.reading.read(row, cells)
            if isinstance(read, Line):
                lines.extend(self._numbered(read, problems))
            else:
                problems.extend(read)
        self.pupils.ask([number for _line, number in lines if number])
        kept = list(self._known(lines, problems))
        unknown = len(part.lines) - len(kept) - len({problem.row for problem in problems})
        FilePart.objects.filter(pk=part.pk, checked_at=None).update(
            lines=kept, problems=sorted(problems), unknown=unknown, checked_at=self.at
        )

    def _numbered(self, line: Line, problems: list[Problem]) -> Iterator[tuple[Line, str]]:
        number = line.who.number
        try:
            yield line, mended(number, self.today) if number is not None else ""
        except BrokenNumber as broken:
            problems.append(Problem(line.row, self._place("number"), str(broken)))

    def _known(self, lines: Sequence[tuple[Line, str]], problems: list[Problem]) -> Iterator[list[Any]]:
        assert self.pupils is not None
        for line, number in lines:
            found = self.pupils.find(number, line.who)
            if len(found) > 1:
                problems.append(Problem(line.row, self._place("number"), "alike"))
            for child in found if len(found) == 1 else ():
                yield [line.row, child, line.on.isoformat(), line.weekday, line.lesson, line.scheduled, line.valid,
                       line.invalid, line.late]  # fmt: skip

    def _place(self, field: str) -> int:
        return self.file.fields.index(field) if field in self.file.fields else -1

    def _whole(self) -> None:
        """What only the whole file shows."""
        again = "1" if "lesson" in self.file.fields else AGAIN
        with connection.cursor() as cursor:
            cursor.execute(TWICE.format(again=again), [self.file.pk, MOST_MINUTES])
            found: dict[UUID, list[list[Any]]] = defaultdict(list)
            for part, row, code in cursor.fetchall():
                found[part].append([row, -1, code])
        for part in FilePart.objects.filter(pk__in=found):
            kept = [problem for problem in part.problems if problem[2] not in ("twice",) and problem[1] != -1]
            FilePart.objects.filter(pk=part.pk).update(problems=sorted([*kept, *found[part.pk]]))


@transaction.atomic
def apply(file: AttendanceFile) -> dict[str, int]:
    """All of it or nothing, in one statement of the guard; what has been touched goes to the log."""
    named = FilePart.objects.filter(file=file).order_by("number").values_list("lines", flat=True)
    children = sorted({line[1] for lines in named.iterator(chunk_size=1) for line in lines})
    with connection.cursor() as cursor:
        cursor.execute(LONG)
    counts: dict[str, int] = json.loads(guard.call("apply_attendance", file.pk))
    looks.record("list", ERRAND, [UUID(child) for child in children])
    return counts


def begin(file: AttendanceFile, *, by: UUID, at: dt.datetime) -> None:
    """Check a small file at once and have a large one checked while the page may be closed."""
    if file.rows <= AT_ONCE:
        Check(file, at).go_on(AT_ONCE)
    else:
        entrust(CHECK, file.pk, by=by, at=at)


def finish(file: AttendanceFile, *, by: UUID, at: dt.datetime) -> None:
    """Apply it now, or have a large one applied while the page may be closed."""
    insist(rules.may_apply(is_waiting=file.is_waiting, is_checked=file.is_checked, faults=len(problems_of(file))))
    if file.rows <= AT_ONCE:
        apply(file)
    elif file.asked_at is None:
        file.ask(by=by, at=at)
        entrust(APPLY, file.pk, by=by, at=at)


@transaction.atomic
def cancel(file: AttendanceFile, *, by: UUID, at: dt.datetime) -> None:
    """Give it up: what was staged is emptied at once."""
    if file.is_waiting:
        FilePart.objects.filter(file=file).update(lines=[], problems=[])
        file.cancelled_at, file.cancelled_by_id, file.forgotten_at = at, by, at
        file.save(update_fields=["cancelled_at", "cancelled_by", "forgotten_at"])
