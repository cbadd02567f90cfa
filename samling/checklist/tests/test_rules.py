"""What may be done with a checklist, and where its steps stand."""

import datetime as dt

import pytest

from samling.checklist import rules
from samling.checklist.rules import DONE, SKIPPED, STARTED, TODO


def test_the_school_begins_and_those_who_work_with_the_child():
    assert rules.may_begin(at_school=True, writes=True)
    assert not rules.may_begin(at_school=False, writes=True)
    refused = rules.may_begin(at_school=True, writes=False)
    assert not refused and "concern" in refused.because


def test_a_finished_checklist_is_not_written_in():
    assert rules.may_write(closed=False)
    assert not rules.may_write(closed=True)


def test_a_part_is_for_those_it_concerns():
    assert rules.may_see_part(reads=True)
    assert not rules.may_see_part(reads=False)


def test_a_decision_needs_something_seen_and_is_made_once():
    assert rules.may_decide(seen=True, standing=None, wanted="further")
    assert rules.may_decide(seen=True, standing="solved_here", wanted="further")
    assert not rules.may_decide(seen=False, standing=None, wanted="further")
    assert not rules.may_decide(seen=True, standing="further", wanted="further")


@pytest.mark.parametrize(
    ("facts", "yes"),
    [
        ({}, True),
        ({"result": "further", "heard": False}, True),
        ({"heard": False}, False),
        ({"already": True}, False),
        ({"ended": True}, False),
        ({"kind": "further"}, False),
    ],
)
def test_solved_is_not_for_the_school_alone_to_say(facts, yes):
    usual = {"kind": "solved_here", "already": False, "ended": False, "result": "solved", "heard": True}
    assert bool(rules.may_follow_up(**usual | facts)) is yes


def test_only_what_stands_can_be_taken_up_again():
    assert rules.may_take_up(ended=False)
    assert not rules.may_take_up(ended=True)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (dt.date(2025, 11, 13), dt.date(2025, 12, 29)),  # Christmas Day, a Thursday, moves past the weekend to Monday
        (dt.date(2025, 11, 19), dt.date(2026, 1, 2)),  # New Year's Eve moves to the Friday after
        (dt.date(2025, 11, 22), dt.date(2026, 1, 5)),  # Saturday moves to Monday
        (dt.date(2025, 11, 23), dt.date(2026, 1, 5)),
    ],
)
def test_six_weeks_end_on_a_day_when_offices_are_open(day, due):
    assert rules.follow_up_day(day) == due


@pytest.mark.parametrize(
    ("answered", "mark", "state"),
    [
        (0, None, TODO),
        (0, DONE, TODO),
        (0, SKIPPED, SKIPPED),
        (2, None, STARTED),
        (2, SKIPPED, STARTED),
        (2, DONE, DONE),
    ],
)
def test_four_honest_states(answered, mark, state):
    assert rules.step_state(answered=answered, mark=mark) == state


def test_one_goes_on_where_one_was():
    states = {"a": DONE, "b": STARTED, "c": TODO, "d": SKIPPED}
    assert rules.next_step(states) == "b"
    assert rules.next_step(states, after="b") == "c"
    assert rules.next_step(states, after="c") == "b"
    assert rules.next_step(states, after="unknown") == "b"
    assert rules.next_step({"a": DONE, "b": SKIPPED}) is None
    assert rules.next_step({"a": TODO}, after="a") is None
    assert rules.next_step({}) is None


def test_what_was_left_empty_is_not_where_one_was():
    states = {"a": DONE, "b": TODO, "c": DONE, "d": STARTED}
    assert rules.resume(states, {"a", "b", "c"}) == "d"
    assert rules.resume(states, {"a"}) == "b" and rules.resume(states, {}) == "b"
    assert rules.resume(states, {"a", "b", "c", "d"}) == "b"
    assert rules.resume({"a": STARTED}, {"a"}) == "a" and rules.resume({"a": DONE}, {"a"}) is None


def test_guardians_read_when_they_know_and_nobody_is_in_danger():
    assert rules.for_guardians(told=True) == ("yes", "")
    assert rules.for_guardians() == ("no", rules.NOT_TOLD)
    assert rules.for_guardians(told=True, urgent=True)[0] == "no"
    assert rules.for_guardians(told=True, is_voice=True)[0] == "child_decides"


def test_the_strip_counts_what_is_there():
    assert rules.strip(["no", "helped", "no"]) == {"helped": 1, "no": 2}
    assert rules.strip([]) == {}


def test_a_day_is_counted_in_stockholm():
    assert rules.local_day(dt.datetime(2025, 11, 20, 23, 30, tzinfo=dt.UTC)) == dt.date(2025, 11, 21)
