"""kill -9 of workers in the middle of tasks, two at once, and a database that goes away: nothing lost, nothing twice."""

import random
import time
from contextlib import ExitStack

import pytest
from django.db import connections

from samling.records.clock import now
from samling.work import kinds
from samling.work.entrusting import entrust

from .sizes import KILLS, pulled_in_the_middle
from .test_killed import asked, process, until
from .wires import wire

TASKS = 12  # put in at each turn
WORKER = """
import django; django.setup()
import time, uuid
from samling.journey.models import Entry
from samling.people.models import Child
from samling.work import kinds, worker
TOLD = {"kind": "talk", "title": "", "text": "x", "for_guardians": "yes", "for_guardians_because": "", "for_child": False, "only_for": None}
def note(job):
    child = job.fetch(Child)
    Entry.write(TOLD | {"title": str(job.task)}, subject=child.pk, wall=64 + 5, by=job.by, at=job.at, pk=uuid.uuid4())
    time.sleep(0.05)
kinds.KINDS["noting"] = kinds.Kind("noting", "x", "write a note", 99, note)
worker.BEAT, worker.SILENT, worker.LOOK_ANYWAY, worker.PAUSE = 0.2, 1.5, 0.2, 0.2
worker.main()
"""
ENVIRON = {"SAMLING_AS": "worker", "DJANGO_SETTINGS_MODULE": "samling.settings"}
DONE = "select count(*) from work_task where done_at is not null"
NOTES = "select count(*) from journey_entry e join work_task k on k.id::text = e.title"
EACH = "select count(distinct title) from journey_entry"
AT_WORK = "select count(*) from procrastinate_jobs where status = 'doing'"


@pytest.fixture
def noting(cast, monkeypatch):
    """Puts in so many notes to be written for Petra."""
    monkeypatch.setitem(kinds.KINDS, "noting", kinds.Kind("noting", "x", "x", 1, lambda job: None))

    def put_in(many):
        with cast.acting("petra") as acting:
            for _ in range(many):
                entrust("noting", cast.adam, by=acting.capacity_id, at=now())

    return put_in


def workers(many):
    """So many workers of this test's database."""
    stack = ExitStack()
    return stack, [stack.enter_context(process("-c", WORKER, env=ENVIRON)) for _ in range(many)]


def test_killed_workers_lose_nothing_and_repeat_nothing(noting):
    caught = 0
    for turn in range(KILLS):
        noting(TASKS)
        stack, running = workers(2)
        with stack:
            before = asked(DONE)
            until(lambda least=before: asked(DONE) > least)
            time.sleep(random.Random(turn).uniform(0, 0.2))
            for one in running:
                one.kill()
        caught += asked(AT_WORK) > 0
        assert asked(NOTES) == asked(DONE), "done without its effect, or the other way"
    stack, _ = workers(2)
    with stack:
        until(lambda: asked(DONE) == TASKS * KILLS)
    assert asked(NOTES) == asked(EACH) == TASKS * KILLS, "twice, or lost"
    assert asked("select count(*) from journey_notice where kind = 'task_failed'") == 0
    assert pulled_in_the_middle(caught), "the plug must be pulled in the middle"


def test_a_worker_comes_back_when_its_database_does(noting):
    stack, (one,) = workers(1)
    with stack:
        noting(1)
        until(lambda: asked(DONE) == 1)
        with wire("postgres") as admin:
            admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() "
                          "and pid <> pg_backend_pid() and usename in ('samling_worker', 'samling_app', 'samling_audit')")  # fmt: skip
        connections.close_all()  # ours went too
        noting(3)
        until(lambda: asked(DONE) == 4)
        assert one.poll() is None, "the process itself lives on"
        one.terminate()
        assert one.wait(15) == 0, "and ends when told"
    assert asked(NOTES) == 4
    assert asked("select count(*) from procrastinate_workers") == 0, "it says good-bye"
