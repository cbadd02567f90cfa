"""How far the three views of a child have come, for a page that shows much else."""

from typing import Any

from django.db.models import QuerySet

from samling.journey.models import Party, sides_of
from samling.people.models import Child
from samling.records.question import Question

from .. import rules
from .analyses import Analysis
from .notes import Note

LONG = 300  # notes of one child that are counted at most


def in_short(child: Child) -> dict[str, Any]:
    """The notes that stand, by kind, whether the child has said something, and the latest synthesis."""
    here = [one.journey for one in sides_of(child.pk) if one.how == Party.How.SPACE and not one.ended_at]
    said, latest = _said([child.pk, *here]), _summed.first([child.pk, *here])
    return {"counts": rules.counts(kind for kind, _voice in said), "number": len(said), "latest": latest,
            "child_said": any(voice == rules.Voice.CHILD for _kind, voice in said)}  # fmt: skip


@Question
def _said(subjects: Any) -> QuerySet:
    return Note.standing(subjects).values_list("kind", "voice")[:LONG]


@Question
def _summed(subjects: Any) -> QuerySet:
    return Analysis.objects.filter(subject_id__among=subjects, withdrawn_at=None).order_by("-written_at")[:1]
