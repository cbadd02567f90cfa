"""What is held about children in the chapters that are there: put into the list that hand-over and rehearsal read."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse

from samling.adaptations.models import Adaptation, SpecialSupport
from samling.agenda.models import TeamDecision
from samling.gathering.models import JointMeeting
from samling.journey.models import HELD, Held, Party, Sort
from samling.records.clock import STOCKHOLM, now


def adaptations(capacities: list[UUID], about: UUID | None) -> Iterator[Held]:
    """Adaptations that go on, with the day to ask."""
    for row in _open(Adaptation, capacities, about):
        yield Held(Sort.DUTY, row.title, row.holder_id, row.subject_id, row.pk, row.evaluate_on, row.get_absolute_url())


def support(capacities: list[UUID], about: UUID | None) -> Iterator[Held]:
    """Inquiries about support, and support in force."""
    for row in _open(SpecialSupport, capacities, about):
        to = reverse("adaptations:support", args=[row.pk])
        yield Held(Sort.DUTY, row.title, row.holder_id, row.subject_id, row.pk, row.evaluate_on, to)


def decisions(capacities: list[UUID], about: UUID | None) -> Iterator[Held]:
    """What a team meeting has given someone to hold, until somebody has said what became of it."""
    for row in _open(TeamDecision, capacities, about).filter(reviews=None):
        yield Held(Sort.DUTY, row.title, row.holder_id, row.subject_id, row.pk, row.due_on, row.get_absolute_url())


def meetings(capacities: list[UUID], about: UUID | None) -> Iterator[Held]:
    """Joint meetings to come, with the one who leads them; their subject is the journey."""
    rows = JointMeeting.objects.filter(chair_id__in=capacities, held_at=None, cancelled_at=None, withdrawn_at=None, ends_at__gte=now())
    if about:
        rows = rows.filter(subject_id__in=Party.objects.filter(child_id=about).values("journey_id"))
    for row in rows:
        on = row.starts_at.astimezone(STOCKHOLM).date()
        yield Held(Sort.MEETING, str(row.get_kind_display()), row.chair_id, row.subject_id, row.pk, on, row.get_absolute_url())


def _open(model: Any, capacities: list[UUID], about: UUID | None) -> Any:
    rows = model.objects.filter(holder_id__in=capacities, ended_at=None, withdrawn_at=None)
    return rows.filter(subject_id=about) if about else rows


HELD += [adaptations, support, decisions, meetings]
