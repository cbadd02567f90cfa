"""Special support as the school has decided it: noted here with its days, kept in the school's own record."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Notice
from samling.journey.telling import notify, tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.question import Question
from samling.records.shape import paired

from .. import rules
from ..reference import BY_CODE, HEADS, DecisionKind
from .tried import home, rewrite


class SpecialSupport(Walled):
    """An inquiry about special support and what the head decided, with its days; `kind` is dated reference data."""

    wrong_child = Closed(_("Special support"))

    inquiry_on = models.DateField(null=True)
    kind = models.CharField(max_length=20, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    evaluate_on = models.DateField(null=True)
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        verbose_name_plural = "special support"
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="specialsupport_is_an_inquiry_or_a_decision",
                condition=models.Q(inquiry_on__isnull=False) | models.Q(decided_on__isnull=False),
            ),
            models.CheckConstraint(
                name="specialsupport_is_decided_whole",
                condition=models.Q(kind="", decided_on=None, decided_by=None)
                | models.Q(kind__gt="", decided_on__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="specialsupport_runs_forward",
                condition=models.Q(until_on=None) | models.Q(until_on__gte=models.F("from_on")),
            ),
        ]

    @staticmethod
    def may_note(child: Child, access: dict[int, bool] | None = None) -> Answer:
        """Whether the acting capacity may write about special support for this child."""
        own = wall(child.branch.number, Category.SUPPORT)
        return rules.may_support(writes=(access or guard.my_access(child.pk)).get(own, False))

    @classmethod
    @transaction.atomic
    def open(
        cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "SpecialSupport":
        """An inquiry is opened, speedily as the law says. `told`: inquiry_on, holder, words, where_kept, home_knows."""
        insist(cls.may_note(child))
        guard.lock_child(child.pk)
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        made = cls(
            pk=pk, subject_id=child.pk, wall=wall(child.branch.number, Category.SUPPORT), written_by=by, written_at=at,
            inquiry_on=told["inquiry_on"], holder=told["holder"], **home(told.get("home_knows", False)),
        )  # fmt: skip
        made.save(force_insert=True)
        body = SpecialSupportBody(head=made, subject_id=child.pk, wall=made.wall, inquiry=told.get("words", ""),
                                  where_kept=told.get("where_kept", ""))  # fmt: skip
        body.save(force_insert=True)
        made._tell(rules.OPENED, by=by, at=at)
        made._remind(rules.INQUIRY, told["inquiry_on"] + rules.REMINDED, by=by, at=at)
        return made

    @classmethod
    def about(cls, child: UUID) -> "list[SpecialSupport]":
        """All that is noted about a child, the latest first."""
        return _support(child)

    @classmethod
    def standing(cls, child: UUID) -> "list[SpecialSupport]":
        """The latest few that have not ended."""
        return _standing(child)

    @property
    def decision(self) -> DecisionKind | None:
        """What was decided, from the reference data; also one that can no longer be decided."""
        return BY_CODE.get(self.kind)

    @property
    def title(self) -> str:
        """What was decided, or that it is being looked into."""
        return gettext(self.decision.title) if self.decision else gettext("Inquiry about special support")

    def may_decide(self, kind: str = "", by_role: str = "") -> Answer:
        """Whether this can be decided now, by someone in this role."""
        wanted = BY_CODE.get(kind)
        return rules.may_decide(
            decided=bool(self.kind), ended=self.ended_at is not None,
            only_head=wanted is not None and wanted.only_head, by_head=by_role in HEADS,
        )  # fmt: skip

    @transaction.atomic
    def decide(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """Note the decision, once. `told`: kind, decided_on, decided_by, days, holder, words, where_kept."""
        insist(self.may_decide(told["kind"], told["decided_by"].role))
        for name in DECIDED:
            setattr(self, name, told.get(name))
        for name, value in home(told.get("home_knows", False)).items():
            setattr(self, name, value)
        self.save(update_fields=[*DECIDED, "for_guardians", "for_guardians_because"])
        kept = {"decision": told.get("words", "")} | ({"where_kept": told["where_kept"]} if told["where_kept"] else {})
        rewrite(SpecialSupportBody, self, kept)
        self._tell(rules.DECIDED, by=by, at=at)
        self._remind(rules.LOOK_AGAIN, self.evaluate_on, by=by, at=at)

    @transaction.atomic
    def look_again(self, on: dt.date | None, *, by: Capacity, at: dt.datetime) -> None:
        """It has been evaluated: it goes on until a day, or is over when there is none. Raises Refused."""
        insist(rules.may_look_again(decided=bool(self.kind), ended=self.ended_at is not None))
        self.evaluate_on = on
        if on is None:
            self.ended_at, self.ended_by = at, by
        self.save(update_fields=["evaluate_on", "ended_at", "ended_by"])
        self._tell(rules.SEEN if on else rules.OVER, by=by, at=at)
        self._remind(rules.LOOK_AGAIN, on, by=by, at=at)

    def _tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians=self.for_guardians)

    def _remind(self, kind: str, due: dt.date | None, *, by: Capacity, at: dt.datetime) -> None:
        own = Notice.objects.filter(record_id=self.pk, kind__in=(rules.INQUIRY, rules.LOOK_AGAIN), done_at=None)
        own.update(done_at=at)
        if due:
            notify(self.holder_id, kind, by=by.pk, at=at, record=self.pk, subject=self.subject_id, due=due)


FEW = 6
DECIDED = ("kind", "decided_on", "decided_by", "from_on", "until_on", "evaluate_on", "holder")


@Question
def _support(child: Any) -> models.QuerySet:
    rows = SpecialSupport.objects.filter(subject_id=child, withdrawn_at=None).select_related("holder__person")
    return rows.order_by("-written_at")


@Question
def _standing(child: Any) -> models.QuerySet:
    return SpecialSupport.objects.filter(subject_id=child, withdrawn_at=None, ended_at=None).order_by("-written_at")[:FEW]


class SpecialSupportBody(WalledBody):
    """What is looked into, what was decided in short, and where the school's own record lies."""

    head = models.OneToOneField(SpecialSupport, models.PROTECT, primary_key=True, related_name="body")
    inquiry = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    where_kept = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name_plural = "special support bodies"
