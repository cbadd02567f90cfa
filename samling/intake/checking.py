"""The parts of a file, read one after the other: whom each row is about, and what has to be mended."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from samling.access import guard
from samling.attendance.models import AttendanceFile, FilePart
from samling.attendance.rules import MOST_MINUTES
from samling.people.broken_numbers import BrokenNumber, mended
from samling.people.models import Child
from samling.records.clock import STOCKHOLM

from .rules_cells import group_key, name_key
from .rules_lines import Line, Problem, Reading, Who

# Rows that stand in the way of the whole: a pupil's week twice, or more in a week than there is room for.
TWICE = """
select part, row, case when again > 1 then 'twice' else 'much' end from (
  select p.id as part, (l->>0)::int as row,
         {again} as again,
         sum((l->>5)::int) over (partition by l->>1, l->>2) as total
    from attendance_filepart p cross join lateral jsonb_array_elements(p.lines) as x (l)
   where p.file_id = %s) as found
 where again > 1 or total > %s order by row limit 500"""
WHOLE = ("twice", "much")
AGAIN = "row_number() over (partition by l->>1, l->>2, l->>3 order by (l->>0)::int)"


class Pupils:
    """The children of one's own unit, as a file may name them: by number through the guard, by name and class."""

    def __init__(self) -> None:
        self.by_name: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
        mine = Child.objects.extra(where=["people_child.subject_id in (select guard.my_unit_children())"])
        for child, given, called, family, group in mine.values_list("pk", "given_name", "called", "family_name", "group"):
            for name in {name_key(one, family) for one in (given, called) if one}:
                self.by_name[name, group_key(group)].add(str(child))
                self.by_name[name, ""].add(str(child))
        self.by_number: dict[str, set[str]] = defaultdict(set)

    def ask(self, numbers: Iterable[str]) -> None:
        """Which of my unit's children have these numbers; no answer for one that is elsewhere, hidden or unknown."""
        wanted = sorted(set(numbers))
        for row in guard.rows("pupils_by_number", wanted):
            self.by_number[wanted[row["place"] - 1]].add(str(row["child"]))

    def find(self, number: str, who: Who) -> set[str]:
        """The children that a row may be about."""
        return self.by_number.get(number) or self.by_name.get((who.name, who.group)) or set()


class Found(NamedTuple):
    """The child that rows are about, or what stands in the way; neither for a pupil who is no child here."""

    child: str
    trouble: str


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
        problems: list[Problem] = []
        lines: list[Line] = []
        for row, cells in part.lines:
            read = self.reading.read(row, cells)
            if isinstance(read, Line):
                lines.append(read)
            else:
                problems.extend(read)
        whom = self._whom({line.who for line in lines})
        problems.extend(Problem(line.row, self._place("number"), trouble) for line in lines if (trouble := whom[line.who].trouble))
        kept = [[line.row, child, line.on.isoformat(), *line[3:]] for line in lines if (child := whom[line.who].child)]
        unknown = len(part.lines) - len(kept) - len({problem.row for problem in problems})
        FilePart.objects.filter(pk=part.pk, checked_at=None).update(
            lines=kept, problems=sorted(problems), unknown=unknown, checked_at=self.at
        )

    def _whom(self, asked: Iterable[Who]) -> dict[Who, "Found"]:
        """Each of those that rows are about, once."""
        self.pupils = self.pupils or Pupils()
        numbers = {who: self._number(who) for who in asked}
        self.pupils.ask(number for number, _trouble in numbers.values() if number)
        found = {}
        for who, (number, trouble) in numbers.items():
            children = () if trouble else self.pupils.find(number, who)
            child = next(iter(children), "") if len(children) == 1 else ""
            found[who] = Found(child, "alike" if len(children) > 1 else trouble)
        return found

    def _number(self, who: Who) -> tuple[str, str]:
        try:
            return mended(who.number, self.today) if who.number is not None else "", ""
        except BrokenNumber as broken:
            return "", str(broken)

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
            kept = [problem for problem in part.problems if problem[1] >= 0 or problem[2] not in WHOLE]
            FilePart.objects.filter(pk=part.pk).update(problems=sorted([*kept, *found[part.pk]]))
