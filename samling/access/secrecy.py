"""May I tell? The secrecy act's disclosure matrix as plain rules (domain reference 6.2).

Whether something named about a child under 18 may be told across a wall: yes with a ground, ask for
consent, or no. School can often tell social services; social services and health care can almost never
tell school. A rule asks for one fact at a time, so that the page can walk (telling.py). The law weighs
words that no program can weigh, such as harm: a person answers those questions and signs for it.
"""

from collections.abc import Callable
from typing import Any

from samling.kernel.regime import PARAGRAPH, STRONG, Regime

from . import secrecy_words as words
from .secrecy_family import FAMILY, to_child, to_guardian
from .verdict import Basis, Facts, Matter, Recipient, Verdict, ask, know, no, with_consent, yes

SCHOOL = frozenset({Regime.SCHOOL_OTHER, Regime.SCHOOL_SUPPORT, Regime.SCHOOL_HEALTH, Regime.LEISURE})
EDUCATION = SCHOOL | {Regime.PRESCHOOL}
NURSE = frozenset({Regime.SCHOOL_MEDICAL})
CARE = frozenset({Regime.HEALTH, Regime.SCHOOL_MEDICAL})


def _duty(f: Facts) -> Verdict | None:
    """SoL 19:1 and 20:6 with OSL 10:28: nothing stops a report or an answer to an inquiry."""
    if f.recipient != Regime.SOCIAL:
        return None
    know(f, "matter")  # what is to be told comes before why
    if know(f, "duty"):
        return yes(Basis.DUTY, words.REPORT_AT_ONCE, "SoL 19:1, OSL 10:28")
    if know(f, "inquiry_asks"):
        return yes(Basis.DUTY, words.ANSWER_INQUIRY, "SoL 20:6, OSL 10:28")
    return None


def _not_for_support(f: Facts) -> Verdict | None:
    """The rules of 2025 about crime and wrong payments are no ground for support."""
    if f.recipient == Recipient.CRIME:
        return no(words.OTHER_LAW, "OSL 10:15 a, lag 2025:170")
    if f.recipient == Regime.REPORT:
        return no(words.REPORT_IS_NO_READER, "OSL 40:7 g")
    return None


def _report_stays(f: Facts) -> Verdict | None:
    """OSL 40:7 g: what belongs to a report stays with the reporter."""
    if f.source == Regime.REPORT:
        return no(words.REPORT_STAYS, "OSL 40:7 g")
    return None


def _guarded_matter(f: Facts) -> Verdict | None:
    matter = know(f, "matter")
    if matter == Matter.PROTECTED:
        if f.recipient in FAMILY:
            return no(words.PROTECTED_FAMILY, "OSL 21:3, 21:3 a")
        return with_consent(f, words.PROTECTED_ASK, "OSL 21:3, 21:3 a")
    if matter == Matter.OTHER_PERSON:
        return with_consent(f, words.OTHER_PERSON, "OSL 12:2")
    if matter == Matter.INFORMANT:
        return _informant(f)
    if matter == Matter.DECISION and f.source == Regime.SCHOOL_SUPPORT and isinstance(f.recipient, Regime):
        return yes(Basis.HARM_TEST, words.DECISION_OPEN, "OSL 23:2")
    return None


def _informant(f: Facts) -> Verdict:
    if f.source != Regime.SOCIAL or f.recipient not in FAMILY:
        return with_consent(f, words.INFORMANT_ASK, "OSL 12:2, 26:5")
    if know(f, "violence_risk"):
        return no(words.INFORMANT_AT_RISK, "OSL 26:5")
    return yes(Basis.OTHER_LAW, words.INFORMANT_OPEN, "OSL 26:5")


def _inside(f: Facts) -> Verdict | None:
    """Between colleagues on the same side of the wall, for those who need it for their own work."""
    if not _same_side(f):
        return None
    if f.source == Regime.SCHOOL_HEALTH and f.recipient not in {Regime.SCHOOL_HEALTH, Regime.SCHOOL_SUPPORT}:
        return None
    if not know(f, "same_authority"):
        return None
    if know(f, "needed_for_support"):
        return yes(Basis.NEED_TO_KNOW, words.NEED_TO_KNOW, "OSL 7:1, 8:2")
    return no(words.NOT_NEEDED, "OSL 7:1, 8:2")


def _same_side(f: Facts) -> bool:
    return f.source == f.recipient or {f.source, f.recipient} <= SCHOOL


def _consent(f: Facts) -> Verdict | None:
    if know(f, "consent_standing"):
        private = f.source == Regime.PRIVATE_SCHOOL
        return yes(Basis.CONSENT, words.CONSENT_STANDS, "Skollagen 29:14" if private else "OSL 10:1, 12:2")
    return None


