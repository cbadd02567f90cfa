"""Who sits in a consultation team, takes a child up, decides; and what is asked before child psychiatry. Plain values."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from samling.agenda.rules import Decided, in_time
from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category
from samling.kernel.regime import Domain
from samling.kernel.settable import shipped
from samling.kernel.words import _
from samling.team.rules import A_YEAR, may_sit

ANSWER_DAYS = shipped("deadline.psychiatry_days")
TAKEN_UP, DECIDED = _("taken up at the consultation team"), _("consultation team decided")
HOME_TOLD, FOLLOWED_UP = _("home told by the consultation team"), _("consultation team decision followed up")
SAID, OPENED = _("said at the consultation team"), _("more at the table may know, on a yes")
SENT, ANSWERED = _("referral to child psychiatry sent"), _("child psychiatry answered")
FOUNDS = "sysadmin"


class Kind(StrEnum):
    """What the table can decide about one child. A concern report is never among them: it is personal (SoL 19:1)."""

    SCHOOL = "school"
    SUPPORT = "support"
    HEALTH = "health"
    SIP = "sip"
    TEAM = "team"
    CLOSE = "close"


class Did(StrEnum):
    """What the school's own psychologist or special educator has done before a referral."""

    DONE = "done"
    GOING = "going"
    NOT_ASKED = "not_asked"
    MISSING = "missing"


class Said(StrEnum):
    """What child psychiatry answered."""

    TAKES = "takes"
    ADVICE = "advice"
    NO = "no"
    MORE = "more"


FINAL = (Said.TAKES, Said.ADVICE, Said.NO)  # asking for more is no answer: the child still waits
BEHIND = {
    Domain.SCHOOL: Category.SUPPORT, Domain.PRIVATE_SCHOOL: Category.SUPPORT, Domain.SCHOOL_MEDICAL: Category.MEDICAL,
    Domain.SOCIAL: Category.SOCIAL, Domain.HEALTH: Category.MEDICAL,
}  # fmt: skip


def behind(domain: str, *, preschool: bool = False) -> Category | None:
    """Behind which wall of its own compartment an authority writes about the child; None where it holds no children."""
    found = BEHIND.get(Domain(domain))
    return Category.PRESCHOOL if preschool and found is Category.SUPPORT else found


def may_found(*, role: str) -> Answer:
    """The system administrator of the organisation that keeps the forum notes that it is there."""
    if role != FOUNDS:
        return refuse(_("The system administrator enters which consultation teams there are."))
    return allow(_("You keep what is settled for your organisation."))


def may_seat(*, lead: Answer, agreed: bool, **asked: bool) -> Answer:
    """A place is given by who keeps or leads the forum; another organisation's on an agreement in force."""
    if not lead:
        return lead
    return may_sit(**asked) if agreed else refuse(
        _("Another organisation takes part on an agreement that is in force. There is none."))  # fmt: skip


def may_lead(*, leads: bool, keeps: bool) -> Answer:
    """The one who leads sets the rhythm and gives places, and so does whoever keeps the forum."""
    if leads or keeps:
        return allow(_("You lead this team."))
    return refuse(_("Whoever leads the team, or the system administrator, gives the places."))


def may_call(*, seated: bool, starts_at: dt.datetime, at: dt.datetime) -> Answer:
    """A meeting is called by a member, for a time to come."""
    if not seated:
        return refuse(_("You have no place in this team."))
    if not at - dt.timedelta(hours=12) <= starts_at <= at + A_YEAR:
        return refuse(_("Choose a time to come, within a year."))
    return allow(_("The meeting can be called."))


def may_take_up(*, run: Answer, writes: bool, standing: bool, is_protected: bool) -> Answer:
    """A member takes up a child she works with, once a meeting; never one with protected identity."""
    if not run:
        return run
    if not writes:
        return refuse(_("Those who work with the child take it up. Ask a colleague, or ask without a name."))
    if is_protected:
        return refuse(_("A child with protected identity is not taken up here, not even as an item. Ring, and meet."))
    if standing:
        return refuse(_("The child is on the agenda already."))
    return allow(_("You work with this child."))


