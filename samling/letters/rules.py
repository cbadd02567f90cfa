"""What a letter is about, may it be written and sent, when does it leave, and where does it stand. Plain values."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from zoneinfo import ZoneInfo

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category as C
from samling.kernel.categories import category_of
from samling.kernel.words import _

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WAKES, SLEEPS = dt.time(7), dt.time(20)  # nothing reaches a home at night (experience R16)
HELD = dt.timedelta(seconds=30)  # a message to a guardian can be taken back (experience R4)
ANSWERS_WITHIN = dt.timedelta(days=14)  # the next date, where nobody has set one
TO_ONE = "to one guardian"  # why the other guardian does not read it (experience R12)
CUSTODIAL = ("joint", "sole", "appointed", "unknown")

# What a letter says decides behind which wall it stands: the first of these that its writer writes.
ABOUT: dict[str, tuple[C, ...]] = {
    "team_decision": (C.SUPPORT, C.PRESCHOOL, C.STUDENT_HEALTH, C.SOCIAL, C.MEDICAL),
    "meeting": (C.CONCERN,),
    "attendance": (C.ATTENDANCE, C.PRESCHOOL),
    "adaptations": (C.ADAPTATIONS,),
    "support": (C.SUPPORT,),
    "follow_up": (C.ADAPTATIONS, C.CONCERN),
    "new_contact": (C.CONCERN, C.HOME),
    "view": (C.HOME, C.CONCERN),
    "closing": (C.HOME, C.CONCERN),
    "asked": (C.HOME, C.CONCERN),
    "other": (C.HOME, C.CONCERN),
}


class State(StrEnum):
    """Where a letter stands on its way."""

    DRAFT = "draft"
    WAITING = "waiting"
    LEFT = "left"  # out of the writer's hands: all that is told to those who may not know of a stop
    SENT = "sent"
    DELIVERED = "delivered"
    PRINTED = "printed"
    CALL = "call"
    POST = "post"
    MAYBE = "maybe"
    NO_ADDRESS = "no_address"
    FAILED = "failed"
    STOPPED = "stopped"


STEPS: dict[State, tuple[State, ...]] = {
    State.DRAFT: (State.WAITING, State.PRINTED),
    State.WAITING: (
        State.DRAFT,
        State.SENT,
        State.MAYBE,
        State.FAILED,
        State.NO_ADDRESS,
        State.CALL,
        State.POST,
        State.STOPPED,
    ),
    State.SENT: (State.DELIVERED, State.FAILED),
    State.PRINTED: (State.DELIVERED,),
    State.CALL: (State.DELIVERED,),
    State.POST: (State.PRINTED,),
    State.MAYBE: (State.WAITING, State.SENT, State.DELIVERED),
    State.FAILED: (State.WAITING, State.PRINTED),
    State.NO_ADDRESS: (State.WAITING, State.PRINTED),
    State.DELIVERED: (),
    State.STOPPED: (),
}

# What became of the latest try, as the outbox writes it.
OUTCOMES = {
    "": State.WAITING,
    "again": State.WAITING,
    "accepted": State.SENT,
    "sent": State.SENT,
    "delivered": State.DELIVERED,
    "maybe": State.MAYBE,
    "call": State.CALL,
    "protected": State.CALL,
    "post": State.POST,
    "no_address": State.NO_ADDRESS,
    "no_right": State.FAILED,
    "refused": State.FAILED,
    "gave_up": State.FAILED,
    "stopped": State.STOPPED,
}
HANDED = {"printed": State.PRINTED, "posted": State.SENT, "given": State.DELIVERED, "read": State.DELIVERED}
WANTS_SOMEONE = (State.CALL, State.POST, State.MAYBE, State.NO_ADDRESS, State.FAILED)
MAY_GO = (State.DRAFT, State.MAYBE, State.NO_ADDRESS, State.FAILED)


def wall_for(kind: str, walls: Mapping[int, bool]) -> int:
    """The wall that a letter of this kind stands behind; 0 when its writer writes at none. `walls`: may write."""
    written = {category_of(wall): wall for wall, writes in walls.items() if writes}
    return next((written[category] for category in ABOUT[kind] if category in written), 0)


def may_write(*, custody: str, in_force: bool, is_stopped: bool, wall: int) -> Answer:
    """A letter goes to someone with custody, whom one may reach, about what one may write of."""
    if not in_force or custody not in CUSTODIAL:
        return refuse(_("Only a guardian gets letters about the child. This adult has no custody."))
    if is_stopped:
        return refuse(_("This home must not be reached. Nothing is sent, printed or handed over."))
    if not wall:
        return refuse(_("Your role does not write of this. Choose what the letter is about anew."))
    return allow(_("You write to the guardian about what you work with."))


def may_edit(*, is_mine: bool, state: State) -> Answer:
    """Its writer changes a letter until it goes."""
    if not is_mine:
        return refuse(_("Only the one who writes a letter changes it and lets it go."))
    if state is not State.DRAFT:
        return refuse(_("The letter has gone. Write a new one."))
    return allow(_("You write this letter."))


def may_go(*, is_mine: bool, state: State, has_number: bool) -> Answer:
    """A letter goes once; anew when the first time did not reach, or may not have."""
    if not is_mine:
        return refuse(_("Only the one who writes a letter changes it and lets it go."))
    if state not in MAY_GO:
        return refuse(_("The letter has gone. Write a new one."))
    if not has_number:
        return refuse(_("Your unit has no number to ring. Ask your head to add one first."))
    return allow(_("You write this letter."))


def may_hand_over(how: str, *, writes: bool, may_know: bool, is_printed: bool) -> Answer:
    """Paper is made by those who may know whether a home must not be reached; what is printed anyone can give."""
    if not writes:
        return refuse(_("Those who write about this with the child hand the letter over."))
    if not may_know and (how in ("printed", "posted") or (how == "given" and not is_printed)):
        return refuse(_("Leaders and student health print letters. Send it, and they see that it waits."))
    return allow(_("You work with this child."))


def leaves_at(at: dt.datetime) -> dt.datetime:
    """When a message may leave that is sent now: after the time to change one's mind, and not at night."""
    first = at + HELD
    local = first.astimezone(STOCKHOLM)
    if WAKES <= local.time() < SLEEPS:
        return first
    day = local.date() + dt.timedelta(days=local.time() >= SLEEPS)
    return dt.datetime.combine(day, WAKES, STOCKHOLM)


def next_date(on: dt.date) -> dt.date:
    """The day by which the family hears again, where nobody has set one: two weeks, and no weekend."""
    day = on + ANSWERS_WITHIN
    return day + dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def state_of(
    *, outcomes: Iterable[str], handed: Iterable[str], leaves: dt.datetime | None, at: dt.datetime, may_know: bool
) -> State:
    """Where a letter stands, from what has been done with it; `outcomes` of the tries one may see, oldest first.

    Those who may not know which homes are not reached see the same of a letter that is held back for good as of
    one that is on its way: that it has left their hands.
    """
    done = [HANDED[how] for how in handed]
    if done:
        return done[-1]
    if leaves is None:
        return State.DRAFT
    seen = [OUTCOMES[outcome] for outcome in outcomes]
    found = seen[-1] if seen else State.WAITING
    if may_know or found in WANTS_SOMEONE:
        return found
    return State.WAITING if at < leaves else State.LEFT


def may_note_way(*, writes: bool) -> Answer:
    """How a guardian is reached is kept by those who keep the contact details."""
    if not writes:
        return refuse(_("Your role does not keep these facts about the child."))
    return allow(_("You work with this child."))
