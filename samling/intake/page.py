"""What the page of a file shows: where it is, what has to be mended and where, and what it would change."""

from typing import Any, NamedTuple

from django.utils.translation import gettext, ngettext

from samling.access import guard
from samling.attendance.models import AttendanceFile
from samling.kernel.words import _
from samling.people.broken_numbers import TROUBLES

from .reading_in import problems_of
from .reference import FIELDS, PROBLEMS
from .rules import Stage, letter, stage
from .rules_lines import Problem

FEW = 200  # what has to be mended, on one page
SENTENCES = PROBLEMS | TROUBLES


HEADINGS = {
    Stage.CHECKING: _("We read the file"),
    Stage.READY: _("Ready to be applied"),
    Stage.APPLYING: _("We apply the file"),
    Stage.APPLIED: _("The file is applied"),
    Stage.GONE: _("The file is put away"),
}


class Fault(NamedTuple):
    """One thing to mend: the row, the column by its letter and by what it holds, and how."""

    row: int
    letter: str
    column: str
    text: str


def page(file: AttendanceFile) -> dict[str, Any]:
    """All that the page needs."""
    where = stage_of(file)
    passed, whole = file.passed()
    problems = problems_of(file)
    shown: dict[str, Any] = {
        "heading": _heading(where, len(problems)), "file": file, "stage": where.value,
        "passed": passed, "whole": whole, "faults": len(problems),
        "rows": [_fault(file, problem) for problem in problems[:FEW]], "unknown": file.unknown,
        "columns": [(letter(place), gettext(FIELDS[field])) for field, place in zip(
            file.fields, file.columns["places"], strict=True)],
        "before": _before(file),
    }  # fmt: skip
    if where is Stage.READY:
        found = guard.rows("attendance_changes", file.pk)
        shown["changes"] = {row["state"]: row["weeks"] for row in found}
    return shown


def _heading(where: Stage, faults: int) -> str:
    if where is Stage.FAULTY:
        return ngettext("One thing to mend", "%(n)s things to mend", faults) % {"n": faults}
    return gettext(HEADINGS[where])


def stage_of(file: AttendanceFile) -> Stage:
    """Where the file is on its way."""
    return stage(is_applied=file.applied_at is not None, is_waiting=file.is_waiting, is_checked=file.is_checked,
                 is_asked=file.asked_at is not None, faults=len(problems_of(file)))  # fmt: skip


def _fault(file: AttendanceFile, problem: Problem) -> Fault:
    text = gettext(SENTENCES[problem.code])
    if problem.column < 0:
        return Fault(problem.row, "", "", text)
    column = gettext(FIELDS[file.fields[problem.column]])
    return Fault(problem.row, letter(file.columns["places"][problem.column]), column, text)


def _before(file: AttendanceFile) -> AttendanceFile | None:
    """The same file, read in earlier."""
    same = AttendanceFile.mine(file.written_by_id).filter(digest=file.digest, applied_at__isnull=False)
    return same.exclude(pk=file.pk).first()
