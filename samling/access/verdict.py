"""The words of the secrecy rules: what is known, what may end the walk, and on which ground."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from samling.kernel.regime import Regime

from . import secrecy_words as words


class Basis(StrEnum):
    """The ground that a disclosure rests on; stored with every ground."""

    CONSENT = "consent"
    HARM_TEST = "harm_test"
    GENERAL_CLAUSE = "general_clause"
    OSL_25_12 = "osl_25_12"
    OSL_25_13A = "osl_25_13a"
    OSL_26_9 = "osl_26_9"
    DUTY = "duty"
    NEED_TO_KNOW = "need_to_know"
    OTHER_LAW = "other_law"
    BREAK_GLASS = "break_glass"


class Recipient(StrEnum):
    """Who would be told, beside the secrecy rules that a colleague elsewhere works under."""

    GUARDIAN = "guardian"
    CHILD = "child"
    OUTSIDER = "outsider"
    CRIME = "crime"


class Matter(StrEnum):
    """What would be told."""

    CHILD = "about_child"
    DECISION = "decision"
    OTHER_PERSON = "about_other"
    PROTECTED = "protected"
    INFORMANT = "informant"


class End(StrEnum):
    """The three ends of the walk."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An end with its reason (a msgid), the law paragraph, and for yes the ground it would rest on."""

    end: End
    because: str
    paragraph: str
    basis: Basis | None = None

    def __bool__(self) -> bool:
        return self.end is End.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known so far; None means not asked yet."""

    source: Regime | None = None
    recipient: Regime | Recipient | None = None
    matter: Matter | None = None
    child_age: int | None = None  # whole years
    same_authority: bool | None = None  # same board or region authority, or same private school
    duty: bool | None = None  # knowledge or suspicion that the child is harmed
    inquiry_asks: bool | None = None  # the social board has an open inquiry and asks
    consent_standing: bool | None = None  # of everyone it takes, for this
    consent_refused: bool | None = None
    needed_for_support: bool | None = None
    harm_tested: bool | None = None  # True: the harm test came out clean
    clearly_outweighs: bool | None = None  # the general clause's weighing
    no_contact: bool | None = None  # a decision not to contact the home stands
    child_decides: bool | None = None  # the child disposes of this secrecy alone
    significant_harm: bool | None = None  # "betydande men" if the guardian learns it
    mature: bool | None = None
    violence_risk: bool | None = None


class Unknown(Exception):
    """A fact is needed that is not there; `key` is the field's name."""

    def __init__(self, key: str):
        self.key = key
        super().__init__(key)


def know(facts: Facts, key: str) -> Any:
    """A fact that a rule needs; raises Unknown if nobody has been asked."""
    value = getattr(facts, key)
    if value is None:
        raise Unknown(key)
    return value


def yes(basis: Basis, because: str, paragraph: str) -> Verdict:
    """It may be told, on this ground."""
    return Verdict(End.YES, because, paragraph, basis)


def ask(because: str, paragraph: str) -> Verdict:
    """It may be told if those it concerns agree."""
    return Verdict(End.ASK, because, paragraph)


def no(because: str, paragraph: str) -> Verdict:
    """It may not be told."""
    return Verdict(End.NO, because, paragraph)


def with_consent(f: Facts, because: str, paragraph: str) -> Verdict:
    """Yes if the consent it takes stands; otherwise ask for it, and say why."""
    if know(f, "consent_standing"):
        return yes(Basis.CONSENT, words.CONSENT_STANDS, "OSL 10:1, 12:2")
    return ask(because, paragraph)
