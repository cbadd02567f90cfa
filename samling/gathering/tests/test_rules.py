"""Who may call, who interprets, who decides, and in which order a table talks."""

import datetime as dt

import pytest

from samling.gathering import rules
from samling.gathering.rules import Booked

AT = dt.datetime(2025, 11, 20, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize("starts, ends, may", [
    (AT + HOUR, AT + 2 * HOUR, True),
    (AT - 13 * HOUR, AT + HOUR, False),
    (AT + HOUR, AT + HOUR, False),
    (AT + HOUR, AT + 5 * HOUR, True),
    (AT + HOUR, AT + 6 * HOUR, False),
    (AT + dt.timedelta(days=367), AT + dt.timedelta(days=367, hours=1), False),
])  # fmt: skip
def test_a_meeting_is_for_a_time_to_come_and_short(starts, ends, may):
    assert bool(rules.may_call(in_space=True, starts_at=starts, ends_at=ends, at=AT)) is may


def test_a_stranger_calls_nothing():
    assert not rules.may_call(in_space=False, starts_at=AT + HOUR, ends_at=AT + 2 * HOUR, at=AT)


@pytest.mark.parametrize("domain, agreed, may", [
    ("social", False, True), ("health", False, True), ("school", False, False), ("school", True, True), ("none", False, False),
])  # fmt: skip
def test_who_calls_a_sip(domain, agreed, may):
    assert bool(rules.may_call_sip(domain, school_calls=agreed)) is may


@pytest.mark.parametrize("supplier, may", [
    ("Tolkservice, bokning 4711", True), ("Hodan Hassan", False), ("hassan, hodan", False), ("mamma Hodan Hassan", False), ("Hodan", True),
])  # fmt: skip
def test_no_relative_interprets(supplier, may):
    assert bool(rules.may_interpret(supplier, ["Adam Hassan", "Hodan Hassan", ""])) is may


def test_a_booking_goes_forward_and_names_its_supplier():
    assert rules.may_book(Booked.NEEDED, Booked.ORDERED, supplier="Tolkservice")
    assert not rules.may_book(Booked.NEEDED, Booked.ORDERED, supplier=" ")
    assert not rules.may_book(Booked.NEEDED, Booked.ABSENT, supplier="Tolkservice")
    assert rules.may_book(Booked.CONFIRMED, Booked.ABSENT, supplier="")
    assert set(rules.STEPS) == set(Booked)


@pytest.mark.parametrize("state, days, late", [
    (Booked.NEEDED, 3, True), (Booked.ORDERED, 0, True), (Booked.ABSENT, 1, True), (Booked.NEEDED, 4, False),
    (Booked.NEEDED, -1, False), (Booked.CONFIRMED, 1, False), (Booked.CALLED_OFF, 1, False),
])  # fmt: skip
def test_a_missing_interpreter_is_said_three_days_before(state, days, late):
    today = AT.date()
    assert rules.interpreter_is_late(state, meets_on=today + dt.timedelta(days=days), today=today) is late


def test_a_sip_counts_from_the_day_the_need_was_seen():
    assert rules.sip_due(dt.date(2025, 11, 1)) == (dt.date(2025, 11, 8), dt.date(2025, 11, 22))


def test_authorities_that_sent_nobody_who_may_decide():
    asked = [("Skolan", False), ("Skolan", True), ("Socialtjänsten", False), ("", False)]
    assert rules.without_mandate(asked) == ["Socialtjänsten", ""]


def test_the_childs_questions_come_first():
    assert rules.in_order([("good", 1), ("childs", 4), ("do", 2), ("childs", 3)]) == [
        ("childs", 3), ("childs", 4), ("good", 1), ("do", 2)]  # fmt: skip
