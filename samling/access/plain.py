"""Grounds, days and kinds of information in words that a family understands."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.categories import TITLES, Category, category_of
from samling.records.clock import STOCKHOLM
from samling.ui import words

from .verdict import Basis

UNSPOKEN = {Category.NO_CONTACT, Category.REPORT}

WORDS = {
    Basis.CONSENT: _("Those it takes have said yes to exactly this."),
    Basis.HARM_TEST: _("It has been weighed: nobody is harmed by it."),
    Basis.GENERAL_CLAUSE: _("In this single case the other authority's need clearly weighs more."),
    Basis.OSL_25_12: _("Health care may tell it so that the child gets necessary care or support."),
    Basis.OSL_25_13A: _("The school's nurse and doctor may tell it so that the pupil gets necessary support."),
    Basis.OSL_26_9: _("Social services may tell it so that the child gets necessary care or support."),
    Basis.DUTY: _("The law says that it must be told."),
    Basis.NEED_TO_KNOW: _("They work with the child on the same side and need it."),
    Basis.OTHER_LAW: _("Another law opens for it."),
    Basis.BREAK_GLASS: _("It was opened in an emergency, and that is looked into afterwards."),
}

# What to write down when something is told, beside what Samling notes by itself.
TO_RECORD = {
    Basis.CONSENT: _("Note who said yes, to what, and how it was said."),
    Basis.HARM_TEST: _("Note how you weighed it: why neither the child nor anyone close is harmed."),
    Basis.GENERAL_CLAUSE: _("Note why the other authority's need clearly weighs more in this case."),
    Basis.DUTY: _("Note that the law demanded it, and what you told."),
    Basis.NEED_TO_KNOW: _("You need not note more than usual."),
}
RECORD_ANYWAY = _("Note what you told, to whom, when, and which rule opened for it.")


def basis_in_words(basis: str) -> Any:
    """Why something may be told."""
    return WORDS[Basis(basis)]


def to_record(basis: Basis) -> Any:
    """What to write down afterwards."""
    return TO_RECORD.get(basis, RECORD_ANYWAY)


def day_of(at: dt.datetime | None) -> dt.date | None:
    """The day in Stockholm."""
    return at.astimezone(STOCKHOLM).date() if at else None


def last_day(until_at: dt.datetime | None) -> dt.date | None:
    """The last day that a period covers."""
    return words.last_day(until_at) if until_at else None


def kinds_of(walls: Any, *, whole: bool = False) -> list[str]:
    """What walls hold, in words, each kind once.

    A listing may be read at a kitchen table: only `whole` names the kinds that no family may come to think of.
    """
    kinds = {category_of(number) for number in walls} - (set() if whole else UNSPOKEN)
    return [gettext(TITLES[category]) for category in sorted(kinds)]
