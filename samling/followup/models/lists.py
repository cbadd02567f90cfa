"""What has been answered around a child, what falls due, and what counts as solved where it was."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models

from samling.access import guard, holding
from samling.checklist.models import Decision, FollowUp
from samling.concern.models import Signal
from samling.instruments.shape import Time, Voice
from samling.journey.models import Event, coordinating
from samling.people.models import Capacity, Child
from samling.promises.models.lists import children_of
from samling.records.question import Question

from .. import rules
from ..rules import State
from .replies import Reply, Told, told
from .rounds import Round, day, in_open_matters

BACK = "concern came back"


def answered(child: Child) -> list[Told]:
    """Every answer of every kind around a child that one may read, also what other sides have told; the earliest first."""
    return told(_replies([child.pk, *guard.met_children(child.pk)]))


@Question
def _replies(subjects: Any) -> models.QuerySet:
    rows = Reply.objects.filter(subject_id__among=subjects, withdrawn_at=None).select_related("body")
    return rows.order_by("heard_on", "written_at", "id")


def has_answers(child: Child, time: Time) -> bool:
    """Whether anybody has answered at a time, a skip left out."""
    return any(one.time is time and one.state is State.ANSWERED for one in answered(child))


def due(by: Capacity, on: dt.date) -> list[Round]:
    """The rounds whose day has come and that I hold: as coordinator, or whoever set the day where there is no journey."""
    rows = list(_due(on))
    now = coordinating([one.subject_id for one in rows if one.is_shared])
    duties = holding.duties()
    return [one for one in rows if (_holder(one, now) == by.pk if one.is_shared else one.written_by_id in duties)]


def _holder(one: Round, now: dict[UUID, Any]) -> UUID | None:
    held = now.get(one.subject_id)
    return held.coordinator if held else None


@Question
def _due(on: Any) -> models.QuerySet:
    rows = Round.objects.mine().filter(done_at=None, withdrawn_at=None, due_on__lte=on)
    return in_open_matters(rows).order_by("due_on")[:60]


def with_children(rounds: Iterable[Round]) -> list[tuple[Round, Child | None]]:
    """Rounds, each with its child as the reader knows her: asked once for all of them."""
    rows = list(rounds)
    own = [one.subject_id for one in rows if not one.is_shared]
    near = children_of({one.subject_id for one in rows if one.is_shared})
    near |= {child.pk: child for child in Child.objects.filter(pk__in=own).select_related("unit")} if own else {}
    return [(one, near.get(one.subject_id)) for one in rows]


def solved_here(child: Child) -> bool:
    """Whether what was solved here counts: asked again of the school and of the child or home, and no concern since."""
    decided = Decision.objects.filter(subject_id=child.pk, kind=Decision.Kind.SOLVED_HERE, withdrawn_at=None)
    latest = decided.order_by("-written_at").first()
    return latest is not None and solved_here_confirmed(latest, child)


def solved_here_confirmed(decision: Decision, child: Child) -> bool:
    """Whether a decision “solved here” has been confirmed by its follow-up, and no concern has come back in a year."""
    found = FollowUp.objects.filter(decision=decision, withdrawn_at=None).order_by("-written_at").first()
    if found is not None and found.result != FollowUp.Result.SOLVED:
        return False
    since = day(decision.written_at)
    said = [one for one in answered(child) if one.time is Time.SOLVED and one.state is State.ANSWERED and one.on >= since]
    voices = {one.voice for one in said}
    days = [one.on for one in said] + ([day(found.written_at)] if found else [])
    return rules.is_solved(
        school=found is not None or Voice.SCHOOL in voices,
        child=Voice.CHILD in voices or bool(found and found.asked_child),
        home=Voice.HOME in voices or bool(found and found.asked_home),
        answered_on=max(days, default=None), back_on=came_back(child, decision.written_at),
    )  # fmt: skip


def came_back(child: Child, since: dt.datetime) -> Iterable[dt.date]:
    """The days on which a concern was noted anew, or came back, after a moment."""
    signals = Signal.objects.filter(subject_id=child.pk, withdrawn_at=None, written_at__gt=since)
    events = Event.objects.filter(subject_id=child.pk, kind=BACK, written_at__gt=since)
    return [day(at) for rows in (signals, events) for at in rows.values_list("written_at", flat=True)]
