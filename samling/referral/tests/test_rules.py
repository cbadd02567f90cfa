"""The rules of asking and answering, and the suggested tier."""

import datetime as dt

import pytest

from samling.referral import rules
from samling.referral.rules import Row, State

TODAY = dt.date(2025, 11, 20)


def rows(*points):
    return dict(zip(Row, points, strict=True))


@pytest.mark.parametrize(
    ("points", "tier"),
    [((0,) * 7, 1), ((1, 1, 1, 1, 0, 0, 0), 1), ((1, 1, 1, 1, 1, 0, 0), 2), ((2, 2, 2, 1, 1, 1, 0), 2), ((2, 2, 2, 2, 2, 0, 0), 3), ((2,) * 7, 3)],
)
def test_the_suggested_tier_follows_from_the_sum(points, tier):
    found = rules.suggest(rows(*points))
    assert (found.tier, found.points, found.known) == (tier, sum(points), 7)


def test_a_row_that_is_not_known_counts_nothing_and_is_told():
    found = rules.suggest(rows(2, 2, None, None, 2, None, None))
    assert (found.points, found.known) == (6, 3)


@pytest.mark.parametrize(
    ("breadth", "response", "back"), [(0, 0, True), (1, 0, True), (2, 0, False), (0, 1, False), (None, 0, True), (0, None, False)]
)
def test_little_tried_in_few_places_points_back(breadth, response, back):
    assert rules.suggest({Row.BREADTH: breadth, Row.RESPONSE: response}).back is back


@pytest.mark.parametrize(("parties", "sip"), [(2, True), (1, False), (None, False)])
def test_two_authorities_raise_the_sip_question(parties, sip):
    assert rules.suggest({Row.PARTIES: parties}).sip is sip


@pytest.mark.parametrize(("worlds", "points"), [(0, None), (1, 0), (2, 1), (3, 2)])
def test_breadth_counts_worlds(worlds, points):
    assert rules.breadth(worlds) == points


@pytest.mark.parametrize(("days", "points"), [(0, 0), (29, 0), (30, 1), (182, 1), (183, 2)])
def test_duration_counts_from_the_first_concern(days, points):
    assert rules.duration(TODAY - dt.timedelta(days=days), TODAY) == points


def test_nothing_known_is_no_duration():
    assert rules.duration(None, TODAY) is None


@pytest.mark.parametrize(
    ("effects", "points"), [([], 0), (["not_evaluated"], 0), (["helped"], 1), (["no", "partly"], 1), (["no", "made_worse"], 2)]
)
def test_what_was_tried_counts_when_it_has_been_asked_about(effects, points):
    assert rules.response(effects) == points


@pytest.mark.parametrize(("step", "points"), [(None, None), (0, 0), (1, 1), (2, 1), (3, 2), (5, 2)])
def test_attendance_counts_the_local_step(step, points):
    assert rules.attendance(step) == points


@pytest.mark.parametrize(
    ("changed", "may"),
    [({}, True), ({"role": "mentor"}, False), ({"same_unit": False}, False), ({"is_protected": True}, False), ({"is_open": True}, False)],
)
def test_only_the_head_of_the_childs_school_asks(changed, may):
    usual = {"role": "head_teacher", "same_unit": True, "is_protected": False, "is_open": False}
    assert bool(rules.may_refer(**(usual | changed))) is may


@pytest.mark.parametrize(("serves", "ground", "may"), [(True, True, True), (False, True, False), (True, False, False)])
def test_a_team_that_meets_the_school_is_asked_on_a_yes(serves, ground, may):
    assert bool(rules.may_send(serves=serves, has_ground=ground)) is may


@pytest.mark.parametrize(
    ("at_team", "state", "to", "may"),
    [
        (True, State.RECEIVED, State.ACCEPTED, True),
        (True, State.RECEIVED, State.DECLINED, True),
        (False, State.RECEIVED, State.ACCEPTED, False),
        (True, State.ASKED, State.ACCEPTED, False),
        (True, State.REDIRECTED, State.ADVISED, True),
        (True, State.PASSED, State.ACCEPTED, False),
        (True, State.ACCEPTED, State.DECLINED, True),
        (True, State.ACCEPTED, State.ADVISED, False),
        (True, State.DECLINED, State.ACCEPTED, False),
    ],
)
def test_the_team_answers_what_it_has_received(at_team, state, to, may):
    assert bool(rules.may_answer(at_team=at_team, state=state, to=to)) is may


@pytest.mark.parametrize(("how", "joined", "may"), [("phone", False, True), ("here", False, False), ("here", True, True)])
def test_it_is_passed_on_when_the_receiver_has_said_yes(how, joined, may):
    assert bool(rules.may_pass(at_team=True, state=State.REDIRECTED, how=how, joined=joined)) is may
    assert not rules.may_pass(at_team=False, state=State.REDIRECTED, how=how, joined=joined)


@pytest.mark.parametrize(
    ("answer", "passed", "received", "ended", "state"),
    [
        (None, False, False, False, State.ASKED),
        (None, False, True, False, State.RECEIVED),
        (None, False, False, True, State.ENDED),
        (State.REDIRECTED, False, True, False, State.REDIRECTED),
        (State.REDIRECTED, True, True, True, State.PASSED),
        (State.ADVISED, False, True, True, State.ADVISED),
    ],
)
def test_where_it_stands_follows_from_the_rows(answer, passed, received, ended, state):
    assert rules.state_of(answer=answer, passed=passed, received=received, ended=ended) is state


def test_the_day_to_answer_is_in_working_days():
    assert rules.due(dt.date(2025, 11, 20), 5) == dt.date(2025, 11, 27)
    assert rules.due(dt.date(2025, 12, 22), 2) == dt.date(2025, 12, 29)


@pytest.mark.parametrize(("home", "school", "elsewhere"), [("9902", "9901", True), ("9901", "9901", False), ("", "9901", False)])
def test_living_elsewhere(home, school, elsewhere):
    assert rules.lives_elsewhere(home, school) is elsewhere
