"""Which secrecy a place works under (Domain), and which rule covers one kind of information (Regime).

A domain belongs to a branch, that is to a compartment. Inside a school one compartment holds information
under several rules of the secrecy act (OSL 23:1-3); the category tells which of them applies.
"""

from enum import StrEnum

from .categories import Category


class Domain(StrEnum):
    """The secrecy side a branch stands on (OSL 8:1-2)."""

    SCHOOL = "school"
    PRIVATE_SCHOOL = "private_school"
    SCHOOL_MEDICAL = "school_medical"
    SOCIAL = "social"
    HEALTH = "health"
    REPORT = "report"
    NONE = "none"


class Regime(StrEnum):
    """The rule that makes one kind of information secret; the paragraph stands in PARAGRAPH."""

    PRESCHOOL = "preschool"
    SCHOOL_HEALTH = "school_health"
    SCHOOL_SUPPORT = "school_support"
    SCHOOL_OTHER = "school_other"
    LEISURE = "leisure"
    SCHOOL_MEDICAL = "school_medical"
    HEALTH = "health"
    SOCIAL = "social"
    PRIVATE_SCHOOL = "private_school"
    REPORT = "report"


PARAGRAPH = {
    Regime.PRESCHOOL: "OSL 23:1",
    Regime.SCHOOL_HEALTH: "OSL 23:2",
    Regime.SCHOOL_SUPPORT: "OSL 23:2",
    Regime.SCHOOL_OTHER: "OSL 23:2",
    Regime.LEISURE: "OSL 23:3",
    Regime.SCHOOL_MEDICAL: "OSL 25:1",
    Regime.HEALTH: "OSL 25:1",
    Regime.SOCIAL: "OSL 26:1",
    Regime.PRIVATE_SCHOOL: "Skollagen 29:14",
    Regime.REPORT: "OSL 40:7 g",
}

# Secret unless it is clear that no harm is done (reversed harm test); others: open unless harm is assumed.
STRONG = frozenset(Regime) - {Regime.SCHOOL_SUPPORT, Regime.SCHOOL_OTHER, Regime.PRIVATE_SCHOOL}

EVERYWHERE = (
    Category.IDENTITY,
    Category.CONTACT,
    Category.CONCERN,
    Category.HOME,
    Category.VOICE,
    Category.CONSENT,
    Category.NO_CONTACT,
)
AT_SCHOOL = (
    Category.ATTENDANCE,
    Category.LEARNING,
    Category.ADAPTATIONS,
    Category.SUPPORT,
    Category.STUDENT_HEALTH,
    Category.RELATIONS,
    Category.LEISURE,
    Category.PRESCHOOL,
)

# What a compartment may hold at all.
HOLDS: dict[Domain, tuple[Category, ...]] = {
    Domain.SCHOOL: tuple(sorted(EVERYWHERE + AT_SCHOOL)),
    Domain.PRIVATE_SCHOOL: tuple(sorted(EVERYWHERE + AT_SCHOOL)),
    Domain.SCHOOL_MEDICAL: (
        Category.CONCERN,
        Category.MEDICAL,
        Category.HOME,
        Category.VOICE,
        Category.CONSENT,
        Category.NO_CONTACT,
    ),
    Domain.SOCIAL: tuple(sorted((*EVERYWHERE, Category.SOCIAL))),
    Domain.HEALTH: tuple(sorted((*EVERYWHERE, Category.MEDICAL))),
    Domain.REPORT: (Category.REPORT,),
    Domain.NONE: (),
}

# A compartment that hangs on another's child row reads these from it: the name flows to the nurse, not back.
LEANS_ON: dict[Domain, tuple[Category, ...]] = {
    Domain.SCHOOL_MEDICAL: (Category.IDENTITY, Category.CONTACT),
    Domain.REPORT: (Category.IDENTITY,),
}

_SCHOOL_RULES = {
    Category.IDENTITY: Regime.SCHOOL_OTHER,
    Category.CONTACT: Regime.SCHOOL_OTHER,
    Category.ATTENDANCE: Regime.SCHOOL_OTHER,
    Category.LEARNING: Regime.SCHOOL_OTHER,
    Category.STUDENT_HEALTH: Regime.SCHOOL_HEALTH,
    Category.LEISURE: Regime.LEISURE,
    Category.PRESCHOOL: Regime.PRESCHOOL,
    Category.REPORT: Regime.REPORT,
    Category.MEDICAL: Regime.SCHOOL_MEDICAL,
}

_OTHER_RULES = {
    Domain.PRIVATE_SCHOOL: Regime.PRIVATE_SCHOOL,
    Domain.SCHOOL_MEDICAL: Regime.SCHOOL_MEDICAL,
    Domain.SOCIAL: Regime.SOCIAL,
    Domain.HEALTH: Regime.HEALTH,
    Domain.REPORT: Regime.REPORT,
}


def regime_of(domain: Domain, category: Category, *, preschool: bool = False) -> Regime:
    """The secrecy rule over a category in a compartment; `preschool` when the unit is a preschool (OSL 23:1).

    Raises KeyError for Domain.NONE, which holds nothing about a child.
    """
    if category == Category.REPORT:
        return Regime.REPORT
    if domain != Domain.SCHOOL:
        return _OTHER_RULES[domain]
    if preschool and category != Category.MEDICAL:
        return Regime.PRESCHOOL
    return _SCHOOL_RULES.get(category, Regime.SCHOOL_SUPPORT)
