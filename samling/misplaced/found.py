"""The records about a child that can be closed because they are about another: every chapter's, without their texts."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Value
from django.utils.functional import Promise

from samling.access import guard
from samling.journey.models import Party
from samling.people.models import Capacity, Child

from .kinds import kinds

MOST = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One record: what it is, when and by whom it was written."""

    kind: str
    name: str | Promise
    pk: UUID
    written_at: dt.datetime
    writer: Capacity | None


def records(child: Child, *, skip: int = 0) -> tuple[list[Line], bool]:
    """What one reads about a child and its shared space, newest first, and whether there is more. One statement."""
    journeys = Party.around(child.pk).values_list("journey_id", flat=True).distinct()
    subjects = [child.pk, *guard.met_children(child.pk), *journeys]
    models = kinds()
    first, *rest = (_heads(name, model, subjects) for name, model in models.items())
    rows = list(first.union(*rest, all=True).order_by("-written_at", "pk")[skip : skip + MOST + 1])
    writers = Capacity.known([row["written_by_id"] for row in rows])
    lines = [Line(row["of_kind"], models[row["of_kind"]].wrong_child.name, row["pk"], row["written_at"], writers.get(row["written_by_id"]))
             for row in rows[:MOST]]
    return lines, len(rows) > MOST


def kind_of(record: UUID) -> str | None:
    """Which kind of record this key belongs to, closed or not, for those who may read it."""
    first, *rest = (model.objects.filter(pk=record).order_by().values(of_kind=Value(name)) for name, model in kinds().items())
    return next((row["of_kind"] for row in first.union(*rest, all=True)), None)


def _heads(name: str, model: Any, subjects: list[UUID]) -> QuerySet:
    rows = model.objects.filter(subject_id__in=subjects, withdrawn_at=None).order_by()
    return rows.values("pk", "written_at", "written_by_id", of_kind=Value(name))
