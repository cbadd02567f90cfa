"""When a duty falls due, in Stockholm's days, also when the clock is changed."""

import datetime as dt

import pytest

from samling.work.rules import STOCKHOLM, TRIES, Rhythm, wait_after
from samling.work.schedule import duties, printed


def utc(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


NIGHTLY = Rhythm(at=dt.time(2, 30))


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (utc(2025, 11, 20, 8), utc(2025, 11, 20, 1, 30)),  # an ordinary day, an hour before UTC
        (utc(2025, 11, 20, 1, 29), utc(2025, 11, 19, 1, 30)),  # not yet today
        (utc(2026, 3, 28, 12), utc(2026, 3, 28, 1, 30)),
        (utc(2026, 3, 29, 0, 59), utc(2026, 3, 28, 1, 30)),  # the night that has no half past two
        (utc(2026, 3, 29, 1, 30), utc(2026, 3, 29, 1, 30)),  # … is half past three
        (utc(2026, 3, 30, 12), utc(2026, 3, 30, 0, 30)),  # summer time
        (utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 0, 30)),  # the night that has it twice: the first
        (utc(2026, 10, 25, 1, 30), utc(2026, 10, 25, 0, 30)),  # and not again
    ],
)
def test_a_time_of_day_is_stockholms(now, due):
    assert NIGHTLY.latest(now) == due


def test_each_day_has_it_once_all_the_year_round():
    now, seen = utc(2026, 1, 1), set()
    while now < utc(2027, 1, 1):
        seen.add(NIGHTLY.latest(now))
        now += dt.timedelta(minutes=15)
    days = [slot.astimezone(STOCKHOLM).date() for slot in seen]
    assert len(days) == len(set(days)) == 366  # the year's and the last day before it


def test_a_weekday_is_that_day():
    monday = Rhythm(at=dt.time(6), weekday=0)
    assert monday.latest(utc(2025, 11, 20, 8)) == utc(2025, 11, 17, 5)
    assert monday.latest(utc(2025, 11, 17, 4, 59)) == utc(2025, 11, 10, 5)


def test_every_so_often_stands_on_the_clock():
    assert Rhythm(seconds=600).latest(utc(2025, 11, 20, 8, 9, 59)) == utc(2025, 11, 20, 8)


def test_tries_wait_longer_and_longer_and_then_no_longer():
    waits = [wait_after(tries) for tries in range(1, TRIES)]
    assert waits == sorted(waits) and waits[0] == dt.timedelta(seconds=2)
    assert wait_after(10**9) == dt.timedelta(minutes=10)


def test_the_whole_schedule_is_told_in_one_place():
    assert all(one.code in printed() for one in duties())
    assert {"take-over", "warn-of-endings", "spot-checks"} <= {one.code for one in duties()}
