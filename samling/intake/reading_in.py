"""A file on its way in: staged, checked part by part, and applied as a whole or not at all."""

import datetime as dt
import hashlib
import json
import marshal
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from samling.access import guard, looks
from samling.attendance.models import AttendanceFile, FilePart
from samling.attendance.rules import may_read_in as may
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.kernel.sheets import Row
from samling.people.models import Capacity
from samling.people.roles import ROLES
from samling.work.entrusting import entrust

from . import rules
from .checking import Check
from .rules import APPLY, CHECK
from .rules_cells import is_total
from .rules_lines import Problem

PART = 5000  # rows
PLAIN = 2  # the version of marshal that writes the same for what is the same
AT_ONCE = 2000  # rows of a file that is checked while one waits
ERRAND = "read in attendance"
LONG = "set local statement_timeout = '60s'"  # a whole school's term is one statement
NAMED = """
select distinct (l->>1)::uuid from attendance_filepart p cross join lateral jsonb_array_elements(p.lines) as x (l)
 where p.file_id = %s order by 1"""


def may_read_in(by: Capacity) -> Any:
    """May this capacity read in a file, and why; the guard asks again."""
    rule = ROLES.get(by.role)
    return may(whole_unit=bool(rule and Category.ATTENDANCE in rule.whole_unit))


def problems_of(file: AttendanceFile, most: int) -> list[Problem]:
    """What is the matter with a file, in the order of its rows: so much of it."""
    kept = file.parts.exclude(problems=[]).order_by("number").values_list("problems", flat=True)
    found = (Problem(*problem) for problems in kept.iterator(chunk_size=1) for problem in problems)
    return list(islice(found, most))


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


def taken(rows: Iterable[Row], columns: Columns) -> Iterator[Row]:
    """The chosen columns of the rows, without the sums below them."""
    places = columns.places
    for number, cells in rows:
        if not is_total(cells):
            yield number, [cells[place] if place < len(cells) else None for place in places]


class Packed(NamedTuple):
    """Some rows in a few bytes each, so that a large list is never unpacked as a whole."""

    first_row: int
    size: int
    content: bytes


def packed(rows: Iterable[Row]) -> Iterator[Packed]:
    """The rows in parts."""
    left = iter(rows)
    while part := list(islice(left, PART)):
        yield Packed(part[0][0], len(part), marshal.dumps(part, PLAIN))


def digest(parts: Iterable[Packed], columns: Columns) -> str:
    """By which the same list is known again, also when it has been exported anew."""
    said = hashlib.sha256(json.dumps(columns.kept()).encode())
    for part in parts:
        said.update(part.content)
    return said.hexdigest()


@transaction.atomic
def stage(rows: Iterable[Row], columns: Columns, *, by: Capacity, at: dt.datetime) -> AttendanceFile:
    """Keep these rows for the importer alone; the same list once only, as long as it waits."""
    insist(may_read_in(by))
    assert by.unit_id is not None
    parts = list(packed(taken(rows, columns)))
    mark = digest(parts, columns)
    waiting = AttendanceFile.mine(by.pk).filter(digest=mark, applied_at=None, forgotten_at=None).first()
    if waiting:
        return waiting
    file = AttendanceFile(
        unit_id=by.unit_id, kind="days" if "date" in columns.fields else "weeks", digest=mark,
        rows=sum(part.size for part in parts), columns=columns.kept(), written_by=by, written_at=at,
    )  # fmt: skip
    file.save(force_insert=True)
    for number, part in enumerate(parts):
        lines = marshal.loads(part.content)
        FilePart(file=file, number=number, first_row=part.first_row, size=part.size, lines=lines).save(force_insert=True)
    begin(file, by=by.pk, at=at)
    return file


@transaction.atomic
def apply(file: AttendanceFile) -> dict[str, int]:
    """All of it or nothing, in one statement of the guard; what has been touched goes to the log."""
    with connection.cursor() as cursor:
        cursor.execute(LONG)
        cursor.execute(NAMED, [file.pk])
        children = [child for (child,) in cursor.fetchall()]
    counts: dict[str, int] = json.loads(guard.call("apply_attendance", file.pk))
    looks.record("list", ERRAND, children)
    return counts


def begin(file: AttendanceFile, *, by: UUID, at: dt.datetime) -> None:
    """Check a small file at once and have a large one checked while the page may be closed."""
    if file.rows <= AT_ONCE:
        Check(file, at).go_on(AT_ONCE)
    else:
        entrust(CHECK, file.pk, by=by, at=at)


def finish(file: AttendanceFile, *, by: UUID, at: dt.datetime) -> None:
    """Apply it now, or have a large one applied while the page may be closed."""
    insist(rules.may_apply(is_waiting=file.is_waiting, is_checked=file.is_checked, faults=file.faults))
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
