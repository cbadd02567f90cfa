"""What lies in the queue is of no use to the pages, and holds ids alone; what the worker's role may do is listed."""

import asyncio
import os

import psycopg
import pytest
from django.db import IntegrityError, connections
from procrastinate.periodic import PeriodicDeferrer

from samling.work import kinds, worker
from samling.work.running import carry_out, go_round, house
from tests.cloning import Template
from tests.queue import waiting, work_off
from tests.walls.wires import database, wire

from .test_entrusting import NOTE, asked, notes, noting, put_in

STEALING = (
    "select * from procrastinate_jobs",
    "select * from work_task",
    "update work_task set entrusted_by_id = guard.my_capacity()",
    "select procrastinate_fetch_job_v2(null, null)",
    "select procrastinate_defer_jobs_v1(array[]::procrastinate_job_to_defer_v1[])",
    "select * from guard.take_task('{task}')",
    "select * from guard.task_of('{task}')",
    "select guard.give_up_task('{task}', '', 'gone')",
)
NOT_THE_WORKERS = (
    "select * from people_child",
    "select * from access_look",
    "select * from journey_notice",
    "select * from work_task",
    "select * from guard.begin('x')",
    "select * from guard.begin_task('x')",
    "select guard.look('x', array[gen_random_uuid()], '{1}', 'x')",
    "insert into journey_notice (id) values (gen_random_uuid())",
)
assert noting and NOTE


def refused(role, sql):
    """Whether the database says no to this role."""
    with wire(role) as connection:
        try:
            connection.execute(sql)
        except psycopg.errors.InsufficientPrivilege:
            return True
        return False


def test_a_stolen_row_is_of_no_use_to_the_pages(cast, noting):
    task = put_in(cast)
    assert [sql for sql in STEALING if not refused("app", sql.format(task=task))] == []


def test_the_id_is_no_token(cast, noting):
    task = put_in(cast)
    with wire("app") as app:
        assert app.execute("select person from guard.begin_task(%s)", [str(task)]).fetchall() == []


def test_no_token_is_kept(cast, noting):
    task = put_in(cast)
    token = house("take_task", task)[0]["token"]
    rows = asked("select t::text from work_task t union all select j::text from procrastinate_jobs j")
    assert len(rows) == 2 and not any(token in row for (row,) in rows)


def test_the_worker_does_nothing_but_what_it_is_granted(cast):
    assert [sql for sql in NOT_THE_WORKERS if not refused("worker", sql)] == []


def test_the_queue_takes_ids_and_codes_alone(cast):
    put = "insert into procrastinate_jobs (queue_name, task_name, args) values ('samling', 'entrusted', %s)"
    with connections["worker"].cursor() as cursor:
        for told in ('{"task": "Adam Hassan"}', '{"text": {"a": 1}}', '{"task": "x", "say": "å"}', '["x"]'):
            with pytest.raises(IntegrityError, match="ids_only"):
                cursor.execute(put, [told])


def test_all_that_lies_there_are_ids(cast, noting):
    put_in(cast), put_in(cast)
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute("select distinct jsonb_object_keys(args) from procrastinate_jobs")
        assert cursor.fetchall() == [("task",)]
        cursor.execute("reset role")
    assert len(waiting()) == 2


# -- twice, and in vain -----------------------------------------------------------------------------------------------
def test_a_job_that_comes_twice_is_done_once(cast, noting):
    task = put_in(cast)
    carry_out(task, tries=0)
    carry_out(task, tries=1)
    assert notes() == [(cast.petra,)]
    assert asked("select count(*) from journey_notice where kind = 'task_failed'") == [(0,)]


def test_a_task_that_lost_its_place_in_the_queue_is_done_all_the_same(cast, noting):
    """A worker thought dead finishes in vain and takes the place away from the one that is then killed."""
    put_in(cast)
    with connections["worker"].cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")
    assert work_off() == [] and notes() == []
    go_round()
    assert work_off() == ["tried"] and notes() == [(cast.petra,)]


def test_what_fails_is_tried_again_and_in_the_end_told_with_nothing_done(cast, noting, monkeypatch, caplog):
    tried = kinds.KINDS["noting"]

    def fails(job):
        tried.does(job)
        raise ValueError("Adam Hassan")

    monkeypatch.setitem(kinds.KINDS, "noting", kinds.Kind("noting", "x", "write a note", 3, fails))
    task = put_in(cast)
    for tries in range(2):
        with pytest.raises(Exception, match=r"^ValueError$"):
            carry_out(task, tries=tries)
    carry_out(task, tries=2)
    assert notes() == [] and "Adam" not in caplog.text
    assert asked("select to_id from journey_notice where kind = 'task_failed'") == [(cast.petra,)]


def test_a_task_in_steps_reaches_outside_between_transactions(cast, noting, monkeypatch):
    seen = []

    def outside():
        seen.append(asked("select count(*) from journey_entry where title = %s", NOTE["title"]))
        return "said"

    def steps(job):
        noting_does(job)
        seen.append((yield outside))

    noting_does = kinds.KINDS["noting"].does
    monkeypatch.setitem(kinds.KINDS, "noting", kinds.Kind("noting", "x", "write a note", 3, steps))
    carry_out(put_in(cast), tries=0)
    assert seen == [[(1,)], "said"] and notes() == [(cast.petra,)]


def test_a_duty_that_fails_leaves_the_others_and_is_tried_next_time(cast, monkeypatch):
    from samling.work import running

    def breaks(house):
        house("no_such_function")

    due = [kinds.Duty("a", "a", kinds.Rhythm(60), False, breaks), kinds.Duty("b", "b", kinds.Rhythm(60), False, lambda h: None)]
    monkeypatch.setattr(running, "duties", lambda: due)
    assert go_round() == ["b"] and go_round() == []
    due[0] = kinds.Duty("a", "a", kinds.Rhythm(60), False, lambda h: None)
    assert go_round() == ["a"]


def test_a_round_that_still_waits_does_not_stop_the_next(cast, monkeypatch):
    """A worker is slow, and the next round comes: the library must not fall over the one that is waiting."""
    monkeypatch.setattr(worker.addresses, "dsn", lambda role, environ: Template.ready().cluster.dsn(role, database()))

    async def three_rounds():
        app = worker.queue(os.environ)
        async with app.open_async():
            (periodic,) = app.periodic_registry.periodic_tasks.values()
            deferrer = PeriodicDeferrer(app.periodic_registry)
            for slot in (10, 20, 20):
                await deferrer.defer_jobs([(periodic, slot)])

    asyncio.run(three_rounds())
    assert [name for name, _task in waiting()] == ["round", "round"]
    assert work_off() == ["round", "round"]
