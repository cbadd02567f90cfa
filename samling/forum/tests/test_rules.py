"""Who takes up, says, decides and ends at a consultation team, and what is asked before child psychiatry."""

import datetime as dt

import pytest

from samling.agenda.rules import Decided
from samling.forum import rules
from samling.forum.rules import Before, Did, Kind
from samling.kernel.answer import allow, refuse
from samling.kernel.categories import Category
from samling.kernel.regime import Domain

TODAY = dt.date(2025, 11, 20)
SOON, LATER = TODAY + dt.timedelta(days=3), TODAY + dt.timedelta(days=20)
YES, NO = allow("yes"), refuse("no")
DECIDED = Decided(Kind.SUPPORT, True, True, LATER, True, SOON)
DONE, ASKED_NOT = Before(Did.DONE, True), Before(Did.NOT_ASKED, True)


@pytest.mark.parametrize(
    ("domain", "preschool", "behind"),
    [
        (Domain.SCHOOL, False, Category.SUPPORT),
        (Domain.SCHOOL, True, Category.PRESCHOOL),
        (Domain.PRIVATE_SCHOOL, False, Category.SUPPORT),
        (Domain.SOCIAL, True, Category.SOCIAL),
        (Domain.HEALTH, False, Category.MEDICAL),
        (Domain.SCHOOL_MEDICAL, False, Category.MEDICAL),
        (Domain.REPORT, False, None),
        (Domain.NONE, False, None),
    ],
)
def test_each_authority_writes_behind_a_wall_of_its_own(domain, preschool, behind):
    assert rules.behind(domain, preschool=preschool) is behind


@pytest.mark.parametrize(
    ("asked", "may"),
    [
        ({}, True),
        ({"run": NO}, False),
        ({"writes": False}, False),
        ({"standing": True}, False),
        ({"is_protected": True}, False),
    ],
)
def test_a_child_is_taken_up_once_by_those_who_work_with_it(asked, may):
    first = {"run": YES, "writes": True, "standing": False, "is_protected": False}
    assert bool(rules.may_take_up(**(first | asked))) is may


@pytest.mark.parametrize(
    ("asked", "may"),
    [
        ({}, True),  # a row of one's own, and one writes there
        ({"own_row": False, "writes": False}, True),  # the first words open one
        ({"reads": False}, False),
        ({"category": None}, False),
        ({"writes": False}, False),
        ({"own_row": False, "writes": False, "same_house": True}, False),
        ({"run": NO}, False),
    ],
)
def test_words_stand_in_the_records_of_whoever_says_them(asked, may):
    first = {"run": YES, "reads": True, "category": Category.SOCIAL, "own_row": True, "same_house": False, "writes": True}
    assert bool(rules.may_say(**(first | asked))) is may


@pytest.mark.parametrize(
    ("changed", "may"),
    [
        ({}, True),
        ({"says_what": False}, False),
        ({"says_what": False, "kind": Kind.HEALTH}, True),
        ({"holder_works": False}, False),
        ({"due_on": TODAY - dt.timedelta(days=1)}, False),
        ({"teller_works": False}, False),
        ({"teller_works": None}, False),
        ({"teller_works": None, "tell_on": None}, True),
        ({"tell_on": LATER + dt.timedelta(days=1)}, False),
    ],
)
def test_a_decision_has_a_holder_who_may_know_and_a_day(changed, may):
    assert bool(rules.may_decide(DECIDED._replace(**changed), today=TODAY, run=YES, writes=True)) is may


def test_a_decision_is_written_by_the_authority_that_asked_while_the_meeting_goes_on():
    assert not rules.may_decide(DECIDED, today=TODAY, run=NO, writes=True)
    assert not rules.may_decide(DECIDED, today=TODAY, run=YES, writes=False)


def test_a_meeting_ends_when_there_is_somewhere_to_take_what_is_left():
    assert rules.may_end(run=YES, undecided=0, has_next=False)
    assert rules.may_end(run=YES, undecided=2, has_next=True)
    assert not rules.may_end(run=YES, undecided=2, has_next=False)
    assert not rules.may_end(run=NO, undecided=0, has_next=True)


def test_before_child_psychiatry_the_schools_own_are_asked_for_and_nobody_is_stopped_by_a_no():
    asked = {"psychologist": DONE, "educator": DONE, "writes": True, "sent_on": TODAY, "today": TODAY}
    assert rules.may_refer(**asked)
    assert rules.may_refer(**(asked | {"psychologist": ASKED_NOT}))
    assert not rules.may_refer(**(asked | {"educator": Before(Did.DONE, False)}))
    assert not rules.may_refer(**(asked | {"writes": False}))
    assert not rules.may_refer(**(asked | {"sent_on": SOON}))
    assert rules.wanting("done", "not_asked") and not rules.wanting("done", "missing")


@pytest.mark.parametrize(
    ("answered", "today", "wait"),
    [
        (None, TODAY, (0, False, False)),
        (None, TODAY + dt.timedelta(days=30), (30, False, False)),
        (None, TODAY + dt.timedelta(days=31), (31, False, True)),
        (TODAY + dt.timedelta(days=12), TODAY + dt.timedelta(days=90), (12, True, False)),
        (TODAY + dt.timedelta(days=40), TODAY + dt.timedelta(days=90), (40, True, True)),
    ],
)
def test_the_wait_is_counted_from_the_day_it_was_sent_until_the_answer(answered, today, wait):
    due = TODAY + dt.timedelta(days=rules.ANSWER_DAYS)
    assert rules.wait(sent_on=TODAY, due_on=due, answered_on=answered, today=today) == wait
