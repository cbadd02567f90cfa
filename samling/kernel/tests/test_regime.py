"""Which secrecy rule covers what."""

import pytest

from samling.kernel.categories import Category
from samling.kernel.regime import HOLDS, LEANS_ON, PARAGRAPH, STRONG, Domain, Regime, regime_of

HELD = [(domain, category) for domain, categories in HOLDS.items() for category in categories]


@pytest.mark.parametrize(("domain", "category"), HELD)
def test_everything_a_compartment_holds_has_a_rule_with_a_paragraph(domain, category):
    assert PARAGRAPH[regime_of(domain, category)]


def test_a_school_holds_information_under_several_rules():
    assert regime_of(Domain.SCHOOL, Category.ATTENDANCE) == Regime.SCHOOL_OTHER
    assert regime_of(Domain.SCHOOL, Category.ADAPTATIONS) == Regime.SCHOOL_SUPPORT
    assert regime_of(Domain.SCHOOL, Category.STUDENT_HEALTH) == Regime.SCHOOL_HEALTH
    assert regime_of(Domain.SCHOOL, Category.LEISURE) == Regime.LEISURE
    assert regime_of(Domain.SCHOOL, Category.MEDICAL, preschool=True) == Regime.SCHOOL_MEDICAL


def test_everything_in_a_preschool_is_under_the_strong_rule():
    for category in HOLDS[Domain.SCHOOL]:
        assert regime_of(Domain.SCHOOL, category, preschool=True) == Regime.PRESCHOOL


def test_a_report_is_under_its_own_rule_wherever_it_stands():
    for domain in Domain:
        assert regime_of(domain, Category.REPORT) == Regime.REPORT


def test_school_never_holds_medical_or_social_words():
    for domain in (Domain.SCHOOL, Domain.PRIVATE_SCHOOL):
        assert not {Category.MEDICAL, Category.SOCIAL, Category.REPORT} & set(HOLDS[domain])


def test_health_and_social_rules_are_strong_and_teaching_is_not():
    assert {Regime.HEALTH, Regime.SCHOOL_MEDICAL, Regime.SOCIAL, Regime.REPORT, Regime.PRESCHOOL} <= STRONG
    assert Regime.SCHOOL_OTHER not in STRONG


def test_a_hanging_compartment_leans_only_on_who_the_child_is():
    assert set(LEANS_ON) == {Domain.SCHOOL_MEDICAL, Domain.REPORT}
    assert all(set(c) <= {Category.IDENTITY, Category.CONTACT} for c in LEANS_ON.values())


def test_a_place_without_children_has_no_rule():
    with pytest.raises(KeyError):
        regime_of(Domain.NONE, Category.IDENTITY)
