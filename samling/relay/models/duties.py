"""What is held about children in the chapters that are there: put into the list that hand-over and rehearsal read."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse

from samling.adaptations.models import Adaptation, SpecialSupport
from samling.agenda.models import TeamDecision
from samling.journey.models import HELD, Held, Sort


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


def _open(model: Any, capacities: list[UUID], about: UUID | None) -> Any:
    rows = model.objects.filter(holder_id__in=capacities, ended_at=None, withdrawn_at=None)
    return rows.filter(subject_id=about) if about else rows


HELD += [adaptations, support, decisions]
