"""What the page of one concern shows: its text, its steps, the tier with its suggestion, and what may be next."""

from typing import Any, NamedTuple

from samling.kernel.answer import Answer
from samling.people.models import Capacity, Child
from samling.questions.rules.tiers import suggest_tier

from .. import rules
from ..rules import STEPS, State
from .signals import Handling, Signal, SignalBody

PATH = (State.RAISED, State.TAKEN, State.TRYING, State.CLOSED)


class Next(NamedTuple):
    """A step that can be taken, or the reason why not."""

    state: State
    answer: Answer


def page_of(signal: Signal, by: Capacity) -> dict[str, Any]:
    """The concern's text after a look, and everything beside it."""
    state, steps = signal.state, signal.handlings.select_related("written_by__person").order_by("written_at")
    reason = next(iter(rules.CLOSINGS))
    return {
        "signal": signal,
        "body": SignalBody.objects.filter(head=signal).first(),
        "child": Child.objects.filter(pk=signal.subject_id).first(),
        "state": state,
        "steps": list(steps),
        "tier": signal.tier,
        "suggested": suggest_tier({"breadth": len(signal.touches) - 1}, harm_suspected=signal.danger),
        "next_steps": {one.value for one in STEPS[state] if signal.may_step(one, by, reason)},
        "may_handle": rules.may_handle(by.role),
    }


def latest_step(signal: Signal) -> Handling | None:
    """The latest step, as far as one may read."""
    return signal.handlings.order_by("-written_at").first()
