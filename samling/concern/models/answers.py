"""What whoever raised a concern gets back."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.journey.telling import notify
from samling.people.models import Capacity
from samling.records.question import Question
from samling.records.shape import Record, paired

from .. import rules
from ..rules import Word


class Outcome(Record):
    """A thank-you and one word to the one who raised a concern: never anything about the child."""

    policy = "plain"

    class Words(models.TextChoices):
        RECEIVED = Word.RECEIVED, _("Received")
        SOLVED = Word.SOLVED, _("Solved")
        ONWARD = Word.ONWARD, _("Taken further")

    signal = models.ForeignKey("concern.Signal", models.PROTECT, null=True, related_name="outcomes")
    nameless = models.ForeignKey(
        "concern.NamelessConcern", models.PROTECT, null=True, related_name="outcomes"
    )
    to = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    word = models.CharField(max_length=8, choices=Words)
    sent_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            paired("sent_at", "sent_by"),
            models.CheckConstraint(
                name="outcome_of_a_concern",
                condition=models.Q(signal__isnull=False) | models.Q(nameless__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=[name]) for name in ("signal", "nameless", "to")]

    @classmethod
    def give(
        cls, word: Word, *, to: UUID, by: Capacity, at: dt.datetime, signal_id: UUID | None = None,
        nameless_id: UUID | None = None,
    ) -> None:
        """Thank the one who raised it; the same word is not said twice."""
        about = {"nameless_id": nameless_id} if nameless_id else {"signal_id": signal_id}
        latest = cls.objects.filter(**about).order_by("-sent_at").values_list("word", flat=True).first()
        if latest == word:
            return
        told = cls(signal_id=signal_id, nameless_id=nameless_id, to_id=to, word=word, sent_by=by, sent_at=at)
        told.save(force_insert=True)
        if to != by.pk:
            notify(to, rules.ANSWERED, by=by.pk, at=at, record=told.pk)

    @classmethod
    def latest(cls, named: list[UUID], nameless: list[UUID]) -> "dict[UUID | None, Outcome]":
        """The latest answer to each of these concerns, by the key of what was raised."""
        found = _answers(named, nameless) if named or nameless else []
        return {one.nameless_id or one.signal_id: one for one in found}


@Question
def _answers(named: Any, nameless: Any) -> models.QuerySet:
    about = models.Q(signal_id__among=named) | models.Q(nameless_id__among=nameless)
    return Outcome.objects.filter(about).select_related("sent_by__person").order_by("sent_at")
