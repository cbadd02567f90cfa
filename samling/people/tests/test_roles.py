"""Role reference data: what a role can give never goes past what its place may hold."""

from datetime import date

import pytest

from samling.kernel.categories import Category
from samling.kernel.regime import HOLDS, Domain
from samling.people.roles import ROLES, choices, standing_roles

TODAY = date(2025, 11, 20)
WITHOUT_CHILDREN = {"programme_lead", "steering_group", "sysadmin", "records_officer", "dpo"}
WHOLE_UNIT = {"head_teacher", "deputy_head", "preschool_head", "student_health_head", "unit_head"}

every_role = pytest.mark.parametrize("rule", ROLES.values(), ids=ROLES.keys())


def test_only_leaders_named_in_the_decision_can_hold_a_whole_unit():
    assert {code for code, rule in ROLES.items() if rule.whole_unit} == WHOLE_UNIT


def test_those_who_lead_or_run_the_programme_hold_no_child():
    assert {code for code, rule in ROLES.items() if not rule.may_hold_children} == WITHOUT_CHILDREN
    for code in WITHOUT_CHILDREN:
        assert not (ROLES[code].categories or ROLES[code].by_decision or ROLES[code].whole_unit)


@every_role
def test_a_role_that_holds_children_needs_a_second_person(rule):
    if rule.may_hold_children:
        assert rule.needs_second_approval
        assert rule.categories


@every_role
def test_a_role_gives_only_what_its_places_may_hold(rule):
    may_hold = {c for domain in rule.domains for c in HOLDS[domain]}
    may_hold |= {c for domain in rule.domains for c in rule.leaning_in(domain)}
    assert set(rule.categories) <= may_hold
    assert set(rule.whole_unit) <= may_hold
    assert len(rule.categories) == len(set(rule.categories))


@every_role
def test_a_report_is_never_given_by_an_ordinary_assignment(rule):
    assert Category.REPORT not in rule.categories
    assert Category.REPORT not in rule.whole_unit


def test_words_of_the_child_and_of_the_home_are_never_given_by_the_unit():
    for rule in ROLES.values():
        assert not {Category.VOICE, Category.HOME, Category.MEDICAL} & set(rule.whole_unit)


def test_medical_words_stay_with_care_and_social_words_with_social_services():
    for code, rule in ROLES.items():
        for domain in (Domain.SCHOOL, Domain.PRIVATE_SCHOOL):
            assert not {Category.MEDICAL, Category.SOCIAL} & set(rule.categories_in(domain)), code


def test_a_team_member_employed_in_two_places_gets_each_place_its_own():
    member = ROLES["tsi_member"]
    assert Category.SOCIAL in member.categories_in(Domain.SOCIAL)
    assert Category.LEARNING not in member.categories_in(Domain.SOCIAL)
    assert Category.LEARNING in member.categories_in(Domain.SCHOOL)
    assert member.categories_in(Domain.SCHOOL_MEDICAL) == ()


def test_a_nurse_knows_whom_she_meets_but_reads_nothing_else_of_the_school():
    nurse = ROLES["school_nurse"]
    assert Category.IDENTITY in nurse.leaning_in(Domain.SCHOOL_MEDICAL)
    assert Category.LEARNING not in nurse.categories_in(Domain.SCHOOL_MEDICAL)
    assert nurse.leaning_in(Domain.SOCIAL) == ()


def test_exceptions_are_decided_by_heads_and_secrecy_officers():
    deciders = {code for code, rule in ROLES.items() if rule.may_decide_exceptions}
    assert deciders == {"head_teacher", "preschool_head", "unit_head", "care_head", "secrecy_officer"}


@every_role
def test_every_role_has_both_languages(rule):
    assert rule.title("sv") == rule.sv
    assert rule.title("en") == rule.en
    assert rule.sv and rule.en and rule.code.isidentifier() and len(rule.code) <= 30


def test_no_role_stands_before_the_act_it_rests_on():
    assert standing_roles(date(2025, 6, 30)) == []
    assert len(standing_roles(TODAY)) == len(ROLES) == len(choices("sv", TODAY))
