"""What weeks of attendance say, by the rules alone; and the picture that says the same."""

import datetime as dt
import re

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from samling.attendance import rules, rules_inquiry
from samling.attendance.picture import picture, sentence, which
from samling.attendance.reference import DANDERYD, ESKILSTUNA
from samling.attendance.rules import Cell, Week
from samling.attendance.rules_ladder import reached

LAST = dt.date(2025, 11, 17)


def weeks(*absent, scheduled=1000, invalid=()):
    """Weeks up to the last one, with these minutes away; the latest last."""
    found = []
    for turn, away in enumerate(absent):
        bad = invalid[turn] if invalid else 0
        on = LAST - (len(absent) - 1 - turn) * rules.WEEK
        found.append(Week(on, scheduled, away - bad, bad))
    return found


def test_the_rolling_share_is_of_the_latest_four_school_weeks():
    assert rules.share(rules.rolling(weeks(900, 100, 200, 300, 400))).absent == 25
    holiday = [*weeks(500, 0, 0, 0), Week(LAST + rules.WEEK, 0)]
    assert rules.share(rules.rolling(holiday)).absent == 13  # half of a per cent is said upwards


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (2, "Borta 25 procent av de senaste 4 skolveckorna: 25 giltig och 0 ogiltig."),
        (3, "Borta 25 procent vecka 44–47 2025, de senaste som sparats: 25 giltig och 0 ogiltig."),
    ],
)
def test_old_weeks_are_named_and_recent_ones_are_the_latest(later, said):
    with override("sv"):
        assert sentence(weeks(900, 100, 200, 300, 400), LAST + later * rules.WEEK) == said


def test_the_weeks_named_may_be_one_or_in_two_years():
    with override("sv"):
        today, spring = LAST + 20 * rules.WEEK, LAST + 8 * rules.WEEK
        assert which([Week(LAST, 1)], today) == "vecka 47 2025, den senaste som sparats"
        assert which([Week(LAST, 1), Week(spring, 1)], today) == "vecka 47 2025 till vecka 3 2026, de senaste som sparats"


def test_a_share_of_something_is_never_nothing_and_adds_up():
    assert rules.percent(1, 1000) == 1 and rules.percent(0, 1000) == 0
    found = rules.share([Week(LAST, 1000, 333, 333)])
    assert found.valid + found.invalid == found.absent == 67


def test_days_are_whole_or_in_part_and_unknown_without_days():
    cells = (Cell(1, "Ma", 60, 60, 0), Cell(1, "Sv", 60, 0, 60), Cell(2, "Ma", 60, 30, 0), Cell(3, "Ma", 60, 0, 0))
    assert rules.days([Week(LAST, 240, 90, 60, None, cells)]) == (1, 1)
    assert rules.days(weeks(100)) is None and rules.late(weeks(100)) is None


def test_what_is_missed_most_stands_out_or_is_not_said():
    cells = (Cell(1, "Ma", 100, 60, 0), Cell(2, "Ma", 100, 10, 0))
    assert rules.heaviest(rules.pattern([Week(LAST, 200, 70, 0, None, cells)])).weekday == 1
    even = (Cell(1, "Ma", 100, 20, 0), Cell(2, "Ma", 100, 15, 0))
    assert rules.heaviest(rules.pattern([Week(LAST, 200, 35, 0, None, even)])) is None


@pytest.mark.parametrize(
    ("absent", "invalid", "steps", "number", "since"),
    [
        ((0, 0, 0, 0), (), ESKILSTUNA, None, None),
        ((200, 200, 200, 200), (), ESKILSTUNA, None, None),  # twenty is not more than twenty
        ((200, 200, 200, 204), (), ESKILSTUNA, 1, LAST),
        ((0, 0, 0, 10), (0, 0, 0, 10), ESKILSTUNA, 1, LAST),
        ((0, 0, 10, 10), (0, 0, 10, 10), ESKILSTUNA, 2, LAST),
        ((10,) * 6, (10,) * 6, ESKILSTUNA, 3, LAST - 2 * rules.WEEK),
        ((0, 0, 160, 160, 160, 160), (), DANDERYD, 2, LAST),
        ((160,) * 6, (), DANDERYD, 3, LAST - 3 * rules.WEEK),
    ],
)
def test_the_step_that_is_reached_and_since_when(absent, invalid, steps, number, since):
    found = reached(weeks(*absent, invalid=invalid), steps, LAST)
    assert (found and found.step.number, found and found.since_on) == (number, since)


def test_a_step_is_forgotten_when_nothing_is_known_of_half_a_year():
    told = weeks(200, 200, 200, 204)
    found = [reached(told, ESKILSTUNA, LAST + back * rules.WEEK) is not None for back in (0, 12, 26, 27, 80)]
    assert found == [True, True, True, False, False]


def test_the_clock_of_the_law():
    day = dt.date(2025, 11, 3)
    clock = {"opened_on": day, "due": rules_inquiry.due_on(day, 21), "told_on": None, "reported_on": None, "home_told_on": None}
    found = rules_inquiry.duties(**clock, done_on=None, is_guest=True)
    assert [(duty.code, duty.due_on) for duty in found] == [
        ("told", day), ("done", dt.date(2025, 11, 24)), ("reported", None), ("home", day),
    ]  # fmt: skip
    assert rules_inquiry.duties(**clock, done_on=day, is_guest=False)[-1].due_on == day
    assert rules_inquiry.is_guest(home="9902", school="9901", is_private=False)
    assert not rules_inquiry.is_guest(home="", school="9901", is_private=False)


@given(st.lists(st.tuples(st.integers(1, 2000), st.integers(0, 2000), st.integers(0, 2000)), min_size=1, max_size=14))
def test_the_picture_the_title_and_the_table_say_the_same(said):
    made = [Week(LAST - turn * rules.WEEK, plan, min(valid, plan), min(bad, plan - min(valid, plan)))
            for turn, (plan, valid, bad) in enumerate(said)]  # fmt: skip
    with override("sv"):
        drawn = picture(made, LAST)
    table = [share.present for _week, share in drawn.rows]
    numbers = [int(number) for number in re.findall(r"(\d+) procent", drawn.title)]
    assert numbers[0] == table[0] and numbers[-1] == min(table)
    for image in (drawn.wide, drawn.narrow):
        points = re.search(r'points="([^"]+)"', image)[1].split()
        assert len(points) == len(table) <= 12
        heights = [float(point.split(",")[1]) for point in points][::-1]
        assert sorted(range(len(table)), key=lambda n: (table[n], n)) == sorted(
            range(len(table)), key=lambda n: (-heights[n], table[n], n)
        )
        assert f"{table[0]}\u00a0%" in image and f"{min(table)}\u00a0%" in image
        assert image.count('"weekly__valid"') == sum(bool(share.valid) for _week, share in drawn.rows)
        assert image.count('"weekly__invalid"') == sum(bool(share.invalid) for _week, share in drawn.rows)


def test_an_empty_term_is_drawn_as_nothing():
    assert picture([], LAST) is None
