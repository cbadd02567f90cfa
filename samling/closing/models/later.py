"""The calls afterwards (T3, T4): in the compartment of the one who makes them, and only while a consent of their own stands."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.consent.models import Consent
from samling.contact.models import place
from samling.followup.models.rounds import days
from samling.followup.rules import after_closing
from samling.journey.telling import tell
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import now
from samling.records.shape import paired

from .. import rules


class LaterCall(Walled):
    """One call, half a year or a year after the closing: whose it is, and how it ended. Stands while the consent does."""

    noun = _("call afterwards")
    wrong_child = Closed(_("A call afterwards"))

    class Code(models.TextChoices):
        T3 = "T3", _("after half a year")
        T4 = "T4", _("after a year")

    class Outcome(models.TextChoices):
        TALKED = "talked", _("We talked")
        NO_ANSWER = "no_answer", _("Nobody answered, after several tries")
        DECLINED = "declined", _("They did not want to talk, and that is fine")

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="+")
    code = models.CharField(max_length=2, choices=Code)
    due_on = models.DateField()
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = ("holder__person", "consent")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("done_at", "done_by"),
            models.UniqueConstraint(fields=["consent", "code"], condition=models.Q(withdrawn_at=None), name="latercall_once"),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["holder", "done_at"])]

    @classmethod
    @transaction.atomic
    def plan(cls, child: Child, consent: Consent, closed_on: dt.date, *, by: Capacity, at: dt.datetime) -> "list[LaterCall]":
        """Take the calls upon oneself, once for each yes. Raises Refused."""
        insist(rules.may_plan(stands=consent.pk in standing(child.pk)))
        wall = place(child.pk, Category.HOME) or place(child.pk, Category.CONCERN)
        made = []
        for code, on in after_closing(closed_on, days(by, at)).items():
            one = cls(pk=uuid5(consent.pk, code), subject_id=child.pk, wall=wall, consent=consent, code=code, holder=by,
                      due_on=min(on, consent.last_on),
                      written_by=by, written_at=at, for_guardians="no", for_guardians_because="staff")  # fmt: skip
            if not cls.objects.filter(pk=one.pk).exists():
                one.save(force_insert=True)
                made.append(one)
        if made:
            tell(child.pk, wall, rules.PLANNED, by=by.pk, at=at, for_guardians="no")
        return made

    @transaction.atomic
    def note(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """How it ended, once. `told`: outcome, words."""
        if self.done_at:
            return
        self.outcome, self.done_at, self.done_by = told["outcome"], at, by
        self.save(update_fields=["outcome", "done_at", "done_by"])
        if told["words"]:
            LaterCallBody(head=self, subject_id=self.subject_id, wall=self.wall, words=told["words"]).save(force_insert=True)

    @property
    def numbers(self) -> list[Guardian]:
        """Those at home whom one can ring, as far as one reads who they are."""
        rows = Guardian.objects.standing(now()).filter(subject_id=self.subject_id).exclude(phone="", safe_phone="")
        return list(rows.order_by("given_name"))

    @property
    def child(self) -> Child:
        """Whom it is about."""
        return Child.objects.select_related("unit").get(pk=self.subject_id)

    def get_absolute_url(self) -> str:
        """The call's page."""
        return reverse("closing:call", args=[self.pk])


class LaterCallBody(WalledBody):
    """What they told."""

    head = models.OneToOneField(LaterCall, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField()

    class Meta:
        verbose_name_plural = "later call bodies"


def yes_of(child: UUID) -> Consent | None:
    """The yes to being called later that stands longest."""
    return Consent.objects.filter(pk__in=standing(child)).order_by("-valid_until").first()


def calls_of(child: UUID) -> list[LaterCall]:
    """The calls about a child, the nearest first."""
    rows = LaterCall.objects.filter(subject_id=child, withdrawn_at=None).select_related("holder__person")
    return list(rows.order_by("due_on")[:20])


class Call(NamedTuple):
    """A call that is due, for the day's page."""

    id: UUID
    subject_id: UUID
    code: str
    due_on: dt.date


def standing(child: UUID) -> set[UUID]:
    """The consents to being called later that stand for a child."""
    return {row["consent"] for row in guard.rows("later_consents", child)}


def calls_due(until: dt.date) -> list[Call]:
    """The calls that are mine to make until a day, while their consent stands."""
    rows = guard.rows("later_calls", until)
    found = (Call(row["call"], row["child"], row["code"], row["due_on"]) for row in rows)
    return sorted(found, key=lambda one: (one.due_on, one.id))
