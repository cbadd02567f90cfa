"""The journey's shell, and who takes part in it."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.kernel.categories import SHARED, SHARED_BRANCH, wall
from samling.people.models.children import ScopedManager
from samling.records.acting import once
from samling.records.question import Question
from samling.records.shape import DatedQuerySet, Record, paired


class Journey(models.Model):
    """The shell that one child's matter hangs on: no narrative, begun by one authority.

    `stepping_at`: since when less is done. `closed_at`: it is closed, and until `back_until_on` the way back is open. `before`: the
    closed one that this one came after. All of it the guard's to write (decision 83).
    """

    policy = "plain"

    subject = models.OneToOneField("people.Subject", models.PROTECT, primary_key=True, related_name="journey")
    begun_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    stepping_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    back_until_on = models.DateField(null=True)
    before = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    objects = ScopedManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="journey_closed_has_a_way_back",
                condition=models.Q(closed_at=None, back_until_on=None) | models.Q(closed_at__isnull=False, back_until_on__isnull=False),
            ),
        ]


class Party(Record):
    """One authority in a journey: invited on a standing ground, there when it has accepted."""

    policy = "plain"

    class How(models.TextChoices):
        SPACE = "space", _("in the shared space")
        COPY = "copy", _("gets a copy")

    journey = models.ForeignKey(Journey, models.PROTECT, related_name="parties")
    child = models.ForeignKey("people.Child", models.PROTECT, null=True, related_name="parties")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    ground = models.ForeignKey("access.Ground", models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=5, choices=How, default=How.SPACE)
    question = models.CharField(max_length=300, blank=True)
    invited_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    accepted_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "parties"
        constraints = [paired("accepted_at", "accepted_by"), paired("ended_at", "ended_by")]
        indexes = [
            models.Index(fields=["journey"]),
            models.Index(fields=["child"]),
            models.Index(fields=["unit"]),
        ]

    @classmethod
    def around(cls, child: UUID) -> models.QuerySet["Party"]:
        """Every party, invited, there or gone, of the journeys that a child row takes part in."""
        journeys = cls.objects.filter(child_id=child, accepted_at__isnull=False).values("journey_id")
        return cls.objects.filter(journey_id__in=journeys)


class Side(NamedTuple):
    """A journey that a child row takes part in, or took part in, how, from when until when; by whose invitation."""

    journey: UUID
    how: str
    ended_at: dt.datetime | None
    accepted_at: dt.datetime
    ground: UUID | None  # what it was invited on; none for the side that began


@Question
def _sides(child: Any) -> models.QuerySet:
    there = Party.objects.filter(child_id=child, accepted_at__isnull=False)
    there = there.order_by(models.F("journey__closed_at").desc(nulls_first=True), "accepted_at")
    return there.values_list("journey_id", "how", "ended_at", "accepted_at", "ground_id")


def sides_of(child: UUID) -> list[Side]:
    """The journeys of a child row that one reads in, the open one first, then the latest closed; asked once while a page reads."""
    return once(("sides", child), lambda: [Side(*row) for row in _sides(child)])


@Question
def _copied(child: Any) -> models.QuerySet:
    return Party.objects.filter(child_id=child, how=Party.How.COPY).values_list("pk", flat=True)[:1]


def gets_copies(child: UUID) -> bool:
    """Whether a child row takes part, or took part, by copy; such a side does not read in the shared space."""
    return _copied.first(child) is not None


@Question
def _invited(child: Any) -> models.QuerySet:
    return Party.around(child).filter(accepted_at=None, ended_at=None).values_list("pk", flat=True)[:1]


def is_awaited(child: UUID) -> bool:
    """Whether somebody is invited around a child and has not answered."""
    return _invited.first(child) is not None


def journey_of(child: UUID) -> UUID | None:
    """The journey whose shared space a child's row takes part in now."""
    there = (one.journey for one in sides_of(child) if one.how == Party.How.SPACE and not one.ended_at)
    return next(there, None)


def shared_space(child: Any) -> dict[UUID, list[int]]:
    """The shared space of a child's row with all its walls, for a page that shows it beside what is the row's own."""
    journey = journey_of(child.pk)
    return {journey: [wall(SHARED_BRANCH, one) for one in SHARED]} if journey else {}
