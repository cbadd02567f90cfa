"""What the page of one concern shows: its text, its steps, the tier, and what may be next."""

from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.journey.models import Event
from samling.people.models import Capacity, Child
from samling.questions.rules.tiers import suggest_tier
from samling.ui.parts import Step

from .. import rules
from ..rules import STEPS, State
from .answers import Outcome
from .signals import Handling, Signal, SignalBody

WORDS = {State.RAISED: _("Told"), **{State(kind): word for kind, word in Handling.Kind.choices}}


def page_of(signal: Signal, by: Capacity) -> dict[str, Any]:
    """The concern's text after a look, and everything beside it."""
    state, steps = signal.state, signal.handlings.select_related("written_by__person").order_by("written_at")
    child = Child.objects.filter(pk=signal.subject_id).first()
    reads = signal.wall in guard.my_access(signal.subject_id)
    reason = next(iter(rules.CLOSINGS))
    suggested = suggest_tier({"breadth": len(signal.touches) - 1}, harm_suspected=signal.danger)
    return {
        "signal": signal,
        "body": SignalBody.objects.filter(head=signal).first(),
        "child": child,
        "state": state,
        "checklist_url": checklist_url(signal) if child and reads and child.branch.domain in rules.SCHOOLS else "",
        "reads": reads,
        "has_checklist": reads and has_checklist(signal.subject_id),
        "word": Outcome.latest([signal.pk], []).get(signal.nameless_id or signal.pk),
        "steps": list(steps),
        "tier": signal.tier,
        "not_told": signal.for_guardians_because == rules.NOT_TOLD,
        "suggested": suggested,
        "reasons": [f"{gettext(one.row)} {gettext(one.answer)}" for one in suggested.reasons]
        + [gettext(note) for note in suggested.notes],
        "path": path_of(state, [one.kind for one in steps]),
        "raiser": Capacity.objects.select_related("person").filter(pk=signal.raised_by_id).first(),
        "next_steps": {one.value for one in STEPS[state] if signal.may_step(one, by, reason)},
        "may_handle": rules.may_handle(by.role),
    }


def checklist_url(signal: Signal) -> str:
    """Where the child's checklist begins from this concern; empty in an installation without checklists."""
    try:
        return f"{reverse('checklist:begin', args=[signal.subject_id])}?signal={signal.pk}"
    except NoReverseMatch:
        return ""


def has_checklist(child: UUID) -> bool:
    """Whether the story tells of a checklist that is begun."""
    return Event.objects.filter(subject_id=child, kind="checklist begun").exists()


def path_of(state: State, taken: list[str]) -> list[Step]:
    """The road of a concern: what has been done, where it stands, what is ahead, what was left out."""
    places = list(STEPS)
    now = places.index(state)
    marks = ["done" if one in taken or one is State.RAISED else "skipped" for one in places[:now]]
    return [
        Step(str(WORDS[one]), "now" if order == now else marks[order] if order < now else "ahead")
        for order, one in enumerate(places)
    ]
