"""The rules of a concern, as tables."""

import datetime as dt
from itertools import product

import pytest

from samling.access.verdict import Basis, End, Verdict
from samling.concern import rules
from samling.concern.rules import State, Word
from samling.kernel.regime import Domain, Regime

DAY = dt.date


@pytest.mark.parametrize(("state", "to"), list(product(State, State)))
def test_a_concern_goes_only_where_the_steps_lead(state, to):
    answer = rules.may_step(state, to, role="head_teacher", because="solved")
    assert bool(answer) is (to in rules.STEPS[state])


def test_every_state_can_be_reached_and_none_is_a_dead_end():
    assert {one for steps in rules.STEPS.values() for one in steps} == set(State) - {State.RAISED}
    assert all(rules.STEPS[state] for state in State)
    assert set(rules.EVENTS) == set(State) - {State.RAISED}


def test_only_those_who_receive_take_steps():
    assert rules.may_step(State.RAISED, State.TAKEN, role="school_counsellor")
    assert not rules.may_step(State.RAISED, State.TAKEN, role="mentor")
    assert rules.may_step(State.RAISED, State.TRYING, role="mentor", at_table=True)
    assert not rules.may_step(State.ONWARD, State.TRYING, role="mentor", at_table=True)


def test_closing_names_its_reason():
    assert not rules.may_step(State.TAKEN, State.CLOSED, role="head_teacher")
    assert not rules.may_step(State.TAKEN, State.CLOSED, role="head_teacher", because="bored")


@pytest.mark.parametrize(
    ("step", "because", "word"),
    [
        (State.TAKEN, "", Word.RECEIVED),
        (State.TRYING, "", Word.RECEIVED),
        (State.ONWARD, "", Word.ONWARD),
        (State.CLOSED, "solved", Word.SOLVED),
        (State.CLOSED, "gone", Word.SOLVED),
        (State.CLOSED, "joined", Word.RECEIVED),
        (State.CLOSED, "elsewhere", Word.ONWARD),
    ],
)
def test_whoever_raised_it_hears_one_word(step, because, word):
    assert rules.word_for(step, because) is word


def test_families_ring_and_those_without_children_ask_a_colleague():
    assert rules.may_raise(is_family=False, holds_children=True)
    assert "Ring" in rules.may_raise(is_family=True, holds_children=False).because
    assert not rules.may_raise(is_family=False, holds_children=False)


@pytest.mark.parametrize(
    ("domain", "kind", "inside"),
    [
        ("school", "school", True),
        ("school", "preschool", True),
        ("private_school", "school", True),
        ("school", "team", False),
        ("school_medical", "office", False),
        ("social", "office", False),
        ("health", "office", False),
    ],
)
def test_only_the_school_itself_names_the_child_at_once(domain, kind, inside):
    assert bool(rules.may_name_at_once(domain=domain, unit_kind=kind)) is inside


YES = Verdict(End.YES, "yes", "OSL 12:2", Basis.CONSENT)
REPORT = Verdict(End.YES, "report", "SoL 19:1", Basis.DUTY)


@pytest.mark.parametrize(
    ("verdict", "own", "named", "may"),
    [
        (YES, True, False, True),
        (YES, False, False, False),
        (YES, True, True, False),
        (REPORT, True, False, False),
        (Verdict(End.ASK, "ask", ""), True, False, False),
        (Verdict(End.NO, "no", ""), True, False, False),
    ],
)
def test_a_name_needs_a_yes_and_is_never_a_report(verdict, own, named, may):
    assert bool(rules.may_name(verdict, is_own=own, has_name=named)) is may


def test_the_receiver_opens_only_a_named_child():
    assert rules.may_open_here(role="head_teacher", has_name=True)
    assert not rules.may_open_here(role="head_teacher", has_name=False)
    assert not rules.may_open_here(role="mentor", has_name=True)


@pytest.mark.parametrize(
    ("domain", "role", "kind", "regime"),
    [
        ("school", "mentor", "school", Regime.SCHOOL_SUPPORT),
        ("school", "school_counsellor", "school", Regime.SCHOOL_HEALTH),
        ("school", "leisure_staff", "school", Regime.LEISURE),
        ("school", "preschool_teacher", "preschool", Regime.PRESCHOOL),
        ("school_medical", "school_nurse", "office", Regime.SCHOOL_MEDICAL),
        ("social", "social_worker", "office", Regime.SOCIAL),
        ("social", "tsi_member", "team", Regime.SOCIAL),
        ("health", "child_health_nurse", "office", Regime.HEALTH),
    ],
)
def test_the_capacity_tells_which_secrecy_the_knowledge_is_under(domain, role, kind, regime):
    assert rules.source_regime(domain=domain, role=role, unit_kind=kind) is regime


def test_the_receiving_unit_tells_which_secrecy_it_reads_under():
    assert rules.recipient_regime(domain=Domain.SCHOOL, unit_kind="school") is Regime.SCHOOL_SUPPORT
    assert rules.recipient_regime(domain=Domain.SCHOOL, unit_kind="preschool") is Regime.PRESCHOOL
    assert rules.recipient_regime(domain=Domain.HEALTH, unit_kind="office") is Regime.HEALTH


@pytest.mark.parametrize(
    ("danger", "told", "raised_as", "opens"),
    [
        (True, True, "guardian", ("no", "danger")),
        (False, True, "self", ("yes", "")),
        (False, False, "self", ("no", "not told yet")),
        (False, False, "guardian", ("yes", "")),
        (False, True, "child", ("child_decides", "raised by the child")),
    ],
)
def test_when_guardians_may_read(danger, told, raised_as, opens):
    assert rules.for_guardians(danger=danger, told=told, raised_as=raised_as) == opens


def test_a_talk_opens_only_what_waited_for_it():
    assert rules.opens_to_home(True, rules.NOT_TOLD)
    assert not rules.opens_to_home(False, rules.NOT_TOLD)
    assert not rules.opens_to_home(True, "danger")
    assert not rules.opens_to_home(True, "raised by the child")


def test_the_answer_is_due_in_five_working_days_and_the_feedback_in_three_weeks():
    assert rules.reply_due(DAY(2025, 11, 20)) == DAY(2025, 11, 27)
    assert rules.reply_due(DAY(2025, 12, 22)) == DAY(2026, 1, 5)
    assert rules.reply_due(DAY(2025, 11, 20), 1) == DAY(2025, 11, 21)
    assert rules.feedback_due(DAY(2025, 11, 20)) == DAY(2025, 12, 11)


def test_age_bands_never_straddle_eighteen():
    assert all(low >= 18 or high < 18 for low, high in rules.AGE_BANDS.values())


def test_a_note_is_kept_where_there_is_a_place_for_it():
    assert rules.may_keep_note(has_place=True)
    assert not rules.may_keep_note(has_place=False)
