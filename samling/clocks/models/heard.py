"""When each of my children was last heard of, and whether anything goes on around her; asked of all of them at once."""

import datetime as dt
from collections import defaultdict
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, FloatField, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Extract

from samling.journey.models import Event, Journey, Party
from samling.people.models import Child
from samling.records.question import Question

from ..rules import goes_on
from ..stage_rules import BEGINS, CLOSES, SOLVES


class Heard(NamedTuple):
    """The latest that was told, in seconds as the database counts them, and whether the matter is at rest."""

    at: float
    rests: bool

    @property
    def moment(self) -> dt.datetime:
        """When it was told."""
        return dt.datetime.fromtimestamp(self.at, dt.UTC)


def heard() -> dict[UUID, Heard]:
    """My children of whom anything has been told, on their own page or in the shared space; two statements."""
    near: dict[UUID, UUID] = {}
    told: dict[UUID, list[tuple[float, ...]]] = defaultdict(list)
    together: set[UUID] = set()
    for journey, child, ground, left_at, reads in _sides():
        near[journey] = child
        if left_at and ground:
            told[child].append((left_at, 0, 0, 0, left_at))
        together |= {child} if reads and not left_at else set()
    for subject, *moments in _latest():
        told[near.get(subject, subject)].append(tuple(moment or 0 for moment in moments))
    return {child: _heard(rows, child in together) for child, rows in told.items()}


def _heard(rows: list[tuple[float, ...]], together: bool) -> Heard:
    at, begun, asked, solved, closed = (max(moments) for moments in zip(*rows, strict=True))
    return Heard(at, not goes_on(begun=begun, asked=asked, solved=solved, closed=closed, together=together))


def seconds(moment: Any) -> Cast:
    """A moment as a plain number, for sorting hundreds."""
    return Cast(Extract(moment, "epoch"), FloatField())


@Question
def _sides() -> QuerySet:
    """Parts of now and before; the space is nothing where one reads it no more."""
    sides = Party.objects.filter(child__in=Child.objects.mine(), accepted_at__isnull=False)
    space = Exists(Journey.objects.filter(pk=OuterRef("journey_id")))
    return sides.values_list("journey_id", "child_id", "ground_id", seconds("ended_at"), space)


@Question
def _latest() -> QuerySet:
    told = Event.objects.mine().filter(withdrawn_at=None).values("subject_id")
    kinds = {"begun": BEGINS, "asked": ("consent asked",), "solved": SOLVES, "closed": CLOSES}
    latest = {name: seconds(Max("written_at", filter=Q(kind__in=of))) for name, of in kinds.items()}
    return told.annotate(at=seconds(Max("written_at")), **latest).values_list("subject_id", "at", *kinds)
