"""Who may give, approve, end, invite and build."""

import itertools

from samling.staff import rules


def yes(rule, *names):
    """The combinations that are answered with yes."""
    return [values for values in itertools.product((True, False), repeat=len(names))
            if rule(**dict(zip(names, values, strict=True)))]


def test_giving_and_ending_take_a_leader_or_the_administrator_of_the_same_organisation():
    wanted = [(True, True, True), (True, False, True), (False, True, True)]
    assert yes(rules.may_give, "leads", "runs", "same_organisation") == wanted
    ends = [(*values, False) for values in wanted]
    assert yes(rules.may_end, "leads", "runs", "same_organisation", "mine") == ends


def test_approving_takes_a_second_person():
    assert yes(rules.may_approve, "approves", "same_organisation", "mine", "given_by_me") == [(True, True, False, False)]


def test_inviting_takes_one_who_answers_for_every_place():
    assert yes(rules.may_invite, "gives_everywhere", "has_place", "herself") == [(True, True, False)]


def test_shutting_takes_one_who_answers_for_every_place_and_another_person():
    assert yes(rules.may_close, "gives_everywhere", "has_place", "herself") == [(True, True, False)]


def test_building_takes_the_administrator():
    assert yes(rules.may_build, "runs") == [(True,)]
