"""Many children with what was tried for them, planted past every verb, and the terms published one after another."""

import datetime as dt
from collections import defaultdict
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import connections

from samling.access import guard
from tests.cast import FROZEN
from tests.cloning import reset_clock

WALL = 64 + 6
TERMS = [dt.date(year, month, 1) for year in (2023, 2024, 2025) for month in (1, 7)][:-1]  # all over by November 2025


class Found(NamedTuple):
    """That something was found out for a child: for whom, of what, when, how it went."""

    child: UUID
    born: int
    preschool: bool
    code: str
    on: dt.date
    result: str


class Crowd:
    """Children of the cast's municipality."""

    def __init__(self, cast):
        self.cast, self.found = cast, []

    def child(self, *, born=2014, unit="norrskolan", branch="school"):
        """One more child, whom nobody works with."""
        return self.children(1, born=born, unit=unit, branch=branch)[0]

    def children(self, many, *, born=2014, unit="norrskolan", branch="school"):
        """So many children born in a year."""
        made = [uuid4() for _ in range(many)]
        with as_guard() as cursor:
            cursor.execute("insert into people_subject (id, kind) select unnest(%s::uuid[]), 'child'", [made])
            cursor.execute(
                "insert into people_child (subject_id, wall, branch_id, unit_id, given_name, family_name, called, sort_key,"
                ' birth_year, "group", home_municipality, language, opened_by_id, opened_at)'
                " select unnest(%s::uuid[]), 65, %s, %s, 'N', 'N', '', 'n', %s, '', '', 'sv', %s, guard.now()",
                [made, self.cast.world.branch[branch], self.cast.world.unit[unit], born, self.cast.petra],
            )
        return [(one, born, unit == "lingonet") for one in made]

    def evaluate(self, children, code, on, result, **more):
        """One evaluation for each, written at noon of a day."""
        found = [Found(*child, code, on, result) for child in children]
        self.found += found
        at = dt.datetime.combine(on, dt.time(12), dt.UTC)
        with as_guard() as cursor:
            for one in found:
                insert(cursor, "adaptations_adaptation", at, one.child, self.cast.petra, id=(pk := uuid4()), code=code,
                       place="lesson", row="", starts_on=on, holder_id=self.cast.petra, **more)  # fmt: skip
                insert(cursor, "adaptations_evaluation", at, one.child, self.cast.petra, id=uuid4(), adaptation_id=pk,
                       result=result, voice="school")  # fmt: skip
        return found

    def publish(self, term):
        """Ten days after a term the worker comes round."""
        over = dt.date(term.year + (term.month == 7), 1 if term.month == 7 else 7, 10)
        set_clock(dt.datetime.combine(over, dt.time(3), dt.UTC))
        with connections["worker"].cursor() as cursor:
            cursor.execute("select guard.publish_helped()")
            return cursor.fetchone()[0]

    def told(self, name="petra"):
        """What someone of the cast is told: (code, stage) → numbers."""
        set_clock(FROZEN)
        with self.cast.acting(name):
            rows = guard.rows("what_helped")
        return {
            (row["code"], row["stage"]): (row["children"], row["at_least"], row["at_most"])
            for row in rows
        }


def insert(cursor, table, at, child, by, **row):
    """One protected head past every verb."""
    row = {"subject_id": child, "wall": WALL, "written_by_id": by, "written_at": at, "for_guardians": "no",
           "for_guardians_because": "", "for_child": False} | row  # fmt: skip
    cursor.execute(f"insert into {table} ({', '.join(row)}) values ({', '.join(['%s'] * len(row))})", list(row.values()))


class as_guard:
    """A cursor with the guard's own rights."""

    def __enter__(self):
        self.cursor = connections["owner"].cursor()
        self.cursor.execute("set role samling_guard")
        return self.cursor

    def __exit__(self, *_fault):
        self.cursor.execute("reset role")
        self.cursor.close()


def set_clock(to):
    """Let the guard's clock show a moment."""
    if to == FROZEN:
        reset_clock()
        return
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [to])


def by_code(found):
    """What was found out, for each adaptation by itself."""
    sorted_out = defaultdict(list)
    for one in found:
        sorted_out[one.code].append(one)
    return sorted_out
