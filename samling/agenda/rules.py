"""Who may hear which name, who takes a child up, and what a decision must say. Plain values in and out."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category
from samling.kernel.words import _
from samling.team.rules import A_YEAR, House

SIX_WEEKS = dt.timedelta(weeks=6)
KEPT_FOR = dt.timedelta(weeks=8)  # how long the team may read about a child that it talked about


class Kind(StrEnum):
    """What a meeting can decide about one child. A concern report is never among them: it is personal."""

    TRY = "try"
    SUPPORT = "support"
    ABSENCE = "absence"
    REFER = "refer"
    CLOSE = "close"


class Source(StrEnum):
    """Where an item comes from."""

    FOLLOW_UP = "follow_up"
    CONCERN = "concern"
    CHECKLIST = "checklist"
    ADAPTATION = "adaptation"
    ATTENDANCE = "attendance"
    HAND = "hand"


class Hearing(StrEnum):
    """What someone at the table may hear of one item."""

    NAME = "name"
    NAMELESS = "nameless"
    LEAVES = "leaves"


class Heard(NamedTuple):
    """What may be heard, and why."""

    hearing: Hearing
    because: str


def hearing(where: House, *, named: bool, is_protected: bool, is_reader: bool, nameless: bool) -> Heard:
    """What someone at the table hears of an item. Live: `named` is whether a standing consent names her.

    Inside one activity no secrecy stands between those who need to know for their work (OSL 8:1-2, 23:2);
    school health's medical part may listen (10:27), but speaks only on a ground of its own (25:13 a, consent).
    """
    if is_protected and not is_reader:
        return Heard(Hearing.LEAVES, _("Only named readers may know which child it is."))
    if where is House.INSIDE:
        return Heard(Hearing.NAME, _("Works in the same activity (OSL 8:1–2, 23:2)."))
    if where is House.MEDICAL:
        return Heard(Hearing.NAME, _("May listen. To tell needs a ground of its own (OSL 25:13 a, or a yes)."))
    if named:
        return Heard(Hearing.NAME, _("The home has said yes to telling (OSL 10:1, 12:2)."))
    if nameless:
        return Heard(Hearing.NAMELESS, _("There is no yes. The question is put without a name."))
    return Heard(Hearing.LEAVES, _("There is no yes that names this guest."))


def categories(*, preschool: bool) -> tuple[Category, Category]:
    """Behind which walls stand the item with its decision, and what was said (OSL 23:1, 23:2)."""
    if preschool:
        return Category.PRESCHOOL, Category.PRESCHOOL
    return Category.SUPPORT, Category.STUDENT_HEALTH


def may_raise(*, same_unit: bool, writes: bool, standing: bool, ended: bool) -> Answer:
    """A child is taken up by someone who works with her, at a meeting of her own unit, once."""
    if not same_unit:
        return refuse(_("The child goes to another unit. Its own team takes it up."))
    if not writes:
        return refuse(_("You may raise a concern. Those who work with the child take it up at the meeting."))
    if ended:
        return refuse(_("This meeting is over. Take the child up at the next one."))
    if standing:
        return refuse(_("The child is on the agenda already."))
    return allow(_("You work with this child."))


def may_ask_nameless(*, question: str, is_protected: bool) -> Answer:
    """A protected child is never put as a question, not even without a name: few are enough to guess."""
    if question and is_protected:
        return refuse(_("A child with protected identity is not talked about with guests, not even without a name."))
    return allow(_("The guests hear a question without a name."))


class Decided(NamedTuple):
    """What a decision says: what, who holds it until when, who tells the home and when."""

    kind: StrEnum
    says_what: bool  # which adaptation, or in own words
    holder_works: bool
    due_on: dt.date
    teller_works: bool | None  # None: the home is not told now
    tell_on: dt.date | None


def may_decide(one: Decided, *, today: dt.date, run: Answer, writes: bool) -> Answer:
    """A decision has one holder and one day, and says who tells the home."""
    if not run:
        return run
    if not writes:
        return refuse(_("Someone who works with the child writes the decision."))
    if one.kind is Kind.TRY and not one.says_what:
        return refuse(_("Say what you will try: choose from the list, or write it."))
    if not one.holder_works:
        return refuse(_("Whoever holds the decision has to be someone who works here now."))
    return in_time(one, today=today)


def in_time(one: Decided, *, today: dt.date) -> Answer:
    """The day it is asked about is within a year, and someone tells the home before it, or it is said that nobody does."""
    if not today <= one.due_on <= today + A_YEAR:
        return refuse(_("Choose a day from today and within a year."))
    if one.teller_works is False or (one.teller_works is None) != (one.tell_on is None):
        return refuse(_("Say who tells the home, and by when."))
    if one.tell_on and not today <= one.tell_on <= one.due_on:
        return refuse(_("The home is told before the day you follow up."))
    return allow(_("The meeting decides."))


def may_take_back(*, run: Answer, handed: bool) -> Answer:
    """A decision is taken back while it is still at the table."""
    if handed:
        return refuse(_("The decision is with its holder already. Decide anew at the next meeting."))
    return run


def may_tell(*, writes: bool, handed: bool) -> Answer:
    """Someone who works with the child notes that the home knows, once the decision is handed over."""
    if not handed:
        return refuse(_("End the meeting first. Then the decision is with its holder."))
    if not writes:
        return refuse(_("Someone who works with the child notes that the home has been told."))
    return allow(_("You work with this child."))


def may_follow_up(*, handed: bool, writes: bool, over: bool, done: bool) -> Answer:
    """Each decision is followed up once, at a meeting or by its holder."""
    if not handed:
        return refuse(_("End the meeting first. Then the decision is with its holder."))
    if over or done:
        return refuse(_("There is nothing more to follow up here."))
    if not writes:
        return refuse(_("Someone who works with the child writes what became of it."))
    return allow(_("You can write what became of it."))


def may_end(*, run: Answer, undecided: int) -> Answer:
    """A meeting ends when each item has a decision or has been moved."""
    if not run:
        return run
    if undecided:
        return refuse(_("Decide on each item first, or take it off today's agenda."))
    return allow(_("Every item has a decision."))