def _by_paragraph(f: Facts) -> Verdict | None:
    """Openings written for one road: OSL 25:12, 25:13 a and 26:9."""
    for source, recipients, basis, because, paragraph, gate in ROADS:
        if f.source in source and f.recipient in recipients and gate(f) and know(f, "needed_for_support"):
            return yes(basis, because, paragraph)
    return None


TO_SUPPORT = frozenset({Regime.SCHOOL_HEALTH, Regime.SCHOOL_SUPPORT})
CARE_OR_SOCIAL = frozenset({Regime.HEALTH, Regime.SOCIAL})

type Road = tuple[frozenset[Regime], frozenset[Regime], Basis, str, str, Callable[[Facts], bool]]


def _minor(f: Facts) -> bool:
    return bool(know(f, "child_age") < 18)


def _own_school(f: Facts) -> bool:
    return bool(know(f, "same_authority"))


ROADS: tuple[Road, ...] = (
    (CARE, CARE_OR_SOCIAL, Basis.OSL_25_12, words.CARE_TELLS, "OSL 25:12", _minor),
    (NURSE, TO_SUPPORT, Basis.OSL_25_13A, words.NURSE_TELLS, "OSL 25:13 a", _own_school),
    (frozenset({Regime.SOCIAL}), CARE_OR_SOCIAL, Basis.OSL_26_9, words.SOCIAL_TELLS, "OSL 26:9", _minor),
    # The nurse's side is the stronger one: what the school tells her does not come back by itself.
    (EDUCATION, NURSE, Basis.GENERAL_CLAUSE, words.TO_NURSE, "OSL 10:27", _own_school),
)


def _harm_test(f: Facts) -> Verdict | None:
    """Only where chapter 23 rules: nobody tells out of chapters 25 and 26 on an own guess about harm here."""
    if f.source not in EDUCATION or f.recipient == Recipient.OUTSIDER or know(f, "consent_refused"):
        return None
    if know(f, "harm_tested"):
        because = words.NO_HARM_STRONG if f.source in STRONG else words.NO_HARM_WEAK
        return yes(Basis.HARM_TEST, because, PARAGRAPH[Regime(f.source)])
    return None


def _general_clause(f: Facts) -> Verdict | None:
    """OSL 10:27: closed for chapters 25 and 26, never routine, and only to authorities."""
    if f.source not in EDUCATION or f.recipient in {Recipient.OUTSIDER, Regime.PRIVATE_SCHOOL}:
        return None
    if know(f, "clearly_outweighs"):
        return yes(Basis.GENERAL_CLAUSE, words.OUTWEIGHS, "OSL 10:27")
    return None


def _otherwise(f: Facts) -> Verdict:
    if f.consent_refused:
        return no(words.REFUSED, "OSL 12:2")
    if f.source == Regime.PRIVATE_SCHOOL:
        return ask(words.ASK_PRIVATE, "Skollagen 29:14")
    return ask(words.ASK_BY_SOURCE.get(f.source or "", words.ASK), "OSL 10:1, 12:2")


STEPS: tuple[Callable[[Facts], Verdict | None], ...] = (
    _not_for_support,
    _duty,
    _report_stays,
    _guarded_matter,
    to_guardian,
    to_child,
    _inside,
    _consent,
    _by_paragraph,
    _harm_test,
    _general_clause,
)

DEFAULTS: dict[str, Any] = {
    "same_authority": False,
    "duty": False,
    "inquiry_asks": False,
    "consent_standing": False,
    "consent_refused": False,
    "needed_for_support": False,
    "harm_tested": False,
    "clearly_outweighs": False,
    "no_contact": False,
    "child_decides": False,
    "significant_harm": False,
    "mature": False,
    "violence_risk": True,
}


def judge(facts: Facts) -> Verdict:
    """The verdict on these facts. Raises Unknown with the next fact that decides something."""
    for key in ("source", "recipient"):
        know(facts, key)
    for step in STEPS:
        verdict = step(facts)
        if verdict is not None:
            return verdict
    return _otherwise(facts)


def may_tell(
    source: Regime,
    recipient: Regime | Recipient,
    matter: Matter = Matter.CHILD,
    *,
    child_age: int,
    **known: Any,
) -> Verdict:
    """The matrix: the verdict where what was not said is taken as its default.

    `child_age` in whole years; `known`: the other fields of Facts.
    """
    facts = {**DEFAULTS, **{key: value for key, value in known.items() if value is not None}}
    return judge(Facts(source=source, recipient=recipient, matter=matter, child_age=child_age, **facts))
