"""What the page of a file shows: where it is, what has to be mended and where, and what it would change."""

from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samling.access import guard
from samling.attendance.models import AttendanceFile
from samling.kernel.words import _
from samling.people.broken_numbers import TROUBLES
from samling.work.entrusting import failed

from .reading_in import problems_of
from .reference import FIELDS, PROBLEMS
from .rules import APPLY, CHECK, Stage, letter, stage
from .rules_lines import Problem

FEW = 200  # what has to be mended, on one page
SENTENCES = PROBLEMS | TROUBLES


HEADINGS = {
    Stage.CHECKING: _("We read the file"),
    Stage.READY: _("Ready to be applied"),
    Stage.APPLYING: _("We apply the file"),
    Stage.STOPPED: _("It came to a stop"),
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
    shown: dict[str, Any] = {
        "heading": _heading(where, file.faults), "file": file, "stage": where.value,
        "passed": passed, "whole": whole, "faults": file.faults,
        "rows": [_fault(file, problem) for problem in problems_of(file, FEW)], "unknown": file.unknown,
        "columns": [(letter(place), gettext(FIELDS[field])) for field, place in zip(
            file.fields, file.columns["places"], strict=True)],
        "before": _before(file), "task": stopped(file),
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
                 is_asked=file.asked_at is not None, is_stopped=stopped(file) is not None, faults=file.faults)  # fmt: skip


def stopped(file: AttendanceFile) -> UUID | None:
    """The task that was given up, of those that the file waits for."""
    if not file.is_waiting:
        return None
    return failed(APPLY if file.asked_at else CHECK, file.pk) if file.asked_at or not file.is_checked else None


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
