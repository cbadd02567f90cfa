"""Which forms are offered where, when one asks, and what may follow on what."""

import datetime as dt

import pytest

from samling.kernel.regime import HOLDS, Domain
from samling.support.reference import AT_HOME, BY_CODE, FORMS, forms_at
from samling.support.rules import STEPS, State, evaluation_day, may_step, may_take_back

DAY = dt.date(2025, 11, 20)


def test_a_form_is_kept_where_its_authority_may_keep_it():
    assert all(one.category in HOLDS[domain] for one in FORMS for domain in one.domains)
    assert len(BY_CODE) == len(FORMS) and len({one.code for one in AT_HOME}) == len(AT_HOME)


@pytest.mark.parametrize(
    ("domain", "stage", "codes"),
    [
        (Domain.SCHOOL, "school", ["school", "special", "student_health"]),
        (Domain.SCHOOL, "preschool", ["preschool", "student_health"]),
        (Domain.SCHOOL_MEDICAL, "school", ["emi"]),
        (Domain.SOCIAL, "school", ["advice", "open", "assessed"]),
        (Domain.HEALTH, "preschool", ["advice_lss", "care"]),
        (Domain.REPORT, "school", []),
        (Domain.NONE, "school", []),
    ],
)
def test_each_authority_gives_support_in_its_own_forms(domain, stage, codes):
    assert [one.code for one in forms_at(domain, stage, DAY)] == codes
    assert forms_at(domain, stage, dt.date(2025, 6, 30)) == []  # before the law of 2025


def test_what_follows_on_what():
    assert {(now, to) for now in State for to in State if may_step(now, to)} == {(now, to) for now, ways in STEPS.items() for to in ways}
    assert not may_step(State.GOING, State.GOING)


def test_one_asks_on_a_working_day_within_six_weeks():
    for ahead in range(14):
        begins = DAY + dt.timedelta(days=ahead)
        asks = evaluation_day(begins)
        assert asks.weekday() < 5 and dt.timedelta(days=39) < asks - begins <= dt.timedelta(weeks=6)


@pytest.mark.parametrize(("own", "hours", "used", "may"), [(True, 23, False, True), (True, 24, False, False), (False, 1, False, False),
                                                           (True, 1, True, False)])  # fmt: skip
def test_a_mistake_is_taken_back_in_time(own, hours, used, may):
    assert bool(may_take_back(is_own=own, age=dt.timedelta(hours=hours), used=used)) is may
