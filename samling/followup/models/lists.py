"""What has been answered around a child, and what falls due."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models

from samling.access import guard, holding
from samling.instruments.shape import Time
from samling.journey.models import coordinating
from samling.people.models import Capacity, Child
from samling.promises.models.lists import children_of
from samling.records.question import Question

from ..rules import State, is_merged
from .replies import Reply, Told, told
from .rounds import Round, going

# These stand on the day's page already: the checklist's own reminder, and the call after a closing.
ELSEWHERE = models.Q(by_itself=True, time__in=(Time.SOLVED.value, Time.T3.value, Time.T4.value))


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
    """The rounds whose day has come and that I hold: as coordinator, or whoever set the day where there is no journey.

    What is asked on the sheet of another that is due as well is one errand, and stands once.
    """
    rows = list(_due(on))
    now = coordinating([one.subject_id for one in rows if one.is_shared])
    duties = holding.duties()
    mine = [one for one in rows if (_holder(one, now) == by.pk if one.is_shared else one.written_by_id in duties)]
    sheets: dict[UUID, set[Time]] = {}
    for one in mine:
        sheets.setdefault(one.subject_id, set()).add(Time(one.time))
    return [one for one in mine if not any(is_merged(other, Time(one.time)) for other in sheets[one.subject_id])]


def _holder(one: Round, now: dict[UUID, Any]) -> UUID | None:
    held = now.get(one.subject_id)
    return held.coordinator if held else None


@Question
def _due(on: Any) -> models.QuerySet:
    rows = Round.objects.mine().filter(going(), ~ELSEWHERE, done_at=None, withdrawn_at=None, due_on__lte=on)
    return rows.order_by("due_on")[:60]


def with_children(rounds: Iterable[Round]) -> list[tuple[Round, Child | None]]:
    """Rounds, each with its child as the reader knows her: asked once for all of them."""
    rows = list(rounds)
    own = [one.subject_id for one in rows if not one.is_shared]
    near = children_of({one.subject_id for one in rows if one.is_shared})
    near |= {child.pk: child for child in Child.objects.filter(pk__in=own).select_related("unit")} if own else {}
    return [(one, near.get(one.subject_id)) for one in rows]
