"""What the rules answer: tables by hand, and properties by machine."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.consent import rules, rules_exception
from samling.consent.rules import Giver, Question, State, Word, status, wall_state
from samling.kernel.ages import age_on

AT = dt.datetime(2025, 11, 20, 9, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
NAME, HOME = 65, 78


def word(yes=True, *walls, back=None, at=AT - DAY):
    return Word(yes, frozenset(walls or (NAME, HOME)), at, back)


def question(*givers, until=AT + 100 * DAY, start=AT - 2 * DAY, ended=False):
    return Question((NAME, HOME), start, until, tuple(givers), ended)


def giver(key, said=None, **more):
    return Giver(key=key, name=key.title(), word=said, **more)


YES, NO, BACK = word(), word(False), word(back=AT)


@pytest.mark.parametrize(
    ("hodan", "ali", "state"),
    [
        (YES, YES, State.GIVEN),
        (YES, None, State.WAITING),
        (None, None, State.WAITING),
        (YES, NO, State.CONFLICT),
        (NO, NO, State.REFUSED),
        (NO, None, State.REFUSED),
        (BACK, YES, State.WITHDRAWN),
        (BACK, NO, State.WITHDRAWN),
        (BACK, None, State.WITHDRAWN),
    ],
)
def test_two_guardians_decide_together(hodan, ali, state):
    asked = question(giver("hodan", hodan), giver("ali", ali))
    assert status(asked, AT, AT).state == state
    assert status(question(giver("ali", ali), giver("hodan", hodan)), AT, AT).state == state


def test_a_yes_to_a_part_is_a_yes_to_that_part_alone():
    asked = question(giver("hodan", YES), giver("ali", word(True, NAME)))
    assert wall_state(asked, NAME, AT) == State.GIVEN
    assert wall_state(asked, HOME, AT) == State.CONFLICT
    assert status(asked, AT, AT).state == State.PARTLY


def test_the_child_who_is_asked_counts_as_much_as_the_adults():
    adults = (giver("hodan", YES), giver("ali", YES))
    assert status(question(*adults, giver("child", None)), AT, AT).waits_for == ("Child",)
    assert status(question(*adults, giver("child", NO)), AT, AT).state == State.CONFLICT
    assert status(question(*adults, giver("child", YES)), AT, AT).state == State.GIVEN


def test_an_exception_stands_in_for_one_guardian_but_never_for_all():
    assert (
        status(question(giver("hodan", YES), giver("ali", exception="prevented")), AT, AT).state
        == State.GIVEN
    )
    assert status(question(giver("ali", exception="prevented")), AT, AT).state == State.DECISION
    assert (
        status(question(giver("hodan", NO, exception="fb_6_13a_decision"), giver("ali", YES)), AT, AT).state
        == State.GIVEN
    )


def test_nobody_waits_for_those_who_must_not_be_reached():
    asked = question(giver("dragan", reachable=False), giver("child", YES))
    found = status(asked, AT, AT)
    assert (found.state, found.waits_for) == (State.DECISION, ())


@pytest.mark.parametrize(
    ("until", "start", "ended", "state"),
    [
        (AT + 31 * DAY, AT - DAY, False, State.GIVEN),
        (AT + 30 * DAY, AT - DAY, False, State.SOON),
        (AT + dt.timedelta(microseconds=1), AT - DAY, False, State.SOON),
        (AT, AT - DAY, False, State.EXPIRED),
        (AT + 100 * DAY, AT, False, State.GIVEN),
        (AT + 100 * DAY, AT + dt.timedelta(microseconds=1), False, State.LATER),
        (AT + 100 * DAY, AT - DAY, True, State.ENDED),
    ],
)
def test_the_period_is_half_open(until, start, ended, state):
    asked = question(giver("hodan", YES), until=until, start=start, ended=ended)
    assert status(asked, AT, AT).state == state


def test_waiting_is_counted_in_days_as_people_count_them():
    asked = question(giver("hodan", YES), giver("ali"))
    assert status(asked, AT, AT - 3 * DAY).days == 3
    assert status(asked, AT, AT - 3 * DAY + dt.timedelta(seconds=1)).days == 3


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (dt.date(2010, 11, 20), dt.date(2025, 11, 20), 15),
        (dt.date(2010, 11, 21), dt.date(2025, 11, 20), 14),
        (dt.date(2008, 2, 29), dt.date(2023, 2, 28), 14),
        (dt.date(2008, 2, 29), dt.date(2023, 3, 1), 15),
        (None, dt.date(2025, 11, 20), 14),
    ],
)
def test_age_is_never_guessed_too_high(born, day, age):
    assert age_on(day, born, 2010) == age


ASK = {
    "kind": "secrecy_waiver",
    "told": True,
    "own_unit": False,
    "walls": 2,
    "givers": 2,
    "at": AT,
    "from_at": AT,
    "until_at": AT + 10 * DAY,
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"told": False},
        {"own_unit": True},
        {"kind": "participation"},
        {"walls": 0},
        {"givers": 0},
        {"until_at": AT},
        {"until_at": AT + 367 * DAY},
        {"from_at": AT - 20 * DAY, "until_at": AT - DAY},
    ],
)
def test_a_question_without_who_what_or_how_long_is_not_asked(wrong):
    assert rules.may_ask(**ASK)
    assert not rules.may_ask(**ASK | wrong)


ANSWER = {"over": False, "asked": True, "walls_fit": True, "said_at": AT, "at": AT, "last_at": None}


@pytest.mark.parametrize(
    "wrong",
    [
        {"over": True},
        {"asked": False},
        {"walls_fit": False},
        {"said_at": AT + DAY},
        {"last_at": AT},
        {"last_at": AT + DAY},
    ],
)
def test_an_answer_is_the_givers_own_and_newest_word(wrong):
    assert rules.may_answer(**ANSWER)
    assert not rules.may_answer(**ANSWER | wrong)


@pytest.mark.parametrize(
    ("over", "newest", "said", "may"),
    [
        (False, True, YES, True),
        (True, True, YES, False),
        (False, False, YES, False),
        (False, True, NO, False),
        (False, True, BACK, False),
    ],
)
def test_only_a_standing_yes_is_taken_back(over, newest, said, may):
    assert bool(rules.may_take_back(over=over, newest=newest, word=said)) is may


EXCEPT = {
    "officer": True,
    "over": False,
    "reason": "prevented",
    "age": 10,
    "child_yes": False,
    "custody": "joint",
    "said_no": False,
    "other_yes": True,
}


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({}, True),
        ({"officer": False}, False),
        ({"over": True}, False),
        ({"other_yes": False}, False),
        ({"said_no": True}, False),
        ({"said_no": True, "reason": "minor_measure"}, False),
        ({"said_no": True, "reason": "fb_6_13a_decision"}, True),
        ({"reason": "unknown_custody"}, False),
        ({"reason": "unknown_custody", "custody": "unknown"}, True),
        ({"reason": "child_alone", "age": 14, "child_yes": True}, False),
        ({"reason": "child_alone", "age": 15, "child_yes": False}, False),
        ({"reason": "child_alone", "age": 15, "child_yes": True, "other_yes": False}, True),
    ],
)
def test_an_exception_has_an_officer_and_a_ground_in_law(change, may):
    answer = rules_exception.may_decide_exception(**EXCEPT | change)
    assert bool(answer) is may
    assert answer.because


BESIDE_A_YES = {"fb_6_13a_decision", "prevented", "minor_measure"}


@pytest.mark.parametrize(
    ("people", "age", "whom", "grounds"),
    [
        ([giver("a", custody="sole")], 10, "", set()),  # one alone has nobody whose answer is missing
        ([giver("a", YES, custody="sole")], 10, "", set()),
        ([giver("a", custody="sole")], 15, "", {"child_alone"}),
        ([giver("a", YES, custody="sole")], 17, "", set()),
        ([giver("child", YES)], 18, "", set()),
        ([giver("a", custody="joint"), giver("b", custody="joint")], 10, "", set()),  # nobody's yes to stand beside
        ([giver("a", YES, custody="joint"), giver("b", custody="joint")], 10, "b", BESIDE_A_YES),
        ([giver("a", YES, custody="joint"), giver("b", custody="joint")], 15, "b", BESIDE_A_YES | {"child_alone"}),
        ([giver("a", YES, custody="joint"), giver("b", YES, custody="joint")], 10, "", set()),
        ([giver("a", YES, custody="joint"), giver("b", NO, custody="joint")], 10, "b", {"fb_6_13a_decision"}),
        ([giver("a", YES, custody="joint"), giver("b", custody="unknown")], 10, "b", BESIDE_A_YES | {"unknown_custody"}),
        ([giver("a", YES, custody="joint"), giver("b", custody="joint", exception="prevented")], 10, "", set()),
    ],
)
def test_what_is_offered_is_what_can_be_decided(people, age, whom, grounds):
    assert "".join(one.key for one in rules_exception.left_out(people)) == whom
    assert rules_exception.reasons(people, age=age) == grounds


def test_telling_insists_on_each_thing_told():
    def tell(*states, kind="sip", readable=True):
        return rules.may_open(kind=kind, states=frozenset(states), readable=readable)

    assert tell(State.GIVEN, State.SOON)
    assert not tell(State.GIVEN, State.WAITING)
    assert not tell()
    assert not tell(State.GIVEN, kind="participation")
    assert not tell(State.GIVEN, readable=False)


def test_asking_alone_and_writing_need_the_right_and_the_age():
    assert rules.may_ask_alone(may_know=True, age=15)
    assert not rules.may_ask_alone(may_know=True, age=14)
    assert not rules.may_ask_alone(may_know=False, age=17)
    assert rules.may_write(may_know=True) and not rules.may_write(may_know=False)


def test_what_a_giver_has_said_in_one_word():
    said = [
        giver("a", YES),
        giver("a", NO),
        giver("a", BACK),
        giver("a"),
        giver("a", reachable=False),
        giver("a", YES, exception="prevented"),
    ]
    assert [one.said for one in said] == ["yes", "no", "taken_back", "silent", "stopped", "excepted"]


words = st.builds(
    Word,
    st.booleans(),
    st.frozensets(st.sampled_from([NAME, HOME])),
    st.just(AT - DAY),
    st.one_of(st.none(), st.just(AT)),
)
givers = st.lists(
    st.builds(
        Giver,
        key=st.just("g"),
        name=st.just("G"),
        word=st.one_of(st.none(), words),
        exception=st.sampled_from(["", "", "prevented", "fb_6_13a_decision"]),
        reachable=st.booleans(),
    ),
    max_size=4,
)


@given(givers, st.sampled_from([NAME, HOME]))
def test_it_stands_only_when_everyone_without_an_exception_agrees(people, wall):
    state = wall_state(question(*people), wall, AT)
    everyone = all(one.exception or (one.word and one.word.agrees(wall)) for one in people)
    someone = any(one.word and one.word.agrees(wall) for one in people)
    assert (state in rules.STANDS) == (everyone and someone)


@given(givers)
def test_a_withdrawal_never_makes_anything_stand_that_did_not(people):
    before = {wall: wall_state(question(*people), wall, AT) for wall in (NAME, HOME)}
    gone = [
        Giver(
            key=one.key,
            name=one.name,
            exception=one.exception,
            reachable=one.reachable,
            word=one.word and Word(one.word.yes, one.word.walls, one.word.at, AT),
        )
        for one in people
    ]
    for wall, state in before.items():
        if wall_state(question(*gone), wall, AT) in rules.STANDS:
            assert state in rules.STANDS


@given(givers)
def test_waiting_names_only_those_who_may_be_reached_and_have_not_answered(people):
    found = status(question(*people), AT, AT)
    assert len(found.waits_for) <= sum(
        one.word is None and one.reachable and not one.exception for one in people
    )


@given(st.sampled_from(sorted(rules.State)))
def test_every_state_has_a_word_and_a_shape(state):
    from samling.consent.words import LOOKS

    assert LOOKS[state].word and LOOKS[state].glyph


@given(st.sampled_from(["prevented", "minor_measure", "fb_6_13a_decision", "unknown_custody", "child_alone"]))
def test_a_no_ends_what_only_stood_in_for_silence(reason):
    assert rules_exception.falls_by_no(reason) == (reason not in ("fb_6_13a_decision", "child_alone"))
