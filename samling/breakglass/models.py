"""An emergency opening and the answer to it. The guard opens, tells the heads and keeps the answer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
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
    """An emergency opening as a page shows it; without the child and her looks for one who answers but may not read."""

    opener: Capacity
    from_at: dt.datetime
    until_at: dt.datetime | None
    because: str
    review: Review | None
    child: Child | None = None
    looks: Sequence[dict] = ()
    seen: int = 0
    is_asked: bool = False

    def stands(self, at: dt.datetime) -> bool:
        """Whether it is still open."""
        return self.from_at <= at and (self.until_at is None or at < self.until_at)


def open_in_emergency(*, roster: UUID | None, number: str, because: str, since_proof: dt.timedelta | None) -> UUID | None:
    """The ground of an emergency opening, for 24 hours; None when there is no such child to open. Raises Refused."""
    insist(rules.may_break_glass(since_proof=since_proof))
    found: UUID | None = guard.call("break_glass", insist_acting().token, roster, number, because)
    return found


def opening(number: UUID) -> Opening | None:
    """One emergency opening: for the opener, for those who read about the child, and for those who answer for it."""
    told = next(iter(guard.rows("opening_to_answer", number)), None)
    ground = Ground.objects.filter(pk=number, basis=Ground.Basis.BREAK_GLASS).first()
    child = Child.objects.filter(pk=ground.subject_id).select_related("unit").first() if ground else None
    if ground is None or child is None:
        return _unread(number, told) if told else None
    rows = [row for row in guard.rows("looks_at", child.pk) if row["capacity"] == ground.to_capacity_id]
    opener = Capacity.known([ground.to_capacity_id])[ground.decided_by_id]
    review = Review.objects.filter(ground=ground).select_related("reviewed_by__person").first()
    return Opening(opener, ground.from_at, ground.until_at, ground.because, review, child, rows, len(rows), bool(told))


def _unread(number: UUID, told: dict[str, Any]) -> Opening:
    people = Capacity.known([told["opener"], told["reviewer"]])
    review = None
    if told["reviewer"]:
        review = Review(ground_id=number, reviewed_by=people[told["reviewer"]], reviewed_at=told["reviewed_at"],
                        needed=told["needed"], words=told["words"])
    return Opening(people[told["opener"]], told["from_at"], told["until_at"], told["because"], review, seen=told["looks"],
                   is_asked=True)


def answer(number: UUID, *, needed: bool, words: str) -> None:
    """A head's answer; what was not needed ends at once. Raises Refused."""
    guard.call("review_break_glass", number, needed, words)
