"""The rhythm, the places and the social worker who should be there, as tables."""

import datetime as dt

import pytest

from samling.team import rules
from samling.team.rules import House

THURSDAY = dt.date(2025, 11, 20)
AT = dt.datetime(2025, 11, 20, 8, 0, tzinfo=dt.UTC)


def days(weekday, every, *, after=THURSDAY, until=None, count=3):
    found = rules.days(weekday, every, first=dt.date(2025, 11, 3), after=after, until=until, count=count)
    return [f"{day:%m-%d}" for day in found]


@pytest.mark.parametrize(
    ("weekday", "every", "more", "expected"),
    [
        (3, 1, {}, ["11-20", "11-27", "12-04"]),
        (2, 1, {}, ["11-26", "12-03", "12-10"]),
        (3, 2, {}, ["11-20", "12-04", "12-18"]),
        (4, 2, {}, ["11-21", "12-05", "12-19"]),
        (0, 4, {}, ["12-01", "12-29", "01-26"]),
        (3, 1, {"until": dt.date(2025, 11, 27)}, ["11-20"]),
        (3, 1, {"after": dt.date(2025, 10, 1)}, ["11-06", "11-13", "11-20"]),
        (3, 1, {"after": dt.date(2025, 12, 12)}, ["12-18", "01-08", "01-15"]),  # Christmas Day and New Year's Day
        (4, 2, {"after": dt.date(2026, 4, 1)}, ["04-10", "04-24", "05-08"]),
        (4, 2, {"after": dt.date(2026, 5, 2), "until": dt.date(2026, 6, 20)}, ["05-08", "05-22", "06-05"]),  # Midsummer Eve
    ],
)
def test_the_days_of_a_rhythm(weekday, every, more, expected):
    assert days(weekday, every, **more) == expected


def test_the_days_that_a_rhythm_leaves_out():
    def left_out(weekday, until):
        return rules.left_out(weekday, 1, first=dt.date(2025, 11, 3), after=dt.date(2025, 12, 15), until=until)

    assert left_out(3, dt.date(2026, 1, 8)) == [dt.date(2025, 12, 25), dt.date(2026, 1, 1)]
    assert left_out(3, dt.date(2025, 12, 25)) == []
    assert left_out(0, dt.date(2026, 2, 1)) == []


@pytest.mark.parametrize(
    ("last", "first", "gap"),
    [
        (None, None, None),
        (None, 31, None),
        (None, 32, 32),
        (31, 400, None),
        (32, 400, 32),
        (0, 400, None),
    ],
)
def test_the_social_services_come_once_a_month(last, first, gap):
    def ago(number):
        return None if number is None else THURSDAY - dt.timedelta(days=number)

    assert rules.social_gap(today=THURSDAY, last_on=ago(last), first_on=ago(first)) == gap


@pytest.mark.parametrize(
    ("branch", "hangs_on", "where"),
    [(1, None, House.INSIDE), (2, 1, House.MEDICAL), (4, None, House.OUTSIDE), (5, 4, House.OUTSIDE)],
)
def test_on_which_side_of_the_walls(branch, hangs_on, where):
    assert rules.house(branch=branch, hangs_on=hangs_on, of_team=1) is where


def test_who_leads_sits_calls_and_runs():
    assert rules.may_lead(role="head_teacher", at_unit=True) and rules.may_lead(role="preschool_head", at_unit=True)
    assert not rules.may_lead(role="head_teacher", at_unit=False) and not rules.may_lead(role="mentor", at_unit=True)
    fit = {"is_family": False, "holds_children": True, "in_force": True, "taken": False}
    assert rules.may_sit(**fit)
    for change in ({"is_family": True}, {"holds_children": False}, {"in_force": False}, {"taken": True}):
        assert not rules.may_sit(**fit | change)
    assert rules.may_run(inside=True, ended=False)
    assert not rules.may_run(inside=False, ended=False) and not rules.may_run(inside=True, ended=True)
    for hours, may in ((-13, False), (-11, True), (24 * 365, True), (24 * 367, False)):
        assert bool(rules.may_call(knows=True, starts_at=AT + dt.timedelta(hours=hours), at=AT)) is may
    assert not rules.may_call(knows=False, starts_at=AT, at=AT)
