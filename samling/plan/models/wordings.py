"""What a line of the plan says, version by version: nothing is overwritten, and two who write at once both see both."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models, transaction

from samling.access.models import Closed, Walled, WalledBody
from samling.people.models import Capacity

from .plans import Plan


class Wording(Walled):
    """One version of what a line says: of the plan itself, of a goal or of a promise (`line_id`)."""

    wrong_child = Closed(within="line_id")

    may_change = False

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="wordings")
    line_id = models.UUIDField()
    number = models.PositiveSmallIntegerField()

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["line_id", "number"], name="wording_each_number_once"),
        ]

    @classmethod
    def latest(cls, line: UUID) -> "Wording | None":
        """What stands now, with its text."""
        return cls.objects.filter(line_id=line, withdrawn_at=None).select_related("body", "written_by__person").order_by("-number").first()

    @classmethod
    def of(cls, lines: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
        """What several lines say now, in one statement."""
        rows = cls.objects.filter(line_id__in=list(lines), withdrawn_at=None).order_by("line_id", "number")
        return {line: said for line, said in rows.values_list("line_id", "body__said") if said is not None}

    @classmethod
    @transaction.atomic
    def write(
        cls, plan: Plan, line: UUID, said: dict[str, Any], *, seen: int, by: Capacity, at: dt.datetime
    ) -> "Wording | None":
        """Keep a new version. None when somebody else has written since `seen`: then nothing is kept and both are shown.

        The same words again make no new version.
        """
        before = cls.latest(line)
        if before and before.body.said == said:
            return before
        if (before.number if before else 0) != seen:
            return None
        made = cls(**plan.stamp(by, at), plan=plan, line_id=line, number=seen + 1)
        made.save(force_insert=True)
        WordingBody(head=made, subject_id=made.subject_id, wall=made.wall, said=said).save(force_insert=True)
        return made


class WordingBody(WalledBody):
    """The words, part by part."""

    head = models.OneToOneField(Wording, models.PROTECT, primary_key=True, related_name="body")
    said = models.JSONField()

    class Meta:
        verbose_name_plural = "wording bodies"
