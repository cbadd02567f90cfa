"""kill -9 of the pages and of the worker while a list comes in: nothing half, nothing lost, nothing twice, no raw file."""

import datetime as dt
import http
import random
import time
from functools import partial
from pathlib import Path

import pytest

from samling.attendance.models import AttendanceFile
from samling.intake import reading_in
from samling.intake.reading_in import Columns
from samling.records.clock import now
from tests.house.rooms import me
from tests.walls.sizes import KILLS, pulled_in_the_middle
from tests.walls.test_killed import asked, process, served, until
from tests.walls.wires import database

NEW = "/attendance/files/new/"
EDGE = "edge"
FOUND, OK = http.HTTPStatus.FOUND, http.HTTPStatus.OK
# A file is there with all of its rows, or it is not there.
HALF_STAGED = """
select count(*) from attendance_attendancefile f
 where f.rows <> coalesce((select sum(p.size) from attendance_filepart p where p.file_id = f.id), 0)"""
# A part that has been checked holds ids and minutes, one that has not what was written; and an applied file holds nothing.
HALF_READ = """
select count(*) from attendance_filepart p join attendance_attendancefile f on f.id = p.file_id
  cross join lateral jsonb_array_elements(p.lines) as x (l)
 where (p.checked_at is not null) <> (l->>1 ~ '^[0-9a-f]{8}-') or f.applied_at is not null"""
# A file's weeks and their patterns are there when it says that it is applied, and then all of them, once.
HALF_APPLIED = """
with found as (select count(*) as weeks, count(distinct (subject_id, week_on)) as once from attendance_attendanceweek)
select weeks = once and weeks = (select count(*) from attendance_attendancepattern)
       and weeks = (select coalesce(sum((receipt->>'new')::int), 0) from attendance_attendancefile where applied_at is not null)
  from found"""
WAITING = "select count(*) from attendance_attendancefile where applied_at is null"
APPLIED = "select count(*) from attendance_attendancefile where applied_at is not null"
READER = b"kernel/sheets/reading.py"
WORKER = """
import django; django.setup()
from samling.work import worker
worker.BEAT, worker.SILENT, worker.LOOK_ANYWAY, worker.PAUSE = 0.2, 1.5, 0.2, 0.2
worker.main()
"""
AS_WORKER = {"SAMLING_AS": "worker", "DJANGO_SETTINGS_MODULE": "samling.settings"}
AT_WORK = "select count(*) from procrastinate_jobs where status = 'doing'"
DONE = "select count(*) from work_task where done_at is not null"


PUPILS = (("Adam Hassan", "4B"), ("Elsa Karlsson", "3A"))
FIELDS = ["name", "group", "date", "lesson", "scheduled", "valid"]
COLUMNS = ["Elev", "Klass", "Datum", "Ämne", "Lektionstid", "Giltig"]


