"""An emergency opening and the answer to it. The guard opens, tells the heads and keeps the answer."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import models

from samling.access import guard
from samling.access.models import Ground
from samling.kernel.answer import insist
from samling.people.models import Capacity, Child
from samling.records.acting import insist_acting
from samling.records.shape import Record

from . import rules


class Review(Record):
    """What a head answered about an emergency opening: it was needed, or it was not and was ended."""

    policy = "plain"

    ground = models.OneToOneField("access.Ground", models.PROTECT, related_name="review")
    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    reviewed_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()
    needed = models.BooleanField()
    words = models.CharField(max_length=400, blank=True)


@dataclass(frozen=True, slots=True)
class Opening:
    """An emergency opening as a page shows it."""

    ground: Ground
    child: Child
    opener: Capacity
    review: Review | None
    looks: list[dict]

    def stands(self, at: dt.datetime) -> bool:
        """Whether it is still open."""
        return self.ground.from_at <= at and (self.ground.until_at is None or at < self.ground.until_at)


def open_in_emergency(*, roster: UUID | None, number: str, because: str, since_proof: dt.timedelta | None) -> UUID | None:
    """The ground of an emergency opening, for 24 hours; None when there is no such child to open. Raises Refused."""
    insist(rules.may_break_glass(since_proof=since_proof))
    found: UUID | None = guard.call("break_glass", insist_acting().token, roster, number, because)
    return found


def opening(number: UUID) -> Opening | None:
    """One emergency opening, for the opener and for those who read about the child."""
    ground = Ground.objects.filter(pk=number, basis=Ground.Basis.BREAK_GLASS).select_related("decided_by__person").first()
    child = Child.objects.filter(pk=ground.subject_id).select_related("unit").first() if ground else None
    if ground is None or child is None:
        return None
    rows = [row for row in guard.rows("looks_at", child.pk) if row["capacity"] == ground.to_capacity_id]
    opener = Capacity.known([ground.to_capacity_id])[ground.decided_by_id]
    review = Review.objects.filter(ground=ground).select_related("reviewed_by__person").first()
    return Opening(ground, child, opener, review, rows)


def answer(number: UUID, *, needed: bool, words: str) -> None:
    """A head's answer; what was not needed ends at once. Raises Refused."""
    guard.call("review_break_glass", number, needed, words)
