"""An absence inquiry: that it was opened, with whom, and when each duty was done. What it found is in its body."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Notice
from samling.journey.telling import notify, tell
from samling.kernel.answer import insist
from samling.kernel.categories import Category, wall
from samling.kernel.regime import Domain
from samling.people.models import Capacity, Child
from samling.records.question import Question
from samling.records.shape import paired

from .. import rules_inquiry as rules
from ..rules_inquiry import Duty, With
from .ladder import LadderStep, inquiry_days

WITH = (
    (With.PUPIL.value, _("the pupil")), (With.GUARDIANS.value, _("the guardians")), (With.STUDENT_HEALTH.value, _("student health")),
    (With.TEACHERS.value, _("the teachers")), (With.OTHERS.value, _("others")),
)  # fmt: skip


class AbsenceInquiry(Walled):
    """The school looks into why a child is away (skollagen 7:19 a)."""

    noun = _("absence inquiry")
    wrong_child = Closed(_("An absence inquiry"))

    class Because(models.TextChoices):
        REPEATED = "repeated", _("repeated absence")
        LONG = "long", _("longer absence")
        LADDER = "ladder", _("a step of the ladder was reached")
        ASKED = "asked", _("the pupil or the home asked for it")

    opened_on = models.DateField()
    due_on = models.DateField()
    because = models.CharField(max_length=8, choices=Because)
    together = ArrayField(models.CharField(max_length=14, choices=WITH), default=list)
    is_guest = models.BooleanField(default=False)
    told_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    home_told_on = models.DateField(null=True)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        verbose_name_plural = "absence inquiries"
        constraints = [*Walled.Meta.constraints, paired("changed_at", "changed_by")]

    @classmethod
    @transaction.atomic
    def open(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "AbsenceInquiry":
        """Begin to look into the absence; the same form twice is one inquiry."""
        guard.lock_child(child.pk)
        before = cls.objects.filter(pk=pk).first()
        if before:
            return before
        insist(may_open(child, by))
        days = inquiry_days(LadderStep.of(by.unit.branch.organisation_id, at))
        made = cls(
            pk=pk, subject_id=child.pk, wall=place(child), opened_on=told["opened_on"], because=told["because"],
            due_on=rules.due_on(told["opened_on"], days), together=told["together"], told_on=told["told_on"],
            is_guest=is_guest(child), written_by=by, written_at=at, for_guardians="yes",
        )  # fmt: skip
        made.save(force_insert=True)
        AbsenceInquiryBody(head=made, subject_id=child.pk, wall=made.wall, why=told["why"]).save(force_insert=True)
        tell(child.pk, made.wall, "absence inquiry opened", by=by.pk, at=at, record=made.pk)
        notify(by.pk, rules.DUE, by=by.pk, at=at, record=made.pk, subject=child.pk, due=made.due_on)
        return made

    @transaction.atomic
    def change(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """What has been done since: with whom, when told, done and reported, and what was found."""
        insist(self.may_go_on(by))
        was_done, was_reported = self.done_on, self.reported_on
        self.together, self.told_on, self.done_on = told["together"], told["told_on"], told["done_on"]
        self.reported_on, self.home_told_on = told["reported_on"], told["home_told_on"]
        self.changed_at, self.changed_by = at, by
        self.save(update_fields=["together", "told_on", "done_on", "reported_on", "home_told_on", "changed_at",
                                 "changed_by"])  # fmt: skip
        AbsenceInquiryBody.objects.filter(head=self).update(outcome=told["outcome"])
        if self.done_on and not was_done:
            tell(self.subject_id, self.wall, "absence inquiry done", by=by.pk, at=at, record=self.pk)
            if not self.reported_on:
                notify(by.pk, rules.REPORT, by=by.pk, at=at, record=self.pk, subject=self.subject_id, due=self.done_on)
        if self.reported_on and not was_reported:
            tell(self.subject_id, self.wall, "absence reported to the owner", by=by.pk, at=at, record=self.pk)
        self._tick(by, at)

    def _tick(self, by: Capacity, at: dt.datetime) -> None:
        """What is done no longer waits on the day's page of the one who did it."""
        kinds = [*([rules.DUE] if self.done_on else []), *([rules.REPORT] if self.reported_on else [])]
        for waiting in Notice.objects.filter(record_id=self.pk, to=by, kind__in=kinds, done_at=None):
            waiting.finish(by=by.pk, at=at)

    @property
    def child(self) -> Child | None:
        """The child it is about."""
        return Child.objects.filter(pk=self.subject_id).select_related("unit").first()

    def may_go_on(self, by: Capacity) -> Any:
        """May the acting capacity go on with it, and why."""
        return rules.may_change(writes=guard.my_access(self.subject_id).get(self.wall, False), role=by.role)

    @property
    def is_open(self) -> bool:
        """Whether it is going on."""
        return self.done_on is None and self.withdrawn_at is None

    def duties(self) -> list[Duty]:
        """The clock: what the law asks for, by when and when it was done."""
        return rules.duties(
            opened_on=self.opened_on, due=self.due_on, told_on=self.told_on, done_on=self.done_on,
            reported_on=self.reported_on, home_told_on=self.home_told_on, is_guest=self.is_guest,
        )  # fmt: skip

    @classmethod
    def about(cls, child: UUID) -> "list[AbsenceInquiry]":
        """The inquiries about a child, the latest first."""
        return _inquiries(child)

    @classmethod
    def open_about(cls, child: UUID) -> "AbsenceInquiry | None":
        """The one about a child that goes on."""
        found: AbsenceInquiry | None = _open.first(child)
        return found


@Question
def _inquiries(child: Any) -> models.QuerySet:
    rows = AbsenceInquiry.objects.filter(subject_id=child, withdrawn_at=None)
    return rows.order_by("-opened_on", "-written_at")


@Question
def _open(child: Any) -> models.QuerySet:
    rows = AbsenceInquiry.objects.filter(subject_id=child, withdrawn_at=None, done_on=None)
    return rows.order_by("-opened_on", "-written_at")[:1]


class AbsenceInquiryBody(WalledBody):
    """Why the absence is looked into, and what was found."""

    head = models.OneToOneField(AbsenceInquiry, models.PROTECT, primary_key=True, related_name="body")
    why = models.TextField()
    outcome = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "absence inquiry bodies"


def place(child: Child) -> int:
    """Behind the wall of support: an inquiry is about why, and a yes to attendance does not cover that."""
    return wall(child.wall // 64, Category.SUPPORT)


def may_open(child: Child, by: Capacity) -> Any:
    """May the acting capacity begin an inquiry, and why."""
    writes = guard.my_access(child.pk).get(place(child), False)
    is_open = any(one.is_open for one in AbsenceInquiry.about(child.pk))
    return rules.may_open(writes=writes, role=by.role, is_open=is_open)


def is_guest(child: Child) -> bool:
    """Whether the school's owner is another than the home municipality."""
    return rules.is_guest(
        home=child.home_municipality, school=child.unit.municipality_code,
        is_private=child.branch.domain == Domain.PRIVATE_SCHOOL,
    )  # fmt: skip
