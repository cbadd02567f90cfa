"""What stands over the picture of a year is true of the day on which it is read."""

import datetime as dt

import pytest
from django.utils.translation import override

from samling.attendance.rules import WEEK, Week
from samling.outcome.pictures import year

LAST = dt.date(2025, 5, 12)
WEEKS = [Week(LAST - back * WEEK, 1200, 300, 0, None, ()) for back in range(30)]
BEGAN = LAST - 12 * WEEK


@pytest.mark.parametrize(("later", "is_now"), [(0, True), (2, True), (3, False), (40, False)])
@pytest.mark.parametrize("began", [None, BEGAN])
def test_weeks_that_lie_far_back_are_not_called_now(later, is_now, began):
    with override("sv"):
        drawn = year(sorted(WEEKS, key=lambda one: one.on), began, LAST + later * WEEK)
    assert drawn is not None and ("de senaste som är kända" in drawn.title) is not is_now
    assert is_now or "18 maj" in drawn.title
