"""A task put in by one who may, done in her name when it runs, as far as she may do it then."""


import pytest
from django.db import connections

from samling.access import guard, holding
from samling.journey.models import Entry, Notice
from samling.people.models import Child
from samling.records.clock import now
from samling.work import kinds
from samling.work.entrusting import entrust, standing
from tests.queue import waiting, work_off

NOTE = {"kind": "talk", "title": "åt Petra", "text": "x", "for_guardians": "yes", "for_guardians_because": "",
        "for_child": False, "only_for": None}  # fmt: skip


@pytest.fixture
def noting(monkeypatch):
    """A kind of task that writes a note about the child it is about; gives the list of what it was told."""
    heard = []

    def does(job):
        child = job.fetch(Child)
        Entry.write(NOTE, subject=child.pk, wall=64 + 5, by=job.by, at=job.at, pk=job.task)
        job.progress(1, 2)
        heard.append(job.by)

    monkeypatch.setitem(kinds.KINDS, "noting", kinds.Kind("noting", "x", "write a note", 3, does))
    return heard


def asked(query, *values, alias="owner"):
    with connections[alias].cursor() as cursor:
        if alias == "owner":
            cursor.execute("set role samling_guard")
        cursor.execute(query, values)
        found = cursor.fetchall()
        if alias == "owner":
            cursor.execute("reset role")
        return found


def notes():
    return asked("select written_by_id from journey_entry where title = %s", NOTE["title"])


def put_in(cast, name="petra", kind="noting"):
    with cast.acting(name) as acting:
        return entrust(kind, cast.adam, by=acting.capacity_id, at=now())


def test_it_is_done_in_her_name_once_and_her_look_is_logged(cast, noting):
    task = put_in(cast)
    assert waiting() == [("entrusted", str(task))]
    assert work_off() == ["tried"]
    assert noting == [cast.petra] and notes() == [(cast.petra,)]
    errands = asked("select capacity_id, subject_id from access_look where errand = 'write a note'")
    assert errands == [(cast.petra, cast.adam)]
    with cast.acting("petra"):
        stands = standing(task)
        assert stands.done_at and not stands.failed_at and (stands.passed, stands.whole) == (1, 2)
    with cast.acting("ulf"):
        assert standing(task) is None


def test_it_is_put_in_with_what_is_written_or_not_at_all(cast, noting):
    with pytest.raises(ZeroDivisionError), cast.acting("petra") as acting:
        entrust("noting", cast.adam, by=acting.capacity_id, at=now())
        raise ZeroDivisionError
    assert waiting() == []


def test_a_right_that_is_gone_becomes_a_notice_to_a_person(cast, noting):
    task = put_in(cast)
    with cast.acting("gunilla"):
        holding.end_capacity(cast.petra)
    assert work_off() == ["tried"]
    assert noting == [] and notes() == []
    with cast.acting("gunilla"):
        told = Notice.objects.get(kind="task_failed")
        assert (told.to_id, told.record_id) == (cast.gunilla, task)
        assert standing(task).why == "gone"


def test_what_she_may_no_longer_read_comes_back_to_herself(cast, noting):
    task = put_in(cast)
    with cast.acting("gunilla"):
        which = asked("select id from access_assignment where subject_id = %s and capacity_id = %s", cast.adam, cast.petra)
        guard.end_assignment(which[0][0])
    work_off()
    assert noting == []
    with cast.acting("petra"):
        assert Notice.objects.get(kind="task_failed").record_id == task
