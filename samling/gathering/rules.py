"""Who may call a joint meeting, how it is prepared, and what it owes the child. Plain values in and out."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.regime import Domain
from samling.kernel.settable import shipped
from samling.kernel.words import _

A_YEAR = dt.timedelta(days=366)
LONGEST = dt.timedelta(hours=4)
INTERPRETER_DAYS = shipped("deadline.interpreter_days")
SIP_CALL_DAYS = shipped("sip.call_days")
SIP_MEETING_DAYS = shipped("sip.meeting_days")
HOLDS_SIP = (Domain.SOCIAL, Domain.HEALTH)  # municipality and region answer for a SIP (SoL 10:8, HSL 16:4)
MANY = 5  # professionals at a child's table, after which the page asks whether all are needed


# What the story says.
CALLED, MOVED = _("meeting called"), _("meeting moved")
CALLED_OFF, HELD = _("meeting called off"), _("meeting held")


class Kind(StrEnum):
    """What a joint meeting is for."""

    JOINT = "joint"
    FOLLOW_UP = "follow_up"
    SIP = "sip"


class Way(StrEnum):
    """How the child takes part; chosen by the child, for each meeting (domain reference 3.6)."""

    ALL = "all"
    PART = "part"
    PROXY = "proxy"
    MESSAGE = "message"
    NO = "no"


class Answered(StrEnum):
    """What someone who was invited has answered. Yes and no weigh the same."""

    COMES = "comes"
    FROM_AFAR = "from_afar"
    NOT = "not"


class Booked(StrEnum):
    """Where the booking of an interpreter stands: the latest step taken."""

    NEEDED = "needed"
    ORDERED = "ordered"
    CONFIRMED = "confirmed"
    ABSENT = "absent"
    CALLED_OFF = "called_off"


STEPS: dict[Booked, set[Booked]] = {
    Booked.NEEDED: {Booked.ORDERED, Booked.CONFIRMED, Booked.CALLED_OFF},
    Booked.ORDERED: {Booked.CONFIRMED, Booked.ABSENT, Booked.NEEDED, Booked.CALLED_OFF},
    Booked.CONFIRMED: {Booked.ABSENT, Booked.NEEDED, Booked.CALLED_OFF},
    Booked.ABSENT: {Booked.NEEDED},
    Booked.CALLED_OFF: {Booked.NEEDED},
}


class Topic(StrEnum):
    """What a point of the agenda is. The child's own questions always come first."""

    CHILDS = "childs"
    GOOD = "good"
    HARD = "hard"
    DO = "do"
    NEXT = "next"
    OTHER = "other"


ORDER = list(Topic)
SUGGESTED = {
    Topic.CHILDS: _("What does the child want us to talk about?"),
    Topic.GOOD: _("What works well?"),
    Topic.HARD: _("What is hard right now?"),
    Topic.DO: _("What do we do? Who does what, and by when?"),
    Topic.NEXT: _("How do we see that it helps, and when do we meet again?"),
}


def may_call(*, in_space: bool, starts_at: dt.datetime, ends_at: dt.datetime, at: dt.datetime) -> Answer:
    """Whoever has a part in the child's journey may call everyone together, for a time to come."""
    if not in_space:
        return refuse(_("Those who take part around the child call the meeting."))
    if starts_at < at - dt.timedelta(hours=12):
        return refuse(_("Choose a time that has not been."))
    if starts_at > at + A_YEAR:
        return refuse(_("Choose a time within a year."))
    if not dt.timedelta(0) < ends_at - starts_at <= LONGEST:
        return refuse(_("The meeting ends after it begins, within four hours."))
    return allow(_("The meeting can be called."))


def may_call_sip(domain: str, *, school_calls: bool) -> Answer:
    """Social services and health care call a SIP; the school where the local agreement says so (domain reference 3.1)."""
    if domain in HOLDS_SIP:
        return allow(_("Social services and health care must call a SIP when they see the need."))
    if school_calls:
        return allow(_("The local agreement lets the school call a SIP."))
    return refuse(_("Here the school asks social services or health care to call a SIP. Call a joint meeting, and ask them there."))


