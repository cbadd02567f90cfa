"""Days when offices are open."""

import datetime as dt

import pytest

from samling.kernel.workdays import days_between, easter, holidays, is_workday, workday_from, workdays_after

D = dt.date


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2024, D(2024, 3, 31)), (2025, D(2025, 4, 20)), (2026, D(2026, 4, 5)), (2038, D(2038, 4, 25))],
)
def test_easter_moves(year, sunday):
    assert easter(year) == sunday


def test_the_red_days_of_a_year():
    red = {
        D(2026, 1, 1), D(2026, 1, 6), D(2026, 4, 3), D(2026, 4, 5), D(2026, 4, 6), D(2026, 5, 1),
        D(2026, 5, 14), D(2026, 5, 24), D(2026, 6, 6), D(2026, 6, 19), D(2026, 6, 20), D(2026, 10, 31),
        D(2026, 12, 24), D(2026, 12, 25), D(2026, 12, 26), D(2026, 12, 31),
    }  # fmt: skip
    assert holidays(2026) == red


def test_weekends_and_holidays_are_not_counted():
    assert is_workday(D(2025, 11, 20))
    assert not is_workday(D(2025, 11, 22))
    assert workdays_after(D(2025, 11, 21), 1) == D(2025, 11, 24)
    assert workdays_after(D(2026, 4, 2), 1) == D(2026, 4, 7)
    assert workdays_after(D(2025, 12, 23), 3) == D(2026, 1, 2)
    assert [workday_from(D(2026, 4, day)) for day in (2, 3, 6, 7)] == [D(2026, 4, 2), *[D(2026, 4, 7)] * 3]


def test_days_are_counted_as_people_count_them():
    evening = dt.datetime(2025, 11, 19, 22, 30, tzinfo=dt.UTC)  # 23.30 in Stockholm
    assert days_between(evening, evening + dt.timedelta(minutes=20)) == 0
    assert days_between(evening, evening + dt.timedelta(minutes=40)) == 1
    assert days_between(evening, evening - dt.timedelta(days=3)) == 0
