"""When a package may be handed over, and what a no keeps back."""

import pytest

from samling.transition import rules
from samling.transition.rules import Kind, State, Way

READY = {"parts": 2, "unseen": 0, "child_seen": True, "kept": 0}
SENT = {"way": Way.INSIDE, "kind": Kind.SCHOOL, "domain": "school", "leads": True, "protected": False}


@pytest.mark.parametrize(("lacks", "says"), [
    ({"parts": 0}, "Write at least one part first."),
    ({"unseen": -1}, "No guardian is noted. Note who has custody, and show it to them first."),
    ({"unseen": 1}, "Show it to every guardian first, or note that you could not reach them."),
    ({"child_seen": False}, "Show it to the child first, or note why not."),
    ({"kept": 1}, "Somebody has said no to a part that is theirs. Take that part away first."),
])  # fmt: skip
def test_the_family_sees_it_first(lacks, says):
    assert rules.is_ready(**READY)
    answer = rules.is_ready(**READY | lacks)
    assert not answer and answer.because == says


@pytest.mark.parametrize(("other", "yes"), [
    ({}, True),
    ({"kind": Kind.MUNICIPALITY, "way": Way.FILE}, True),
    ({"domain": "private_school"}, True),
    ({"domain": "social"}, False),
    ({"kind": Kind.SPAN}, False),
    ({"leads": False}, False),
    ({"protected": True}, False),
    ({"protected": True, "way": Way.PAPER}, True),
    ({"way": Way.FAMILY, "domain": "social", "leads": False, "kind": Kind.SPAN, "protected": True}, True),
])  # fmt: skip
def test_only_from_school_to_school_without_a_yes_and_by_the_head(other, yes):
    assert bool(rules.may_send(**SENT | other)) is yes


@pytest.mark.parametrize(("child_no", "home_no", "kept"), [
    (False, False, []), (True, False, ["child"]), (False, True, ["home"]), (True, True, ["child", "home"]),
])  # fmt: skip
def test_a_no_keeps_ones_own_words_here_and_nothing_else(child_no, home_no, kept):
    codes = [("works", ""), ("child", "child"), ("home", "home")]
    assert rules.held_back(codes, child_no=child_no, home_no=home_no) == kept


def test_a_package_is_never_written_in_again():
    assert rules.may_write(writes=True, state=State.PREPARED)
    assert not any(rules.may_write(writes=True, state=state) for state in State if state is not State.PREPARED)
