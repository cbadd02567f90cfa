"""When one asks, what may be done, and what figures may say: by table."""

import datetime as dt
from dataclasses import replace

import pytest

from samling.adaptations import rules
from samling.adaptations.reference import BY_CODE, DECISION_KINDS, MORE, decision_kinds
from samling.adaptations.rules import Figure, State
from samling.questions.rules.adaptations import CATALOGUE

MONDAY, TODAY = dt.date(2025, 11, 17), dt.date(2025, 11, 20)
LATER = TODAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("starts_on", "asked_on"),
    [
        (dt.date(2025, 10, 6), dt.date(2025, 11, 17)),  # a Monday, six weeks on
        (dt.date(2025, 10, 11), dt.date(2025, 11, 21)),  # a Saturday: the Friday before
        (dt.date(2025, 10, 12), dt.date(2025, 11, 21)),  # a Sunday
        (dt.date(2025, 10, 10), dt.date(2025, 11, 21)),
    ],
)
def test_one_asks_after_six_weeks_at_the_latest(starts_on, asked_on):
    assert rules.evaluation_day(starts_on) == asked_on <= starts_on + rules.SIX_WEEKS


@pytest.mark.parametrize(
    ("starts_on", "evaluate_on", "ended", "state"),
    [
        (LATER, LATER, False, State.AHEAD),
        (MONDAY, LATER, False, State.TRYING),
        (MONDAY, TODAY, False, State.DUE),
        (MONDAY, MONDAY, False, State.DUE),
        (MONDAY, None, False, State.KEPT),
        (MONDAY, MONDAY, True, State.ENDED),
    ],
)
def test_where_it_stands(starts_on, evaluate_on, ended, state):
    assert rules.state(starts_on=starts_on, evaluate_on=evaluate_on, ended=ended, today=TODAY) is state


@pytest.mark.parametrize(("days", "asks"), [(-1, False), (0, False), (6, False), (7, True), (60, True)])
def test_the_team_is_asked_a_week_after_the_day(days, asks):
    assert rules.team_asks(TODAY - dt.timedelta(days=days), TODAY) is asks


def test_the_team_is_never_asked_about_what_is_part_of_every_day():
    assert not rules.team_asks(None, TODAY)


HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(hours=24)


@pytest.mark.parametrize(
    ("answer", "may"),
    [
        (rules.may_work(writes=True), True),
        (rules.may_work(writes=False), False),
        (rules.may_support(writes=False), False),
        (rules.may_support(writes=True), True),
        (rules.may_change(ended=False), True),
        (rules.may_change(ended=True), False),
        (rules.may_evaluate(ended=False, asked=True), True),
        (rules.may_evaluate(ended=True, asked=False), True),
        (rules.may_evaluate(ended=True, asked=True), False),
        (rules.may_take_back(is_own=True, age=HOUR, asked=False), True),
        (rules.may_take_back(is_own=False, age=HOUR, asked=False), False),
        (rules.may_take_back(is_own=True, age=DAY, asked=False), False),
        (rules.may_take_back(is_own=True, age=HOUR, asked=True), False),
        (rules.may_decide(decided=False, ended=False, only_head=False, by_head=False), True),
        (rules.may_decide(decided=False, ended=False, only_head=True, by_head=True), True),
        (rules.may_decide(decided=False, ended=False, only_head=True, by_head=False), False),
        (rules.may_decide(decided=True, ended=False, only_head=False, by_head=True), False),
        (rules.may_decide(decided=False, ended=True, only_head=False, by_head=True), False),
        (rules.may_look_again(decided=True, ended=False), True),
        (rules.may_look_again(decided=False, ended=False), False),
        (rules.may_look_again(decided=True, ended=True), False),
    ],
)
def test_what_may_be_done_and_why(answer, may):
    assert bool(answer) is may
    assert answer.because.endswith((".", "(Education Act 3:9)."))


# -- figures ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    # Newcombe 1998, table I (81 of 263, 15 of 148, 0 of 20, 1 of 29): Wilson without correction.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_wilsons(hits, of, low, high):
    assert rules.wilson(hits, of) == pytest.approx((low, high), abs=6e-5)


@pytest.mark.parametrize("of", [10, 25, 60, 400])
def test_the_interval_holds_the_share_and_narrows(of):
    wide, narrow = rules.wilson(of // 2, of), rules.wilson(of * 5, of * 10)
    assert wide.low < 0.5 < wide.high and narrow.width < wide.width


@pytest.mark.parametrize(
    ("figure", "sure"),
    [
        (Figure("x", (("early", 9),)), False),
        (Figure("x", (("early", 10),), 10, 5, 5), False),
        (Figure("x", (("early", 24),), 24, 12, 12), True),
        (Figure("x", (("early", 40),), 40, 36, 40), True),
        (Figure("x", (("early", 10),), 10, 6, 10), False),
    ],
)
def test_a_share_is_put_into_a_word_only_when_it_is_known_well(figure, sure):
    assert figure.is_sure is sure


def test_a_hidden_side_widens_the_interval():
    told, hidden = Figure("x", (("early", 30),), 30, 28, 28), Figure("x", (("early", 30),), 30, 26, 30)
    assert hidden.interval.low < told.interval.low and hidden.interval.high >= told.interval.high


def test_the_number_of_children_is_the_sum_of_what_is_shown():
    assert Figure("x", (("early", 7), ("several", 6)), 10, 5, 5).children == 13


@pytest.mark.parametrize(
    ("share", "word"),
    [(0, "almost none"), (0.14, "almost none"), (0.3, "a few"), (0.5, "about half"), (0.7, "most"), (1, "almost all")],
)
def test_shares_in_words(share, word):
    assert rules.share_word(share) == word


def test_the_strip_counts_what_it_is_given():
    assert rules.strip(["no", "helped", "helped", "not_evaluated"]) == {"helped": 2, "no": 1, "not_evaluated": 1}
    assert rules.strip([]) == {}


@pytest.mark.parametrize(
    ("on", "term"),
    [
        (dt.date(2025, 1, 1), dt.date(2025, 1, 1)),
        (dt.date(2025, 6, 30), dt.date(2025, 1, 1)),
        (dt.date(2025, 7, 1), dt.date(2025, 7, 1)),
        (dt.date(2025, 12, 31), dt.date(2025, 7, 1)),
    ],
)
def test_terms(on, term):
    assert rules.term_of(on) == term


# -- reference data ---------------------------------------------------------------------------------------------------
def test_every_practice_has_a_second_sentence():
    assert set(MORE) == set(CATALOGUE)


def test_what_the_law_says_of_each_decision():
    heads_alone = {one.code for one in DECISION_KINDS if one.only_head}
    assert heads_alone == {"group", "alone", "timetable"}, "skollagen 3:9, third part: 3:11 and 3:12"
    assert {one.code for one in decision_kinds(TODAY, at_preschool=True)} == {"preschool", "preschool_none"}
    assert not [one for one in decision_kinds(TODAY, at_preschool=True) if one.code == "programme"]
    assert {one.code for one in DECISION_KINDS if not one.gives} == {"none", "preschool_none"}


def test_a_kind_ends_and_another_begins_without_a_line_of_code():
    change = dt.date(2028, 7, 1)
    old, new = BY_CODE["programme"], replace(BY_CODE["programme"], code="teaching_support", from_on=change)
    kinds = (replace(old, to_on=change), new)
    before, after = (decision_kinds(on, at_preschool=False, of=kinds) for on in (change - dt.timedelta(days=1), change))
    assert [one.code for one in before] == ["programme"] and [one.code for one in after] == ["teaching_support"]
