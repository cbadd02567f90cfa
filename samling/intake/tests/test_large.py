"""A file too large to wait for: read and applied later, killed again and again, and every row there once."""

import os
import random
import subprocess
import sys
import time
from uuid import UUID

import pytest
from django.db import IntegrityError, connections

from samling.attendance.models import AttendanceFile, AttendanceWeek, FilePart
from samling.intake import reading_in
from samling.intake.page import stage_of
from samling.intake.reading_in import Columns, stage
from samling.intake.rules import APPLY, CHECK, Stage
from samling.journey.models import Notice
from samling.records.clock import now
from samling.work.running import carry_out
from tests.house.rooms import me
from tests.queue import waiting, work_off
from tests.walls.sizes import KILLS

COLUMNS = Columns(["name", "group", "date", "lesson", "scheduled", "valid"], list(range(6)))
NAMES = [("Adam Hassan", "4B"), ("Elsa Karlsson", "3A"), ("Okänd Elev", "1A")]


@pytest.fixture
def small(monkeypatch):
    """Sizes at which a small file is a large one."""
    monkeypatch.setattr(reading_in, "AT_ONCE", 10)
    monkeypatch.setattr(reading_in, "PART", 60)


def lessons(weeks=12):
    """Lessons of some weeks, five days of four each."""
    days = [f"2025-{8 + week // 4:02}-{1 + 7 * (week % 4) + day:02}" for week in range(weeks) for day in range(5)]
    rows = [[*who, day, lesson, 60, 10] for day in days for lesson in ("Ma", "Sv", "En", "Id") for who in NAMES]
    return [(number, row) for number, row in enumerate(rows, start=2)]


def staged(cast, rows=None):
    with cast.acting("gunilla") as acting:
        return stage(rows or lessons(), COLUMNS, by=me(acting), at=now())


def file_of(pk):
    return AttendanceFile.objects.get(pk=pk)


def test_a_large_file_is_checked_and_applied_while_the_page_is_closed(cast, visitor, small):
    where = staged(cast).get_absolute_url()
    gunilla = visitor.as_("gunilla")
    page = gunilla.get(where).content.decode()
    assert "0 av 720 rader är lästa." in page and '<progress max="720" value="0">' in page
    work_off()
    assert gunilla.get(where).context["stage"] == "ready"
    assert gunilla.post(where + "application/").status_code == 302
    assert gunilla.get(where).context["stage"] == "applying"
    gunilla.post(where + "application/")  # asked twice is asked once
    assert len(waiting()) == 1
    work_off()
    assert gunilla.get(where).context["stage"] == "applied"
    with cast.acting("gunilla"):
        assert Notice.objects.filter(kind="attendance-file").count() == 2
        assert AttendanceWeek.objects.count() == file_of(UUID(where.split("/")[-2])).receipt["new"] > 20


def test_who_no_longer_leads_the_school_has_nothing_applied(cast, small):
    pk = staged(cast).pk
    work_off()
    with cast.acting("gunilla") as acting:
        reading_in.finish(file_of(pk), by=acting.capacity_id, at=now())
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute("update people_capacity set until_at = guard.now() - interval '1 second' where id = %s", [cast.gunilla])
        cursor.execute("reset role")
    work_off()
    with cast.acting("bosse"):
        assert not AttendanceWeek.objects.exists()


def reader(task):
    surroundings = {"SAMLING_CLUSTER": "test", "SAMLING_DEBUG": "1", "DJANGO_SETTINGS_MODULE": "samling.settings",
                    "SAMLING_DB_NAME": connections["default"].settings_dict["NAME"]}  # fmt: skip
    command = [sys.executable, "-m", "samling.intake.tests.reader", str(task)]
    return subprocess.Popen(command, env=os.environ | surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def killed(task, dice, most):
    """A try at the task that ends at a moment of chance; how much of it had been read by then."""
    process = reader(task)
    assert process.stdout.readline() == b"ready\n"
    time.sleep(dice.uniform(0, most))
    process.kill()
    process.wait()


def test_a_killed_reader_leaves_nothing_half_and_nothing_twice(cast, small):
    dice, pk = random.Random(11), staged(cast).pk
    check = UUID(waiting()[-1][1])
    for _turn in range(KILLS // 2):
        killed(check, dice, 0.2)
        with cast.acting("gunilla"):
            assert not AttendanceWeek.objects.exists()
    carry_out(check, tries=0)
    with cast.acting("gunilla") as acting:
        assert stage_of(file_of(pk)) is Stage.READY
        reading_in.finish(file_of(pk), by=acting.capacity_id, at=now())
    apply = UUID(waiting()[-1][1])
    seen = set()
    for _turn in range(KILLS - KILLS // 2):
        killed(apply, dice, 0.1)
        with cast.acting("gunilla"):
            seen.add((AttendanceWeek.objects.count(), stage_of(file_of(pk))))
    carry_out(apply, tries=0)
    with cast.acting("gunilla"):
        whole = file_of(pk).receipt["new"]
        assert seen <= {(0, Stage.APPLYING), (whole, Stage.APPLIED)}
        assert AttendanceWeek.objects.count() == whole
        assert AttendanceWeek.objects.values("subject_id", "week_on").distinct().count() == whole
        assert not FilePart.objects.exclude(lines=[]).exists()
        assert Notice.objects.filter(kind="attendance-file").count() == 2


def test_a_fault_in_the_middle_undoes_the_whole(cast, small):
    pk = staged(cast).pk
    work_off()
    with connections["owner"].cursor() as cursor:
        cursor.execute("alter table attendance_attendancepattern add constraint broken check (subject_id <> %s) not valid",
                       [cast.elsa])  # fmt: skip
    with pytest.raises(IntegrityError), cast.acting("gunilla"):
        reading_in.apply(file_of(pk))
    with cast.acting("gunilla"):
        assert not AttendanceWeek.objects.exists() and file_of(pk).is_waiting


def test_the_kinds_of_tasks_are_declared():
    from samling.work.schedule import kinds

    assert {CHECK, APPLY} <= set(kinds())
