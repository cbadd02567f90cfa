"""Who may hand over a child to whom, and who may say yes. Plain values in and out."""

import datetime as dt
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

AHEAD = dt.timedelta(days=28)  # the meetings that a workload counts
HANDED = _("child handed over")

# Kinds of notices: the desk shows them as sentences.
OFFERED, WANTS, SAID_YES, SAID_NO = "handover_offered", "handover_wants", "handover_accepted", "handover_declined"
LEADS = ("head_teacher", "deputy_head", "preschool_head", "student_health_head", "unit_head", "care_head")


class State(StrEnum):
    """Where a hand-over stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


STEPS: dict[State, tuple[State, ...]] = {
    State.OFFERED: (State.ACCEPTED, State.DECLINED, State.WITHDRAWN),
    State.ACCEPTED: (),
    State.DECLINED: (),
    State.WITHDRAWN: (),
}


def may_write(*, writes: bool) -> Answer:
    """What is told to the receiver is written by one who writes of the child."""
    if not writes:
        return refuse("You do not work with this child.")
    return allow(_("You work with this child."))


def may_offer(*, is_mine: bool, leads: bool, same: bool, holds: bool, same_side: bool, waits: bool) -> Answer:
    """The one who holds a child hands over, or who leads does it for her; to another on the same side."""
    if not is_mine and not leads:
        return refuse(_("Only the one who works with the child, or who leads the unit, hands over."))
    if same:
        return refuse(_("Choose someone else to hand over to."))
    if not holds or not same_side:
        return refuse(_("Only a colleague in the same authority, whose role works with children, can take over."))
    if waits:
        return refuse(_("This child is offered to someone already. Take that back first."))
    return allow(_("You stay responsible until the other has said yes."))


def may_answer(*, is_receiver: bool, state: State, works: bool) -> Answer:
    """The receiver says yes or no, when she can read about the child."""
    if not is_receiver:
        return refuse(_("Only the one who is asked says yes or no."))
    if state is not State.OFFERED:
        return refuse(_("This has been answered."))
    if not works:
        return refuse(_("Whoever leads must let you work with the child first."))
    return allow(_("You are asked to take over."))


def may_withdraw(*, is_writer: bool, state: State) -> Answer:
    """Whoever offered takes it back while it waits."""
    if not is_writer:
        return refuse(_("Only the one who offered takes it back."))
    if state is not State.OFFERED:
        return refuse(_("This has been answered."))
    return allow(_("It waits for an answer."))
