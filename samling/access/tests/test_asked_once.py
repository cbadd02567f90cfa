"""A page that only reads asks itself a question once; whatever changes something asks anew; the walls always ask."""

import datetime as dt
from contextlib import contextmanager

from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from samling.access import guard
from samling.people.models import Child
from samling.records.acting import identified
from samling.records.clock import now


@contextmanager
def reading(cast, who):
    with transaction.atomic(), identified(cast.token(who), reads=True):
        yield


def test_a_page_asks_the_guard_once(cast):
    with reading(cast, "petra"), CaptureQueriesContext(connection) as asked:
        assert guard.my_access(cast.adam) == guard.my_access(cast.adam)
        assert now() == now()
    assert len(asked) == 1


def test_what_a_page_was_told_cannot_be_changed_by_one_part_for_another(cast):
    with reading(cast, "petra"):
        guard.rows("my_access_to", cast.adam)[0]["reads"] = "changed"
        assert "changed" not in [row["reads"] for row in guard.rows("my_access_to", cast.adam)]


def test_a_deed_asks_anew(cast):
    with cast.acting("petra"), CaptureQueriesContext(connection) as asked:
        guard.my_access(cast.adam)
        guard.my_access(cast.adam)
    assert len(asked) == 2


def test_a_verb_makes_a_page_forget(cast):
    with reading(cast, "petra"), CaptureQueriesContext(connection) as asked:
        guard.my_access(cast.adam)
        guard.lock_child(cast.adam)
        guard.my_access(cast.adam)
    assert len([one for one in asked.captured_queries if "my_access_to" in one["sql"]]) == 2


def test_the_walls_believe_nothing_that_a_page_was_told(cast):
    with reading(cast, "petra"):
        told = guard.my_access(cast.adam)
        end_all_rights(cast.adam)
        assert guard.my_access(cast.adam) == told
        assert not Child.objects.filter(pk=cast.adam).exists()


def test_the_moment_of_a_page_is_the_one_at_which_it_began(cast):
    with reading(cast, "petra"):
        begun = now()
        with connection.cursor() as cursor:
            cursor.execute("select guard.now()")
            assert dt.timedelta(0) <= cursor.fetchone()[0] - begun < dt.timedelta(minutes=1)


def end_all_rights(child):
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        cursor.execute("update access_assignment set until_at = guard.now() where subject_id = %s", [child])
