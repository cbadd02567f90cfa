"""Who hears the name, and what a decision must say, as tables."""

import datetime as dt

import pytest

from samling.agenda import rules
from samling.agenda.rules import Decided, Hearing, Kind
from samling.kernel.answer import allow, refuse
from samling.team.rules import House

DAY = dt.date(2025, 11, 20)
SOON = DAY + dt.timedelta(days=7)
YES, NO = allow("yes"), refuse("no")
GOOD = Decided(Kind.SUPPORT, False, True, DAY + dt.timedelta(days=30), True, SOON)

# where, named, protected, named reader, a question without a name -> what is heard
HEARING = [
    (House.INSIDE, False, False, False, False, Hearing.NAME),
    (House.INSIDE, False, True, False, False, Hearing.LEAVES),
    (House.INSIDE, False, True, True, False, Hearing.NAME),
    (House.MEDICAL, False, False, False, False, Hearing.NAME),
    (House.MEDICAL, False, True, False, False, Hearing.LEAVES),
    (House.OUTSIDE, True, False, False, False, Hearing.NAME),
    (House.OUTSIDE, True, False, False, True, Hearing.NAME),
    (House.OUTSIDE, False, False, False, True, Hearing.NAMELESS),
    (House.OUTSIDE, False, False, False, False, Hearing.LEAVES),
    (House.OUTSIDE, True, True, False, True, Hearing.LEAVES),
    (House.OUTSIDE, True, True, True, False, Hearing.NAME),
    (House.OUTSIDE, False, True, True, False, Hearing.LEAVES),
]


@pytest.mark.parametrize(("where", "named", "is_protected", "is_reader", "nameless", "hears"), HEARING)
def test_who_hears_the_name(where, named, is_protected, is_reader, nameless, hears):
    found = rules.hearing(where, named=named, is_protected=is_protected, is_reader=is_reader, nameless=nameless)
    assert found.hearing is hears and found.because


@pytest.mark.parametrize(
    ("change", "run", "writes", "may"),
    [
        ({}, YES, True, True),
        ({}, NO, True, False),
        ({}, YES, False, False),
        ({"kind": Kind.TRY}, YES, True, False),
        ({"kind": Kind.TRY, "says_what": True}, YES, True, True),
        ({"holder_works": False}, YES, True, False),
        ({"due_on": DAY - dt.timedelta(days=1)}, YES, True, False),
        ({"due_on": DAY + dt.timedelta(days=367)}, YES, True, False),
        ({"teller_works": False}, YES, True, False),
        ({"teller_works": None, "tell_on": None}, YES, True, True),
        ({"teller_works": None}, YES, True, False),
        ({"tell_on": None}, YES, True, False),
        ({"tell_on": DAY - dt.timedelta(days=1)}, YES, True, False),
        ({"tell_on": DAY + dt.timedelta(days=31)}, YES, True, False),
    ],
)
def test_what_a_decision_must_say(change, run, writes, may):
    assert bool(rules.may_decide(GOOD._replace(**change), today=DAY, run=run, writes=writes)) is may


@pytest.mark.parametrize(
    ("same_unit", "writes", "standing", "ended", "may"),
    [(True, True, False, False, True), (False, True, False, False, False), (True, False, False, False, False),
     (True, True, True, False, False), (True, True, False, True, False)],
)  # fmt: skip
def test_who_takes_a_child_up(same_unit, writes, standing, ended, may):
    assert bool(rules.may_raise(same_unit=same_unit, writes=writes, standing=standing, ended=ended)) is may


@pytest.mark.parametrize(
    ("handed", "writes", "over", "done", "may"),
    [(True, True, False, False, True), (False, True, False, False, False), (True, False, False, False, False),
     (True, True, True, False, False), (True, True, False, True, False)],
)  # fmt: skip
def test_following_up(handed, writes, over, done, may):
    assert bool(rules.may_follow_up(handed=handed, writes=writes, over=over, done=done)) is may


def test_ending_taking_back_and_telling():
    assert rules.may_end(run=YES, undecided=0) and not rules.may_end(run=YES, undecided=1)
    assert not rules.may_end(run=NO, undecided=0)
    assert rules.may_take_back(run=YES, handed=False) and not rules.may_take_back(run=YES, handed=True)
    assert not rules.may_take_back(run=NO, handed=False)
    assert rules.may_tell(writes=True, handed=True)
    assert not rules.may_tell(writes=False, handed=True) and not rules.may_tell(writes=True, handed=False)
    assert not rules.may_ask_nameless(question="Hur?", is_protected=True)
    assert rules.may_ask_nameless(question="", is_protected=True)
