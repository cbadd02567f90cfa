"""Proposals and dates: what to try next, which tier it points at, when it is due."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.questions.reference import DEADLINES, LADDERS, PLACEMENT, SUPPORT_KINDS, TIERS
from samling.questions.reference.catalogue import BECAUSE, CATALOGUE, NOTHING_LOW
from samling.questions.rules import adaptations, dates, tiers
from samling.questions.rules.adaptations import catalogue, hardness, untried
from samling.questions.rules.shape import Stage
from samling.questions.sets import PUBLISHED

DAY = date(2025, 11, 20)


def test_the_catalogue_serves_both_school_and_preschool():
    assert 20 <= len(catalogue(Stage.SCHOOL, DAY)) <= 27
    assert 15 <= len(catalogue(Stage.PRESCHOOL, DAY)) <= 27
    assert catalogue(Stage.SCHOOL, date(2020, 1, 1)) == []
    assert adaptations.adaptation("ADAPT-MOVE").title
    assert adaptations.adaptation("ADAPT-UNKNOWN") is None


def test_every_adaptation_answers_to_blocks_that_exist():
    blocks = {block.code for asked in PUBLISHED for block in asked.blocks}
    for code, one in CATALOGUE.items():
        assert code == one.code and code.startswith("ADAPT-") and one.how.endswith(".")
        assert one.stages and set(one.blocks) <= blocks and set(one.blocks) <= set(BECAUSE)


def test_what_is_hard_decides_what_is_proposed_first():
    ideas = untried([], {"f-state": 0, "d-state": 4}, at=DAY)
    assert ideas[0].practice.blocks[0] == "F"
    assert ideas[0].because == BECAUSE["F"]
    assert all("F" in idea.practice.blocks for idea in ideas)


def test_what_was_tried_is_not_proposed_again():
    first = untried([], {"e-state": 1}, at=DAY)
    again = untried([idea.code for idea in first], {"e-state": 1}, at=DAY)
    assert not {idea.code for idea in first} & {idea.code for idea in again}


def test_much_absence_makes_attendance_hard_without_a_scale():
    assert hardness({"c-percent-month": 24}) == {"C": 3}
    assert hardness({"c-percent-month": 14.5, "c-state": None}) == {}
    assert "C" in untried([], {"c-percent-month": 24}, at=DAY)[0].practice.blocks


def test_an_opened_card_counts_a_little_and_a_good_one_not_at_all():
    assert hardness({"f-state": 2, "g-state": 3}, ["H"]) == {"F": 2, "H": 1}


def test_where_nothing_is_low_something_is_still_offered():
    ideas = untried([], {}, at=DAY, most=4)
    assert len(ideas) == 4 and {idea.because for idea in ideas} == {NOTHING_LOW}
    assert untried(CATALOGUE, {}, at=DAY) == []


@given(
    tried=st.sets(st.sampled_from(sorted(CATALOGUE))),
    states=st.dictionaries(st.sampled_from("defghijlmnop").map(lambda b: f"{b}-state"), st.integers(0, 4)),
    stage=st.sampled_from(Stage),
)
def test_a_proposal_is_untried_offered_here_and_has_a_reason(tried, states, stage):
    for idea in untried(tried, states, at=DAY, stage=stage):
        assert idea.code not in tried and stage in idea.practice.stages
        assert idea.because in {*BECAUSE.values(), NOTHING_LOW}


def test_the_score_suggests_the_tier_of_its_span():
    for points in product((0, 1, 2), repeat=len(PLACEMENT)):
        found = tiers.suggest_tier(dict(zip(PLACEMENT, points, strict=True)))
        assert found.tier.number == (1 if sum(points) <= 4 else 2 if sum(points) <= 9 else 3)
        assert found.score == sum(points) == sum(reason.points for reason in found.reasons)
        assert found.is_whole


def test_what_was_not_answered_is_named():
    found = tiers.suggest_tier({"breadth": 2})
    assert not found.is_whole and "child" in found.unanswered and found.notes == ()


def test_overrides_stand_beside_the_score():
    rows = dict.fromkeys(PLACEMENT, 0)
    found = tiers.suggest_tier(rows, harm_suspected=True, social_and_care=True, acute_health=True)
    assert found.notes == (tiers.REPORT_FIRST, tiers.CARE_NOW, tiers.SIP_QUESTION, tiers.TRY_FIRST)
    assert tiers.suggest_tier({**rows, "response": 1}).notes == ()
    assert tiers.suggest_tier({**rows, "breadth": 2}).notes == ()


@pytest.mark.parametrize("points", [{"weather": 1}, {"breadth": 3}, {"breadth": -1}])
def test_a_row_or_value_that_is_not_there_is_refused(points):
    with pytest.raises(ValueError, match="No such row"):
        tiers.suggest_tier(points)


def test_reference_data_is_told_apart_by_its_code():
    for rows in (DEADLINES, SUPPORT_KINDS, LADDERS, TIERS):
        codes = [row.code for row in rows]
        assert len(set(codes)) == len(codes)


def test_legal_time_limits_are_counted_in_days_and_months():
    assert dates.due_on("open_or_not", date(2025, 11, 20)) == date(2025, 12, 4)
    assert dates.due_on("child_inquiry", date(2025, 10, 31)) == date(2026, 2, 28)
    assert dates.due_on("support_not_given", date(2025, 11, 30)) == date(2026, 2, 28)
    assert dates.due_on("concern_report", DAY) == DAY
    assert dates.due_on("support_inquiry", DAY) is None
    with pytest.raises(LookupError):
        dates.due_on("no-such", DAY)


def test_rows_end_and_new_ones_begin():
    row = SUPPORT_KINDS[0]
    ended = replace(row, to_on=date(2028, 7, 1))
    assert dates.standing([ended], date(2028, 6, 30)) == [ended]
    assert dates.standing([ended], date(2028, 7, 1)) == []
    assert len(dates.support_kinds(DAY)) == len(SUPPORT_KINDS)
    assert dates.deadlines(date(2020, 1, 1)) == []


def test_a_ladder_is_climbed_one_step_at_a_time():
    steps = dates.ladder("two-weeks")
    assert dates.step_reached(steps, percent=24, weeks=4).number == 1
    assert dates.step_reached(steps, percent=24, weeks=3) is None
    assert dates.step_reached(steps, percent=90, weeks=2, step_before=1).number == 2
    assert dates.step_reached(steps, percent=90, weeks=9, step_before=3) is None
    fifteen = dates.ladder("fifteen-percent")
    assert dates.step_reached(fifteen, percent=99, weeks=9) is None  # its first step is a person's eye
    assert dates.step_reached(fifteen, percent=15, weeks=2, step_before=2).follow_up_days == 21
