"""How one's own side takes part around each of many children, and how far those who help together have come there."""

import datetime as dt
from collections import defaultdict
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from samling.journey.models import Event, Journey, Party, sides_of
from samling.people.models import Child
from samling.records.question import Question

from ..stage_rules import TOLD, Happened, Stage, Standing, standing

MAY_HAVE_LEFT = (Stage.QUIET, Stage.CONSENT, Stage.CLOSED)  # what one's own page says after one's part is over


class Part(NamedTuple):
    """How one's own side takes part, or took part; `told` and `turned` have the moments of the shared space by name, as text."""

    child: UUID
    accepted_at: dt.datetime
    left_at: dt.datetime | None
    ground: UUID | None
    told: dict[str, str | None] | None
    turned: dict[str, str | None] | None = None

    def when(self, name: str) -> dt.datetime | None:
        """When something of this name happened in the shared space."""
        said = {**(self.told or {}), **(self.turned or {})}.get(name)
        return dt.datetime.fromisoformat(said) if said else None

    @property
    def turns(self) -> list[Happened]:
        """What the shared space says of the stage: how far one has come together, that less is done, that it is closed."""
        ways = [(kinds[0], self.when(stage)) for stage, kinds in TOLD.items()]
        ends = [("stepping down", self.when("stepping")), ("matter closed", self.when("shut"))]
        return [Happened(kind, at) for kind, at in [*ways, *ends] if at]


def standing_of(child: Child, path: list[Any]) -> Standing:
    """Where one child stands, with since when one's own side helps on another's invitation, or that its part in it is over."""
    happened = [Happened(*event) for event in path]
    here = next((one for one in sides_of(child.pk) if one.ground and not one.ended_at), None)
    found = standing(happened, here.accepted_at if here else None)
    gone = _left.first(child.pk) if found.stage in MAY_HAVE_LEFT and not sides_of(child.pk) else None
    return standing(happened, *gone) if gone else found


@Question
def _left(child: Any) -> QuerySet:
    parts = Party.objects.filter(child_id=child, accepted_at__isnull=False, ground_id__isnull=False, ended_at__isnull=False)
    return parts.order_by("-ended_at").values_list("accepted_at", "ended_at")[:1]


def parts_of(children: list[UUID]) -> dict[UUID, Part]:
    """Where each takes part: there now, else where it was last, if it was invited there."""
    parts = (Part(*row) for row in _parts(children))
    return {one.child: one for one in parts if one.ground or not one.left_at}


def stood(spine: list[Happened], side: Part | None) -> Standing:
    """Where a child's matter stands, from her own page and from one's part in the shared space."""
    if side is None:
        return standing(spine)
    return standing([*spine, *side.turns], side.accepted_at if side.ground else None, side.left_at)


def spines_of(subjects: list[UUID]) -> dict[UUID, list[Happened]]:
    """What has happened around each of these children, as far as one may read."""
    found: dict[UUID, list[Happened]] = defaultdict(list)
    for subject, kind, at, record in _events(subjects):
        found[subject].append(Happened(kind, at, record))
    return found


@Question
def _events(subjects: Any) -> QuerySet:
    events = Event.objects.filter(subject_id__among=subjects, withdrawn_at=None).order_by("written_at")
    return events.values_list("subject_id", "kind", "written_at", "record_id")


@Question
def _parts(subjects: Any) -> QuerySet:
    """Parts with the latest that was told in the shared space, and when one first came so far together."""
    told = Event.objects.filter(subject_id=OuterRef("journey_id"), withdrawn_at=None).order_by().values("subject_id")
    first = {str(stage): Min("written_at", filter=Q(kind__in=kinds)) for stage, kinds in TOLD.items()}
    summed = told.annotate(told=JSONObject(heard=Max("written_at"), **first)).values("told")
    parts = Party.objects.filter(child_id__among=subjects, accepted_at__isnull=False).order_by(F("ended_at").asc(nulls_last=True))
    space = Journey.objects.filter(pk=OuterRef("journey_id")).values(turned=JSONObject(stepping="stepping_at", shut="closed_at"))
    shown = parts.annotate(told=Subquery(summed), turned=Subquery(space))  # joined in, a space that one has left would hide the part
    return shown.values_list("child_id", "accepted_at", "ended_at", "ground_id", "told", "turned")
