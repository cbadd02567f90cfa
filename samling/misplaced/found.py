"""The records about a child that can be closed because they are about another: every chapter's, without their texts."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils.functional import Promise

from samling.access import guard
from samling.journey.models import Party
from samling.people.models import Capacity, Child

from .kinds import kinds

MOST = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One record: what it is, what tells it from its like, when and by whom it was written."""

    kind: str
    name: str | Promise
    said: str
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
    return [_line(models[row["of_kind"]], row, writers) for row in rows[:MOST]], len(rows) > MOST


def kind_of(record: UUID) -> str | None:
    """Which kind of record this key belongs to, closed or not, for those who may read it."""
    first, *rest = (model.objects.filter(pk=record).order_by().values(of_kind=Value(name)) for name, model in kinds().items())
    return next((row["of_kind"] for row in first.union(*rest, all=True)), None)


def _heads(name: str, model: Any, subjects: list[UUID]) -> QuerySet:
    rows = model.objects.filter(subject_id__in=subjects, withdrawn_at=None).order_by()
    fields = {field: field for field in model.wrong_child.by}
    return rows.values("pk", "written_at", "written_by_id", of_kind=Value(name), said=JSONObject(**fields))


def _line(model: Any, row: dict[str, Any], writers: dict[UUID, Capacity]) -> Line:
    said = _said(model, row["said"])
    return Line(row["of_kind"], model.wrong_child.name, said, row["pk"], row["written_at"], writers.get(row["written_by_id"]))


def _said(model: Any, fields: dict[str, Any]) -> str:
    """The title that a record's own fields give it; empty where they say no more than what kind it is."""
    if not fields:
        return ""
    return said_of(model(**{name: model._meta.get_field(name).to_python(value) for name, value in fields.items()}))


def said_of(record: Any) -> str:
    """What tells a record from its like: its title, else which sort of its kind it is."""
    return str(getattr(record, "title", "") or record.get_kind_display())
