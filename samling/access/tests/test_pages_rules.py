"""Who may assign, be assigned, end, tell and shut: every answer with its reason."""

import itertools

from samling.access import rules


def answers(rule, *names, **fixed):
    """Every combination of yes and no."""
    return {values: rule(**dict(zip(names, values, strict=True)), **fixed)
            for values in itertools.product((True, False), repeat=len(names))}


def test_only_one_who_leads_works_here_and_stands_in_the_same_branch_assigns():
    found = answers(rules.may_assign, "assigns", "works", "same_branch")
    assert [values for values, answer in found.items() if answer] == [(True, True, True)]
    assert len({answer.because for answer in found.values()}) == 4


def test_somebody_else_on_the_same_side_who_can_have_children_is_assigned_once():
    found = answers(rules.may_be_assigned, "herself", "holds", "same_side", "already")
    assert [values for values, answer in found.items() if answer] == [(False, True, True, False)]
    assert len({answer.because for answer in found.values()}) == 5


def test_an_assignment_is_ended_by_its_holder_or_by_one_who_leads():
    found = answers(rules.may_end_assignment, "mine", "assigns", "works")
    assert {values for values, answer in found.items() if not answer} == {
        (False, True, False), (False, False, True), (False, False, False)}


def test_telling_takes_a_yes_that_covers_it_to_staff_without_consent():
    found = answers(rules.may_tell, "yes", "by_consent", "to_staff", "covered")
    assert [values for values, answer in found.items() if answer] == [(True, False, True, True)]
    assert len({answer.because for answer in found.values()}) == 5


def test_what_stands_is_shut_by_one_who_works_with_the_child():
    found = answers(rules.may_stop_telling, "stands", "works")
    assert [values for values, answer in found.items() if answer] == [(True, True)]
