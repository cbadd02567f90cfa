"""Signs of being ready to close, set with the plan, in words that the child and the home can check."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.plan.models import Goal, Plan
from samling.plan.rules import may_write
from samling.records.question import Question
from samling.records.shape import paired

from .. import rules


class Criterion(Walled):
    """One sign, according to whom. Its words are kept as they were said; a sign that no longer fits is ended."""

    noun = _("sign of being ready")
    wrong_child = Closed(_("A sign of being ready to close"))

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="criteria")
    voice = models.CharField(max_length=8, choices=Goal.Voice)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = ("plan",)

    class Meta(Walled.Meta):
        verbose_name_plural = "criteria"
        constraints = [*Walled.Meta.constraints, paired("ended_at", "ended_by")]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["plan"])]

    @classmethod
    @transaction.atomic
    def add(cls, plan: Plan, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Criterion":
        """Write one down, once. `told`: words, voice. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        insist(may_write(writes=plan.writes))
        made = cls(pk=pk, plan=plan, voice=told["voice"], for_child=True, **plan.stamp(by, at))
        made.save(force_insert=True)
        CriterionBody(head=made, subject_id=made.subject_id, wall=made.wall, words=told["words"]).save(force_insert=True)
        plan.tell(rules.CRITERION, by=by, at=at, record=made.pk)
        return made

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is no sign any more."""
        if not self.ended_at:
            self.ended_at, self.ended_by = at, by
            self.save(update_fields=["ended_at", "ended_by"])

    @classmethod
    def of(cls, journey: UUID) -> "list[Criterion]":
        """The signs that stand, in the order they were written, with their words."""
        return _standing(journey)


class CriterionBody(WalledBody):
    """The words. No column of it can be changed."""

    head = models.OneToOneField(Criterion, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField()

    class Meta:
        verbose_name_plural = "criterion bodies"


@Question
def _standing(journey: Any) -> models.QuerySet:
    rows = Criterion.objects.filter(subject_id=journey, ended_at=None, withdrawn_at=None)
    return rows.select_related("body").order_by("written_at", "pk")
