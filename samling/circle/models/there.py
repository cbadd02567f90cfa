"""Who is written down around a child, now or before."""

from typing import Any

from django.db.models import QuerySet

from samling.access.models import Assignment
from samling.people.models import Guardian, SignificantAdult
from samling.records.question import Question

STAFF = ("capacity__person", "capacity__unit__branch")


@Question
def assigned_of(child: Any) -> QuerySet:
    """Every assignment by name about a child there has been, the oldest first."""
    rows = Assignment.objects.filter(subject_id=child, capacity__isnull=False, reach=Assignment.Reach.FULL)
    return rows.select_related(*STAFF).order_by("from_at", "id")


@Question
def guardians_of(child: Any) -> QuerySet:
    """Everyone who is or was a guardian, in the order they came."""
    return Guardian.objects.filter(subject_id=child).order_by("from_at", "id")


@Question
def adults_of(child: Any) -> QuerySet:
    """Everyone else who is or was important at home, in the order they came."""
    return SignificantAdult.objects.filter(subject_id=child).order_by("from_at", "id")
