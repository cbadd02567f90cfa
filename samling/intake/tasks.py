"""Files of attendance that are too large to wait for: checked and applied in the importer's own name."""

from collections.abc import Callable, Generator
from typing import Any

from samling.attendance.models import AttendanceFile
from samling.journey.telling import notify
from samling.kernel.words import _
from samling.work.kinds import House, Job, entrusted, scheduled

from .checking import Check
from .reading_in import apply
from .rules import APPLY, CHECK, TOLD

STEP = 2  # parts in one transaction


@entrusted(CHECK, _("Check a file of attendance"), errand="read in attendance")
def check(job: Job) -> Generator[Callable[[], Any], Any, None]:
    """Part by part, each committed by itself: who looks sees how far it has come, and a new try goes on from there."""
    while True:
        file = job.fetch(AttendanceFile, locked=True)  # whoever puts it away waits for this step
        done = not file.is_waiting or Check(file, job.at).go_on(STEP)
        job.progress(*file.passed())
        if done:
            notify(job.by, TOLD, by=job.by, at=job.at, record=file.pk)
            return
        yield _nothing


@entrusted(APPLY, _("Apply a file of attendance"), errand="read in attendance")
def apply_whole(job: Job) -> None:
    """All of it or nothing."""
    file = job.fetch(AttendanceFile)
    if file.is_waiting:
        apply(file)
        notify(job.by, TOLD, by=job.by, at=job.at, record=file.pk)


@scheduled("attendance-forget", _("Forget files of attendance that nobody applied"), at="02:40")
def forget(house: House) -> None:
    """What was staged and not applied within seven days is emptied."""
    house("forget_attendance_files")


def _nothing() -> None:
    """Between two parts: what was checked is committed."""
