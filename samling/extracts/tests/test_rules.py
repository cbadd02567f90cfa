"""By when, how far, and what no rule decides."""

import datetime as dt

import pytest

from samling.extracts import rules
from samling.extracts.models import Request
from samling.extracts.reading import LIVE, Extract, Weighed
from samling.extracts.reference.flags import Flag
from samling.extracts.reference.grounds import GROUNDS, standing
from samling.extracts.rules import State
from samling.inventory.registry import kinds

ANNA, BO, CHILD = "a", "b", "c"


@pytest.mark.parametrize(("received", "due"), [((2026, 1, 31), (2026, 2, 28)), ((2026, 12, 5), (2027, 1, 5)), ((2026, 11, 30), (2026, 12, 30))])
def test_the_family_is_answered_within_a_month(received, due):
    assert rules.due_on(rules.OWN, dt.date(*received), days=3) == dt.date(*due)


def test_others_are_answered_promptly():
    assert rules.due_on(rules.PUBLIC, dt.date(2026, 11, 20), days=5) == dt.date(2026, 11, 25)


@pytest.mark.parametrize(("row", "table", "flag"), [
    ({"about_person": "x"}, "journey_entry", Flag.OTHER_PERSON),
    ({"body": {"about_name": "Kim"}}, "views_note", Flag.OTHER_PERSON),
    ({"id": BO}, "people_guardian", Flag.OTHER_GUARDIAN),
    ({"owner_id": BO}, "people_identitynumber", Flag.OTHER_GUARDIAN),
    ({"guardian_id": BO}, "letters_letter", Flag.OTHER_GUARDIAN),
    ({"voice": "home", "person_id": BO}, "followup_reply", Flag.OTHER_GUARDIAN),
    ({"voice": "guardian", "voice_id": BO}, "views_note", Flag.OTHER_GUARDIAN),
    ({"for_guardians": "no"}, "journey_entry", Flag.NOT_FOR_GUARDIANS),
    ({"for_guardians": "child_decides"}, "journey_entry", Flag.NOT_FOR_GUARDIANS),
    ({"wall": 64 + 17}, "consent_nocontact", Flag.NO_CONTACT),
    ({"wall": 128 + 18}, "concern_reportstub", Flag.REPORT),
    ({"walls": [128 + 18]}, "access_look", Flag.REPORT),
    ({}, "people_protection", Flag.PROTECTED),
    ({"withdrawn_at": "2026-01-01"}, "journey_entry", Flag.WITHDRAWN),
    ({"only_for_id": "x"}, "journey_entry", Flag.ONLY_FOR),
    ({}, "extracts_choice", Flag.HOUSE),
])  # fmt: skip
def test_what_a_person_looks_at(row, table, flag):
    assert rules.flags_of(table, row, kind=rules.OWN, guardian=ANNA, child=CHILD) == [flag]


@pytest.mark.parametrize(("row", "table"), [({"id": ANNA}, "people_guardian"), ({"guardian_id": ANNA}, "letters_letter"), ({"voice": "school", "person_id": BO}, "followup_reply"),
                                            ({"wall": 64 + 5, "for_guardians": "yes"}, "journey_entry"), ({"owner_id": CHILD}, "people_identitynumber")])  # fmt: skip
def test_what_is_given_as_it_is(row, table):
    assert rules.flags_of(table, row, kind=rules.OWN, guardian=ANNA, child=CHILD) == []


def test_a_stranger_gets_nothing_that_nobody_weighed():
    assert Flag.SECRET in rules.flags_of("journey_entry", {"wall": 69}, kind=rules.PUBLIC)


def test_a_look_never_tells_that_a_report_could_have_been_read():
    assert rules.spoken_walls([64 + 5, 64 + 17, 128 + 18]) == [64 + 5]
    assert rules.spoken_walls([128 + 18]) == [128 + 18]


@pytest.mark.parametrize(("steps", "is_open", "state"), [
    ([], False, State.RECEIVED), ([], True, State.PREPARING), (["submitted"], True, State.DECIDING), (["submitted", "approved"], True, State.READY),
    (["ready"], True, State.READY), (["submitted", "returned"], True, State.PREPARING), (["ready", "given"], False, State.GIVEN),
    (["closed"], False, State.CLOSED),
])  # fmt: skip
def test_how_far_it_has_come(steps, is_open, state):
    assert rules.state_of(steps, is_open=is_open) is state


def test_nothing_that_asks_for_judgement_is_left_to_a_rule():
    assert not rules.may_finish(is_preparer=True, state=State.PREPARING, undecided=1)
    assert rules.may_finish(is_preparer=True, state=State.PREPARING, undecided=0)
    assert not rules.may_finish(is_preparer=False, state=State.PREPARING, undecided=0)
    assert not rules.may_give(is_preparer=True, state=State.READY, has_changed=True)


def test_a_ground_that_has_ended_is_not_offered():
    assert {one.code for one in standing(dt.date(2026, 1, 1))} == {*GROUNDS}
    assert standing(dt.date(2020, 1, 1)) == []


def digest(table, **row):
    return Extract(Request(), items=[Weighed(table, "1", row, [])]).digest


def test_what_a_person_writes_is_noticed_in_every_kind_and_a_new_column_in_none():
    for table in kinds():
        told = {"text": "a", "yes": True, "body": {"words": "b"}}
        changed = [told | one for one in ({"text": "b"}, {"yes": False}, {"text": ""}, {"body": {"words": "c"}}, {"number": 0})]
        assert {digest(table, **told) != digest(table, **one) for one in changed} == {table not in LIVE}, table
        assert digest(table, **told) == digest(table, **told | {"new": None, "other": False, "body": {"words": "b", "more": ""}})
