"""The counters against guessing: shared, exact under a race, and readable by nobody."""

from concurrent.futures import ThreadPoolExecutor

from django.core.cache import cache
from django.db import connections

from samling.people.accounts import Throttle
from samling.people.throttle import TableCache


def test_a_value_stands_until_its_time(database):
    cache.set("tries:petra@example.test", [1.5, 2.5], 60)
    assert cache.get("tries:petra@example.test") == [1.5, 2.5]
    cache.set("tries:petra@example.test", [1.5], 60)
    assert cache.get("tries:petra@example.test") == [1.5]
    cache.touch("tries:petra@example.test", -1)
    assert cache.get("tries:petra@example.test", "nothing") == "nothing"


def test_what_has_run_out_is_forgotten(database):
    cache.set("old", 1, -1)
    cache.set("new", 1, 60)
    TableCache.forget_old()
    assert Throttle.objects.count() == 1
    assert cache.delete("new")
    assert not cache.delete("new")


def test_a_lock_that_has_run_out_can_be_taken_again(database):
    cache.set("lock", True, -1)
    assert cache.add("lock", True, 60)
    assert not cache.add("lock", True, 60)


def test_of_several_at_once_exactly_one_gets_the_lock(database):
    def take(_):
        try:
            return cache.add("lock", True, 60)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(take, range(24))) == 1


def test_names_are_digests_and_values_plain(database):
    cache.set("tries:petra@example.test", [1], 60)
    with connections["login"].cursor() as cursor:
        cursor.execute("select t::text from people_throttle t")
        written = cursor.fetchone()[0]
    assert "petra" not in written
    assert "[1]" in written