def may_change(*, ended: bool, cancelled: bool) -> Answer:
    """A meeting is prepared until it is over or called off."""
    if cancelled:
        return refuse(_("This meeting was called off. Call a new one."))
    if ended:
        return refuse(_("This meeting is over. Call the next one."))
    return allow(_("The meeting can be prepared."))


def may_invite(*, taken: bool, is_interpreter: bool = False) -> Answer:
    """Each one is invited once; an interpreter is booked and not invited."""
    if taken:
        return refuse(_("This person is invited already."))
    if is_interpreter:
        return refuse(_("An interpreter is booked under “Interpreter”, with language and form."))
    return allow(_("One more can be invited."))


def may_interpret(supplier: str, around: Iterable[str]) -> Answer:
    """The authority finds the interpreter (FL 13 §): the booking names a supplier, never a child or a relative."""
    words = {word.casefold() for word in supplier.replace(",", " ").split()}
    for name in around:
        parts = {word.casefold() for word in name.split()}
        if parts and parts <= words:
            return refuse(_("A child or a relative never interprets. Book an interpreter from a supplier."))
    return allow(_("The booking names a supplier."))


def may_book(now: Booked, to: Booked, *, supplier: str) -> Answer:
    """The next step of a booking; what is ordered or confirmed names its supplier."""
    if to not in STEPS[now]:
        return refuse(_("This has already gone further. Read the page again to see where it stands."))
    if to in (Booked.ORDERED, Booked.CONFIRMED) and not supplier.strip():
        return refuse(_("Write which supplier it was ordered from."))
    return allow(_("This is a next step."))


def interpreter_is_late(state: Booked, *, meets_on: dt.date, today: dt.date, days: int = INTERPRETER_DAYS) -> bool:
    """Whether the meeting is near and nobody has confirmed an interpreter who is needed."""
    open_ = state in (Booked.NEEDED, Booked.ORDERED, Booked.ABSENT)
    return open_ and today <= meets_on <= today + dt.timedelta(days=days)


def sip_due(seen_on: dt.date, *, call_days: int = SIP_CALL_DAYS, meeting_days: int = SIP_MEETING_DAYS) -> tuple[dt.date, dt.date]:
    """The last days to call and to hold a SIP meeting, counted from the day the need was seen. Local agreement, not law."""
    return seen_on + dt.timedelta(days=call_days), seen_on + dt.timedelta(days=meeting_days)


def without_mandate(decides: Iterable[tuple[str, bool]]) -> list[str]:
    """The authorities that are invited but have nobody there who can decide (domain reference 2.2, step 9)."""
    found: dict[str, bool] = {}
    for authority, may in decides:
        found[authority] = found.get(authority, False) or may
    return [authority for authority, may in found.items() if not may]


def is_crowded(professionals: int) -> bool:
    """Whether so many professionals come that the page asks whether the child needs them all."""
    return professionals > MANY


def may_end(*, started: bool, ended: bool, cancelled: bool) -> Answer:
    """A meeting is over once it has begun."""
    answer = may_change(ended=ended, cancelled=cancelled)
    if answer and not started:
        return refuse(_("The meeting has not begun yet."))
    return answer


def may_read_back(without_holder: int) -> Answer:
    """What was written is read back whole: each promise has somebody who holds it."""
    if without_holder:
        return refuse(_("A promise has nobody who holds it any more. Give it to somebody first."))
    return allow(_("Everyone has heard it and said yes."))


def in_order(points: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Points as (topic, position): the child's first, then as they were written."""
    return sorted(points, key=lambda one: (one[0] != Topic.CHILDS, one[1]))


def may_tell_child(*, told: bool, held: bool) -> Answer:
    """The child is told what was decided, once, after the meeting."""
    if told:
        return refuse(_("It is noted already that the child was told."))
    if not held:
        return refuse(_("The meeting has not been held yet."))
    return allow(_("The child is told what was decided."))
