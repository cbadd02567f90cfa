"""What is written of what was tried for a child: here, and line by line at the tables of its checklists."""

from typing import Any

from django.db.models import QuerySet

from samling.checklist.models import Trial, Tried
from samling.records.question import Question

from .asked import Evaluation
from .tried import Adaptation


@Question
def adaptations_of(child: Any) -> QuerySet:
    """What is or was tried, with who sees to it."""
    return Adaptation.objects.filter(subject_id=child, withdrawn_at=None).select_related("holder__person", "body")


@Question
def effects_of(child: Any) -> QuerySet:
    """How each went, the latest last."""
    said = Evaluation.objects.filter(subject_id=child, withdrawn_at=None).order_by("written_at")
    return said.values_list("adaptation_id", "result")


@Question
def tried_before(child: Any) -> QuerySet:
    """What the checklists say has been tried, version by version."""
    return Tried.objects.filter(subject_id=child, withdrawn_at=None).order_by("version").select_related("body")


@Question
def chosen_next(child: Any) -> QuerySet:
    """What the tables have chosen to try, version by version, with who was to begin."""
    return Trial.objects.filter(subject_id=child, withdrawn_at=None).order_by("version").select_related("body", "starter__person")
