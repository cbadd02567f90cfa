"""Published versions of the plan, who has said what about them, and the copies that were sent."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.plan.models import Plan
from samling.records.shape import paired

from .. import rules
from ..rules import Change, changes
from .frozen import frozen, spoken


class PlanVersion(Walled):
    """The plan as it stood when it was published; what it was called then stays its name."""

    wrong_child = Closed(because="what has been published and sent is asked back, and a newer version is published")

    may_change = False

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Plan.Kind)

    beside = ("plan__accountable", "written_by__person")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "number"], name="planversion_each_number_once"),
        ]

    @classmethod
    @transaction.atomic
    def publish(cls, plan: Plan, *, by: Capacity, at: dt.datetime) -> "PlanVersion":
        """Freeze the plan as it stands. With nothing new, the latest version again. Raises Refused."""
        now = frozen(plan)
        insist(rules.may_publish(goals=len(now["goals"]), promises=len(now["promises"]), writes=plan.writes))
        before = cls.latest(plan)
        if before and before.body.told == now:
            return before
        made = cls(plan=plan, number=before.number + 1 if before else 1, kind=now["kind"], **plan.stamp(by, at))
        made.save(force_insert=True)
        PlanVersionBody(head=made, subject_id=made.subject_id, wall=made.wall, told=now).save(force_insert=True)
        plan.tell("plan published", by=by, at=at, record=made.pk)
        return made

    @classmethod
    def latest(cls, plan: Plan) -> "PlanVersion | None":
        """The version in force."""
        return cls.objects.filter(plan=plan).select_related("body", *cls.beside).order_by("-number").first()

    @property
    def before(self) -> "PlanVersion | None":
        """The version before this one."""
        return type(self).objects.filter(plan_id=self.plan_id, number=self.number - 1).select_related("body").first()

    @property
    def changed(self) -> list[Change]:
        """What changed since the version before; for the first nothing."""
        before = self.before
        return changes(before.body.says, self.body.says) if before else []

    def get_absolute_url(self) -> str:
        """The version's page."""
        return reverse("papers:version", args=[self.pk])


class PlanVersionBody(WalledBody):
    """Everything the version says."""

    head = models.OneToOneField(PlanVersion, models.PROTECT, primary_key=True, related_name="body")
    told = models.JSONField()

    class Meta:
        verbose_name_plural = "plan version bodies"

    @property
    def says(self) -> dict[str, Any]:
        """The same with its sentences in the reader's language."""
        return spoken(self.told)


class Acknowledgement(Walled):
    """A guardian, or the child, has seen a version: noted by who heard it, how and when. A no weighs the same."""

    wrong_child = Closed(because="it stays with the version it was said or sent of")

    may_change = False

    class Stance(models.TextChoices):
        AGREES = "agrees", _("has read it and agrees")
        PARTLY = "partly", _("has read it and agrees in part")
        NO = "no", _("has read it and does not agree")

    class How(models.TextChoices):
        SPOKEN = "spoken", _("in words")
        PAPER = "paper", _("on paper")

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="acknowledged")
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=120)
    stance = models.CharField(max_length=6, choices=Stance)
    how = models.CharField(max_length=6, choices=How)
    heard_on = models.DateField()

    @classmethod
    def note(cls, version: PlanVersion, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Acknowledgement":
        """What somebody at home said of a version, once."""
        version.plan.insist_writes()
        made = cls(pk=pk, version=version, **version.plan.stamp(by, at), **{name: told[name] for name in HEARD})
        if not cls.objects.filter(pk=pk).exists():
            made.save(force_insert=True)
            version.plan.tell("plan acknowledged", by=by, at=at, record=version.pk)
        return made


HEARD = ("guardian", "who", "stance", "how", "heard_on")


class SentCopy(Walled):
    """A version was sent to one who gets a copy: on paper or by secure message, outside Samling. Its receipt is noted."""

    noun = _("sent copy")
    wrong_child = Closed(because="it stays with the version it was said or sent of")

    class How(models.TextChoices):
        PAPER = "paper", _("on paper")
        SECURE = "secure", _("by secure message")
        HAND = "hand", _("by hand")

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="copies")
    party = models.ForeignKey("journey.Party", models.PROTECT, null=True, related_name="+")
    to = models.CharField(max_length=120)
    how = models.CharField(max_length=6, choices=How)
    sent_on = models.DateField()
    receipt_on = models.DateField(null=True)
    receipt_at = models.DateTimeField(null=True)
    receipt_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = ("version__plan",)

    class Meta(Walled.Meta):
        verbose_name_plural = "sent copies"
        constraints = [
            *Walled.Meta.constraints,
            paired("receipt_at", "receipt_by"),
            models.CheckConstraint(
                name="sentcopy_arrives_after_it_is_sent", condition=Q(receipt_on=None) | Q(receipt_on__gte=models.F("sent_on"))
            ),
        ]

    @classmethod
    def send(cls, version: PlanVersion, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "SentCopy":
        """Note that a version was sent, once. Raises Refused."""
        version.plan.insist_writes()
        made = cls(pk=pk, version=version, party=told["party"], to=told["to"], how=told["how"], sent_on=told["sent_on"],
                   **version.plan.stamp(by, at))  # fmt: skip
        if not cls.objects.filter(pk=pk).exists():
            made.save(force_insert=True)
            version.plan.tell("plan copy sent", by=by, at=at, record=version.pk)
        return made

    def arrive(self, on: dt.date, *, by: Capacity, at: dt.datetime) -> None:
        """They have said that it came."""
        self.receipt_on, self.receipt_at, self.receipt_by = max(on, self.sent_on), at, by
        self.save(update_fields=["receipt_on", "receipt_at", "receipt_by"])
