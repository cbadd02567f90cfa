"""How far the three views of a child have come, for a page that shows much else."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from samling.journey.models import Party, sides_of
from samling.people.models import Child
from samling.records.question import Question

from .. import rules
from .analyses import Analysis
from .notes import Note


def in_short(child: Child) -> dict[str, Any]:
    """The notes that stand, by kind, whether the child has said something, and the latest synthesis."""
    here = [one.journey for one in sides_of(child.pk) if one.how == Party.How.SPACE and not one.ended_at]
    said = {kind: counted for kind, *counted in _said([child.pk, *here])}
    return {"counts": {kind: said[kind][0] for kind in rules.Kind if kind in said},
            "child_said": any(own for _n, own in said.values()), "latest": _summed.first([child.pk, *here])}  # fmt: skip


@Question
def _said(subjects: Any) -> QuerySet:
    kinds = Note.standing(subjects).order_by().values_list("kind")
    return kinds.annotate(Count("pk"), own=Count("pk", filter=Q(voice=rules.Voice.CHILD)))


@Question
def _summed(subjects: Any) -> QuerySet:
    return Analysis.objects.filter(subject_id__among=subjects, withdrawn_at=None).order_by("-written_at")[:1]