def may_say(*, run: Answer, reads: bool, category: Category | None, own_row: bool, same_house: bool, writes: bool) -> Answer:
    """Each authority writes in its own records. One that has no row for the child yet opens one by writing."""
    if not run:
        return run
    if not reads or category is None:
        return refuse(_("The family has not said yes to telling you who the child is."))
    if (own_row and not writes) or (not own_row and same_house):
        return refuse(_("Someone who works with the child lets you in first."))
    return allow(_("You write in your own authority's records."))


def may_decide(one: Decided, *, today: dt.date, run: Answer, writes: bool) -> Answer:
    """A decision has one holder, who may know the child, and one day; it is written where the child is known."""
    if not run:
        return run
    if not writes:
        return refuse(_("The decision is written by the authority that took the child up."))
    if one.kind in (Kind.SCHOOL, Kind.SUPPORT) and not one.says_what:
        return refuse(_("Say in a few words what is to be done."))
    if not one.holder_works:
        return refuse(_("Whoever holds the decision has to be allowed to know the child."))
    return in_time(one, today=today)


def may_end(*, run: Answer, undecided: int, has_next: bool) -> Answer:
    """A meeting ends when each item has a decision; the rest goes to the next meeting, which has to have a time."""
    if not run:
        return run
    if undecided and not has_next:
        return refuse(_("Some items have no decision, and there is no next meeting to take them to. Set a time first."))
    return allow(_("The meeting can end."))


def may_follow_up(*, writes_or_holds: bool, over: bool, done: bool) -> Answer:
    """A decision is followed up once, by the authority that took the child up or by whoever holds it."""
    if over or done:
        return refuse(_("There is nothing more to follow up here."))
    if not writes_or_holds:
        return refuse(_("The authority that took the child up, or the one who holds it, writes what became of it."))
    return allow(_("You can write what became of it."))


class Before(NamedTuple):
    """What one of the school's own has done: how far it has come, and whether it is said in words."""

    did: Did
    has_words: bool


def may_refer(*, psychologist: Before, educator: Before, writes: bool, sent_on: dt.date, today: dt.date) -> Answer:
    """What the school's own have done comes before child psychiatry (domain reference 9, pain 27).

    Nobody is stopped by an answer, only by having none: what has not been done is said with its reason."""
    if not writes:
        return refuse(_("You need to work with the child to send a referral."))
    if not psychologist.has_words or not educator.has_words:
        return refuse(_("Say in a few words what the psychologist and the special educator have done, or why they have not."))
    if not today - A_YEAR <= sent_on <= today:
        return refuse(_("Choose the day it was sent: today, or a day before."))
    return allow(_("The referral can be noted as sent."))


def wanting(psychologist: str, educator: str) -> bool:
    """Whether the school's own have still to be asked: the page says so, and a person decides."""
    return Did.NOT_ASKED in (psychologist, educator)


def may_answer(*, writes: bool, is_over: bool, on: dt.date, sent_on: dt.date, today: dt.date) -> Answer:
    """An answer is noted by those who work with the child, on the day it came."""
    if not writes:
        return refuse(_("You need to work with the child to note the answer."))
    if is_over:
        return refuse(_("The answer is noted already."))
    if not sent_on <= on <= today:
        return refuse(_("Choose the day the answer came: from the day it was sent until today."))
    return allow(_("The answer can be noted."))


class Wait(NamedTuple):
    """How long a child has waited, or waited until the answer, and by when it should have come."""

    days: int
    is_over: bool
    is_late: bool


def wait(*, sent_on: dt.date, due_on: dt.date, answered_on: dt.date | None, today: dt.date) -> Wait:
    """The time from a referral to child psychiatry's answer, in days; the day it was sent is not counted."""
    until = answered_on or today
    return Wait((until - sent_on).days, answered_on is not None, until > due_on)
