"""What the family's answers come to, and when the family is met."""

import datetime as dt

import pytest

from samling.kernel.answer import allow, refuse
from samling.welcome import rules
from samling.welcome.rules import Stage

TODAY = dt.date(2025, 11, 20)


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ((), Stage.HELD),
        (("yes", "yes", "yes"), Stage.YES),
        (("yes", "yes", "silent"), Stage.HELD),
        (("yes", "no", "silent"), Stage.NO),
        (("yes", "yes", "no"), Stage.NO),
        (("yes", "taken_back", "yes"), Stage.NO),
        (("excepted", "yes", "yes"), Stage.YES),
        (("excepted", "excepted"), Stage.HELD),
        (("stopped", "yes"), Stage.HELD),
    ],
)
def test_one_no_is_enough_and_a_yes_is_everyones(said, stage):
    assert rules.outcome(said) is stage


@pytest.mark.parametrize(
    ("changed", "may"), [({}, True), ({"at_team": False}, False), ({"accepted": False}, False), ({"is_held": True}, False)]
)
def test_the_team_that_said_yes_meets_the_family_once(changed, may):
    assert bool(rules.may_arrange(**({"at_team": True, "accepted": True, "is_held": False} | changed))) is may


@pytest.mark.parametrize(
    ("arrange", "starts", "guardians", "may"),
    [
        (allow("x"), None, 1, True),
        (allow("x"), TODAY, 1, True),
        (allow("x"), TODAY + dt.timedelta(days=1), 1, False),
        (allow("x"), None, 0, False),
        (refuse("x"), None, 1, False),
    ],
)
def test_a_meeting_is_held_when_it_has_been_and_the_guardians_are_known(arrange, starts, guardians, may):
    assert bool(rules.may_hold(arrange=arrange, starts_on=starts, today=TODAY, guardians=guardians)) is may


@pytest.mark.parametrize(
    ("at_team", "is_held", "over", "may"),
    [(True, True, False, True), (False, True, False, False), (True, False, False, False), (True, True, True, False)],
)
def test_answers_are_noted_after_the_meeting_until_a_no(at_team, is_held, over, may):
    assert bool(rules.may_answer(at_team=at_team, is_held=is_held, over=over)) is may


def test_the_day_is_in_working_days():
    assert rules.due(TODAY, 10) == dt.date(2025, 12, 4)