def lessons(turn, who, lines):
    """So many rows about one pupil and a week that is this turn's own."""
    monday = dt.date.fromisocalendar(2021 + turn // 40, 1 + turn % 40, 1)
    return [[*who, str(monday + dt.timedelta(days=number % 5)), f"L{number // 5}", 3, 1] for number in range(lines)]


def whole():
    """Nothing is half, whatever happened."""
    assert asked(HALF_STAGED) == 0, "half a file is staged"
    assert asked(HALF_READ) == 0, "a row that is half read, or kept for too long"
    assert asked(HALF_APPLIED), "half applied, or twice"


# -- the pages --------------------------------------------------------------------------------------------------------
def upload(pages, turn):
    """Send a list about both pupils; its status, and where its page is."""
    rows = [COLUMNS, *(row for who in PUPILS for row in lessons(turn, who, 600))]
    text = "\r\n".join(";".join(map(str, row)) for row in rows)
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="lista.csv"\r\n\r\n'
    status, _page, where = pages.ask("POST", NEW, f"{head}{text}\r\n--{EDGE}--\r\n".encode(), f"multipart/form-data; boundary={EDGE}")
    return status, where


def readers():
    """The readers of this test's files that are still alive."""
    return [pid.name for pid in Path("/proc").iterdir() if pid.name.isdigit() and _is_reader(pid)]


def _is_reader(process):
    try:
        return READER in (process / "cmdline").read_bytes() and database().encode() in (process / "environ").read_bytes()
    except OSError:
        return False


def timed(act):
    """How long it takes, and what it comes to."""
    begun = time.monotonic()
    found = act()
    return time.monotonic() - begun, found


def test_killed_pages_leave_nothing_half_and_nothing_twice(cast, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with served(cast.gunilla, NEW) as pages:
        long = {}
        long["upload"], (_status, where) = timed(lambda: upload(pages, 0))
        long["preview"], _page = timed(lambda: pages.ask("GET", where))
        long["apply"], _answer = timed(lambda: pages.ask("POST", f"{where}application/"))
        caught = [_turn(pages, turn, long) for turn in range(1, KILLS + 1)]
        until(lambda: not readers())
    assert pulled_in_the_middle(sum(caught)), "the plug must be pulled in the middle"
    assert not list(tmp_path.rglob("*.upload*")), "a raw file is left behind"


def _turn(pages, turn, long):
    """One list from the file to the receipt, with the pages killed in one of its steps; whether that step broke off."""
    dice = random.Random(turn)
    hit = dice.choice(list(long))
    kill = {step: 0.0 for step in long} | {hit: long[hit] * dice.uniform(0.1, 1.0)}
    sent = _act(pages, partial(upload, pages, turn), kill["upload"])
    assert asked(WAITING) in ((1,) if sent[0] == FOUND else (0, 1)), "lost, or staged twice"
    where = _until(partial(upload, pages, turn), FOUND)[1]
    assert asked(WAITING) == 1, "sent again it is one file"
    looked = _act(pages, partial(pages.ask, "GET", where), kill["preview"])
    page = _until(partial(pages.ask, "GET", where), OK)[1]
    assert "Nya veckor</dt><dd>2</dd>" in page and asked(APPLIED) == turn, "looking changes nothing"
    apply = partial(pages.ask, "POST", f"{where}application/")
    applied = _act(pages, apply, kill["apply"])
    assert asked(APPLIED) in ((turn + 1,) if applied[0] == FOUND else (turn, turn + 1)), "lost"
    _until(apply, FOUND)
    assert asked(APPLIED) == turn + 1 and asked("select count(*) from attendance_attendanceweek") == 2 * (turn + 1)
    return {"upload": sent, "preview": looked, "apply": applied}[hit][0] == 0


def _act(pages, act, after):
    """Do it; where a time is given the pages are killed so long after it began. Nothing may be half then."""
    found = pages.killed(act, after) if after else act()
    whole()
    return found


def _until(act, status):
    """Do it until it is answered so."""
    found = []
    until(lambda: found.append(act()) or found[-1][0] == status)
    return found[-1]


# -- the worker -------------------------------------------------------------------------------------------------------
@pytest.fixture
def small(monkeypatch):
    """Sizes at which a small list is a large one."""
    monkeypatch.setattr(reading_in, "AT_ONCE", 10)
    monkeypatch.setattr(reading_in, "PART", 40)


def put_in(cast, turn):
    """Two large lists, each about one pupil; and what has been checked is asked to be applied."""
    for who in PUPILS:
        with cast.acting("gunilla") as acting:
            rows = enumerate(lessons(turn, who, 600), start=2)
            reading_in.stage(rows, Columns(FIELDS, list(range(6))), by=me(acting), at=now())
    apply_checked(cast)


def apply_checked(cast):
    """Ask for what can be applied."""
    with cast.acting("gunilla") as acting:
        for file in AttendanceFile.objects.filter(asked_at=None):
            if file.is_checked:
                reading_in.finish(file, by=acting.capacity_id, at=now())


def test_a_killed_worker_leaves_nothing_half_and_nothing_twice(cast, small):
    caught = 0
    for turn in range(KILLS):
        put_in(cast, turn)
        before = asked(DONE)
        with process("-c", WORKER, env=AS_WORKER) as running:
            until(lambda least=before: asked(DONE) > least)
            apply_checked(cast)
            time.sleep(random.Random(turn).uniform(0, 0.1))
            running.kill()
            running.wait()
        caught += asked(AT_WORK) > 0
        whole()
    with process("-c", WORKER, env=AS_WORKER):
        until(lambda: apply_checked(cast) or asked(APPLIED) == 2 * KILLS)
    whole()
    assert asked("select count(*) from attendance_attendanceweek") == 2 * KILLS, "lost, or twice"
    assert asked("select count(*) from journey_notice where kind = 'attendance-file'") == 4 * KILLS, "each is told once of"
    assert asked("select count(*) from journey_notice where kind = 'task_failed'") == 0
    assert pulled_in_the_middle(caught), "the plug must be pulled in the middle"
