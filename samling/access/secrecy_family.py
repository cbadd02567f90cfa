"""Telling the guardian and the child: secrecy protects the child, and seldom against those closest."""

from samling.kernel.regime import Regime

from . import secrecy_words as words
from .verdict import Basis, Facts, Recipient, Verdict, know, no, with_consent, yes

OPEN_TO_THE_CHILD = frozenset(
    {
        Regime.SCHOOL_OTHER,
        Regime.SCHOOL_SUPPORT,
        Regime.SCHOOL_HEALTH,
        Regime.LEISURE,
        Regime.PRIVATE_SCHOOL,
    }
)
FAMILY = frozenset({Recipient.GUARDIAN, Recipient.CHILD})


def to_guardian(f: Facts) -> Verdict | None:
    """OSL 12:3: secrecy for the child does not hold toward the guardian, with two exceptions."""
    if know(f, "recipient") != Recipient.GUARDIAN:
        return None
    if know(f, "no_contact"):
        return no(words.NO_CONTACT, "OSL 12:3")
    if know(f, "significant_harm"):
        return no(words.SIGNIFICANT_HARM, "OSL 12:3")
    if know(f, "child_age") >= 12 and know(f, "child_decides"):
        return with_consent(f, words.CHILD_DECIDES, "OSL 12:3")
    return yes(Basis.OTHER_LAW, words.GUARDIAN_READS, "OSL 12:3")


def to_child(f: Facts) -> Verdict | None:
    """Secrecy does not hold toward the one it protects (OSL 12:1); a young child is told by maturity."""
    if know(f, "recipient") != Recipient.CHILD:
        return None
    if f.source in OPEN_TO_THE_CHILD:
        return yes(Basis.OTHER_LAW, words.CHILD_READS, "OSL 12:1")
    if f.source == Regime.SOCIAL and know(f, "child_age") >= 15:
        return yes(Basis.OTHER_LAW, words.CHILD_IS_PARTY, "SoL 3:4, OSL 12:1")
    if know(f, "mature"):
        return yes(Basis.OTHER_LAW, words.CHILD_MATURE, "OSL 12:1")
    return no(words.CHILD_NOT_READY, "OSL 12:3, SoL 3:2")
