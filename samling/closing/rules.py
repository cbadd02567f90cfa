"""What is decided at a follow-up, what must be in place before a matter is closed, and the way back. Plain values in and out."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.settable import shipped
from samling.kernel.words import _

A_YEAR = dt.timedelta(days=366)
BACK_MONTHS = shipped("deadline.back_months")
CALLED = dt.timedelta(days=14)  # so long before its day a call stands on *I dag*


class Kind(StrEnum):
    """What is decided at a follow-up."""

    CONTINUE = "continue"
    CHANGE = "change"
    STEP_DOWN = "step_down"
    CLOSE = "close"


KINDS = {
    Kind.CONTINUE: _("We go on as before"),
    Kind.CHANGE: _("We change something"),
    Kind.STEP_DOWN: _("We do less, step by step"),
    Kind.CLOSE: _("We close"),
}
EVENTS = {
    Kind.CONTINUE: _("decided to go on"),
    Kind.CHANGE: _("decided to change something"),
    Kind.STEP_DOWN: _("stepping down"),
    Kind.CLOSE: _("decided to close"),
}
BEGUN, CLOSED, REOPENED = _("closing begun"), _("matter closed"), _("matter opened again")
CALLED_OFF, ASKED, ACCEPTED, DECLINED = (
    _("closing called off"), _("contact afterwards asked"), _("contact afterwards said yes"), _("contact afterwards said no"),
)  # fmt: skip
WRITTEN = _("closing written about")
PLANNED = _("call afterwards planned")
CRITERION = _("sign of being ready to close written")

# How a sign stands, according to those who were there.
MET = {"yes": _("Yes"), "partly": _("Partly"), "no": _("Not yet"), "": _("We did not talk about it")}

REASONS = {
    "goals": _("The goals are reached"),
    "family": _("The family ends it"),
    "level": _("Help goes on at another level"),
    "moved": _("The child moves"),
    "no_contact": _("There has been no contact for a long time"),
}
FAMILY = "family"
# Why nobody has answered at the end how it went (T2). Nothing is asked of a family that ends.
ASKED_LAST = {
    "declined": _("The family did not want to answer"),
    "not_reached": _("They could not be reached"),
    "not_begun": _("Nothing was asked at the beginning, so there is nothing to compare"),
    "family_ends": _("The family has ended it: nothing more is asked"),
}
NOT_NOW = _("This closing is over.")
WRITES = _("Those who take part write here.")


class Contact(StrEnum):
    """How the named contact afterwards stands."""

    NOBODY = "nobody"
    ASKED = "asked"
    YES = "yes"
    NO = "no"
    NONE_WANTED = "none_wanted"


class Choice(StrEnum):
    """What becomes of one promise when the matter is closed."""

    HANGS = "hangs"  # nobody has chosen, or it has no holder
    WAITS = "waits"  # somebody has been asked to take it over and has not answered
    KEPT = "kept"  # it goes on, with the one who holds it


def may_decide(*, kind: str, on: dt.date, next_on: dt.date | None, today: dt.date, writes: bool) -> Answer:
    """What was decided has a day, and a next day is always set unless the matter is to be closed."""
    if not writes:
        return refuse(WRITES)
    if on > today:
        return refuse(_("Write a day that has been."))
    if kind == Kind.CLOSE:
        return refuse(_("A matter that is to be closed has no next day.")) if next_on else allow(_("The closing begins."))
    if next_on is None or not today < next_on <= today + A_YEAR:
        return refuse(_("Choose a next day, after today and within a year."))
    return allow(_("It is decided, with a day when you look again."))


class Standing(NamedTuple):
    """What there is of a closing, for the question whether it can be done."""

    writes: bool
    reason: str
    asked: bool
    contact: Contact
    hanging: int
    waiting: int


def lacks(one: Standing) -> list[str]:
    """What is missing before the matter can be closed, in the order of the page. Empty: it can be closed."""
    hangs = one.hanging or one.waiting
    law = (
        (bool(one.reason), _("Why you close")),
        (one.asked or one.reason == FAMILY, _("An answer to how it went, or why there is none")),
        (not hangs, _("Every promise is ended, or held by somebody who has said yes")),
        (one.contact in (Contact.YES, Contact.NONE_WANTED), _("Somebody to turn to afterwards, who has said yes")),
    )
    return [said for there, said in law if not there]


def may_close(one: Standing) -> Answer:
    """No closing while a promise has no holder, or while nobody has said yes to be there afterwards."""
    if not one.writes:
        return refuse(WRITES)
    if one.hanging or one.waiting:
        return refuse(_("A promise has no holder yet. Choose what becomes of it."))
    if lacks(one):
        return refuse(_("Something is missing before you can close."))
    return allow(_("Nothing hangs. You can close."))


def choice(*, holds: bool, kept: bool, asked: bool) -> Choice:
    """What becomes of a promise. `holds`: somebody who is there has said yes to it; `asked`: somebody else is asked."""
    if asked:
        return Choice.WAITS
    return Choice.KEPT if holds and kept else Choice.HANGS


def may_go_back(*, closed: bool, back_until_on: dt.date | None, today: dt.date) -> Answer:
    """The way back without a new referral is open for a while; after that it begins as new, with a link to this."""
    if not closed:
        return refuse(_("It is open already."))
    if back_until_on is None or today > back_until_on:
        return refuse(_("The way back without a new referral has closed. Begin anew: what was written stays beside it."))
    return allow(_("The way back is open. No new referral is needed."))


def may_plan(*, stands: bool) -> Answer:
    """Later contact rests on a yes of its own, which is never part of another."""
    if not stands:
        return refuse(_("Ask for a yes to being called later first. It is a question of its own."))
    return allow(_("The family has said yes to being called."))


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + year, month + 1, 1)
    last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
