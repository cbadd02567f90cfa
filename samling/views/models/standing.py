"""How far the three views of a child have come, for a page that shows much else."""

from typing import Any

from samling.journey.models import Party
from samling.people.models import Child

from .. import rules
from .analyses import Analysis
from .notes import Note

LONG = 300  # notes of one child that are counted at most


def in_short(child: Child) -> dict[str, Any]:
    """The notes that stand, by kind, whether the child has said something, and the latest synthesis."""
    here = Party.around(child.pk).filter(child_id=child.pk, ended_at=None, how=Party.How.SPACE)
    journeys = list(here.values_list("journey_id", flat=True))
    near = Note.standing([child.pk, *journeys])
    said = list(near.values_list("kind", "voice")[:LONG])
    summed = Analysis.objects.filter(subject_id__in=[child.pk, *journeys], withdrawn_at=None)
    latest = summed.order_by("-written_at").only("id", "version", "written_at").first()
    counts = rules.counts(kind for kind, _voice in said)
    return {"counts": counts, "number": len(said), "latest": latest,
            "child_said": any(voice == rules.Voice.CHILD for _kind, voice in said)}  # fmt: skip
