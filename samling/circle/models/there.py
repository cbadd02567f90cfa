"""Who is written down around a child, now or before."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samling.access.models import Assignment
from samling.people.models import Capacity, SignificantAdult
from samling.records.question import Question


def assigned_of(child: UUID) -> list[Assignment]:
    """Every assignment by name about a child there has been, the oldest first."""
    rows = [row for row in Assignment.around(child) if row.capacity_id]
    Capacity.stand_by(rows, "capacity")
    return rows


@Question
def adults_of(child: Any) -> QuerySet:
    """Everyone else who is or was important at home, in the order they came."""
    return SignificantAdult.objects.filter(subject_id=child).order_by("from_at", "id")
