"""Why a person must look at an item before it is given."""

from enum import StrEnum

from samling.kernel.words import _


class Flag(StrEnum):
    """Why a person must look at an item before it is given."""

    OTHER_PERSON = "other_person"
    OTHER_GUARDIAN = "other_guardian"
    NOT_FOR_GUARDIANS = "not_for_guardians"
    NO_CONTACT = "no_contact"
    REPORT = "report"
    PROTECTED = "protected"
    WITHDRAWN = "withdrawn"
    ONLY_FOR = "only_for"
    SECRET = "secret"
    HOUSE = "house"


FLAGS: dict[Flag, str] = {
    Flag.OTHER_PERSON: _("It says something of another person."),
    Flag.OTHER_GUARDIAN: _("It is about, from or to an adult who is not the one who asks."),
    Flag.NOT_FOR_GUARDIANS: _("Its writer has said that guardians may not read it."),
    Flag.NO_CONTACT: _("It is about the home not being reached."),
    Flag.REPORT: _("It is about a concern report."),
    Flag.PROTECTED: _("It is about protected personal data."),
    Flag.WITHDRAWN: _("It has been taken back: it may be about another child."),
    Flag.ONLY_FOR: _("It was written for one reader alone."),
    Flag.SECRET: _("Someone other than the family asks: each thing about a child is weighed for secrecy."),
    Flag.HOUSE: _("It says why something was held back before."),
}
