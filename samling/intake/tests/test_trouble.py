"""What goes wrong around a list: a full disk, a task that is given up, a list that is put away while it is read."""

import threading
from contextlib import contextmanager
from http import HTTPStatus
from uuid import UUID

import pytest
from django.db import connections

from samling.attendance.models import AttendanceFile, AttendanceWeek, FilePart
from samling.intake import reading_in
from samling.intake.checking import Check
from samling.work.kinds import KINDS
from samling.work.running import carry_out
from tests.queue import waiting, work_off

from .test_file import NEW, page_of, row, sent, sheet, upload
from .test_large import lessons, staged

FULL = """
create function public.full_disk() returns trigger language plpgsql as $$
begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
grant execute on function public.full_disk() to public;
create trigger full_disk before insert on {table} for each row when ({when}) execute function public.full_disk();"""


@contextmanager
def full_disk(table, when="true"):
    """A disk that is full when such a row is written."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(FULL.format(table=table, when=when))
    try:
        yield
    finally:
        with connections["owner"].cursor() as cursor:
            cursor.execute(f"drop trigger full_disk on {table}; drop function public.full_disk()")


@pytest.fixture
def small(monkeypatch):
    """Sizes at which a small list is a large one."""
    monkeypatch.setattr(reading_in, "AT_ONCE", 10)
    monkeypatch.setattr(reading_in, "PART", 60)


def test_a_full_disk_is_said_and_keeps_nothing(cast, visitor, small):
    visitor.raise_request_exception = False
    rows = [row(week=week) for week in range(1, 46)] * 2
    with full_disk("attendance_filepart", "new.number = 1"):
        answer = sent(visitor, sheet(*rows))
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE and answer.headers["Retry-After"]
    assert "inte sparat än" in answer.content.decode() and "vänta en minut" in answer.content.decode()
    with cast.acting("gunilla"):
        assert not AttendanceFile.objects.exists() and not FilePart.objects.exists()
    assert not waiting(), "no task is about a file that is not there"
    assert sent(visitor, sheet(*rows)).status_code == HTTPStatus.FOUND


def test_a_disk_that_is_full_when_it_is_applied_keeps_nothing_and_can_be_tried_again(cast, visitor, small):
    where = staged(cast).get_absolute_url()
    work_off()
    visitor.as_("gunilla").post(where + "application/")
    last = KINDS["attendance-apply"].tries - 1
    with full_disk("attendance_attendancepattern"):
        carry_out(UUID(waiting()[-1][1]), tries=last)
    page = visitor.get(where)
    assert page.context["stage"] == "stopped" and "http-equiv" not in page.content.decode(), "it waits for nobody"
    assert "Något gick fel varje gång vi försökte. Inget har ändrats." in page.content.decode()
    with cast.acting("gunilla"):
        assert not AttendanceWeek.objects.exists() and FilePart.objects.exclude(lines=[]).exists()
    assert visitor.post(f"/tasks/{page.context['task']}/").status_code == HTTPStatus.FOUND
    assert visitor.get(where).context["stage"] == "applying"
    work_off()
    assert visitor.get(where).context["stage"] == "applied"


def test_a_check_that_is_given_up_says_so(cast, visitor, small):
    where = staged(cast).get_absolute_url()
    with full_disk("work_progress"):
        carry_out(UUID(waiting()[-1][1]), tries=KINDS["attendance-check"].tries - 1)
    assert visitor.as_("gunilla").get(where).context["stage"] == "stopped"
    visitor.post(f"/tasks/{visitor.get(where).context['task']}/")
    assert visitor.get(where).context["stage"] == "checking"
    work_off()
    assert visitor.get(where).context["stage"] == "ready"


def test_what_is_put_away_while_it_is_read_stays_empty(cast, visitor, small, monkeypatch):
    where, whom = staged(cast).get_absolute_url(), Check._whom
    visitor.as_("gunilla")

    def put_away():
        visitor.post(where + "cancellation/")
        connections.close_all()

    away = threading.Thread(target=put_away)

    def slowly(self, asked):
        if not away.ident:
            away.start()
            away.join(0.5)
        return whom(self, asked)

    monkeypatch.setattr(Check, "_whom", slowly)  # the rows have been read, and what comes of them is not yet kept
    carry_out(UUID(waiting()[-1][1]), tries=0)
    away.join()
    assert visitor.get(where).context["stage"] == "gone"
    with cast.acting("gunilla"):
        assert not FilePart.objects.exclude(lines=[]).exists(), "what was put away has been kept again"


def test_put_away_too_late_says_that_it_is_applied(visitor):
    answer = sent(visitor, sheet(row()))
    visitor.post(answer["Location"] + "application/")
    assert visitor.post(answer["Location"] + "application/").status_code == HTTPStatus.FOUND, "sent twice"
    late = visitor.post(answer["Location"] + "cancellation/", follow=True)
    assert late.context["stage"] == "applied" and "Inget har ändrats" not in late.content.decode()


def test_a_file_never_lies_on_the_disk(visitor, settings):
    settings.FILE_UPLOAD_TEMP_DIR = "/nowhere"
    long = ";".join(["x" * 900_000] * 4)
    text = f"Namn;Klass;År;Vecka;Schemalagd tid;Giltig;A;B;C;D\nAdam Hassan;4B;2025;45;1200;60;{long}\n"
    assert page_of(visitor, sent(visitor, upload(text.encode()))).context["changes"] == {"new": 1}


def test_a_file_that_is_far_too_large_gets_its_sentence(visitor):
    answer = visitor.as_("gunilla").post(NEW, {"file": upload(b"a;b\n" * (30 << 18))})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Filen är större än 25 MB." in answer.content.decode()


def test_a_list_without_rows_is_empty(visitor):
    answer = sent(visitor, sheet())
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY and "Filen är tom." in answer.content.decode()


def test_every_fault_is_kept_when_a_week_comes_twice(visitor):
    headings = ["Namn", "Klass", "År", "Vecka", "Schemalagd tid (min)", "Giltig frånvaro (min)"]
    rows = [["Adam Hassan", "4B", 2025, 45, 1200, 0]] * 2 + [[None, "4B", 2025, 45, 1200, 0]]
    page = page_of(visitor, sent(visitor, sheet(*rows, headings=headings)))
    assert [fault.row for fault in page.context["rows"]] == [3, 4], "the week that comes twice, and the row about nobody"


def test_many_faults_are_counted_and_the_first_are_shown(cast, visitor, small):
    rows = [[number, [*cells[:4], "många", cells[5]]] for number, cells in lessons()]
    page = visitor.as_("gunilla").get(staged(cast, rows).get_absolute_url())
    work_off()
    page = visitor.get(page.request["PATH_INFO"])
    assert page.context["faults"] == len(rows) and len(page.context["rows"]) == 200
    assert f"{len(rows)} saker att rätta" in page.content.decode() and "De första 200 visas." in page.content.decode()
