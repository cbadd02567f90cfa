"""*Avslut*: a passage that somebody accepts. Begun, prepared, closed with a net underneath, and perhaps opened again."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid5

from django.db import models, transaction
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Journey, Party, journey_of
from samling.journey.telling import tell
from samling.kernel.answer import Answer, allow, insist, refuse
from samling.people.models import Capacity, Child
from samling.plan.models.plans import day
from samling.records.shape import paired
from samling.ui.ways import way

from .. import rules
from ..rules import Kind
from .afterwards import Afterwards
from .decisions import PLACE, NextDecision

TEXTS = ("asked_because", "stays", "child_words", "home_words")


class Closing(Afterwards, Walled):
    """One closing of a journey. The yes of the contact, the closing and the way back are the guard's to write."""

    noun = _("closing")
    wrong_child = Closed(because="a closing is called off, or the matter is opened again")

    class How(models.TextChoices):
        GUARDIAN = "guardian", _("A guardian asked for it")
        CHILD = "child", _("The child asked for it")
        STAFF = "staff", _("Someone who works with the child saw the need")
        WORK = "work", _("Something was begun together again")

    decision = models.OneToOneField(NextDecision, models.PROTECT, related_name="closing")
    reason = models.CharField(max_length=10, choices=list(rules.REASONS.items()), blank=True)
    asked = models.CharField(max_length=12, choices=list(rules.ASKED_LAST.items()), blank=True)
    contact = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    is_contact_declined = models.BooleanField(default=False)
    contact_said_at = models.DateTimeField(null=True)
    contact_yes = models.BooleanField(null=True)
    called_off_at = models.DateTimeField(null=True)
    called_off_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    back_until_on = models.DateField(null=True)
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    reopened_how = models.CharField(max_length=8, choices=How, blank=True)

    beside = ("contact__person", "contact__unit__branch", "closed_by__person", "decision", "written_by__person")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("called_off_at", "called_off_by"),
            paired("closed_at", "closed_by"),
            paired("reopened_at", "reopened_by"),
            models.UniqueConstraint(
                fields=["subject"], condition=Q(called_off_at=None, reopened_at=None, withdrawn_at=None), name="closing_one_at_a_time",
            ),
            models.CheckConstraint(name="closing_contact_or_none", condition=Q(contact=None) | Q(is_contact_declined=False)),
            models.CheckConstraint(name="closing_is_over_once", condition=Q(called_off_at=None) | Q(closed_at=None)),
            models.CheckConstraint(name="closing_opens_after_it_closed", condition=Q(reopened_at=None) | Q(closed_at__isnull=False)),
        ]

    @classmethod
    @transaction.atomic
    def begin(
        cls, child: Child, reason: str, *, by: Capacity, at: dt.datetime, pk: UUID, decision: NextDecision | None = None
    ) -> "Closing":
        """Begin to close, once. `decision`: the follow-up's; when a family ends, none is asked for. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first() or cls.of(guard.begin_journey(child.pk))
        if earlier:
            return earlier
        if decision is None:
            told = {"kind": Kind.CLOSE, "on": day(at), "next_on": None}
            decision = NextDecision.make(child, told, by=by, at=at, pk=uuid5(pk, "decision"))
        made = cls(pk=pk, subject_id=decision.subject_id, wall=PLACE, decision=decision, reason=reason,
                   asked="family_ends" if reason == rules.FAMILY else "", written_by=by, written_at=at, for_child=True)  # fmt: skip
        made.save(force_insert=True)
        ClosingBody(head=made, subject_id=made.subject_id, wall=PLACE).save(force_insert=True)
        made.tell(rules.BEGUN, by=by, at=at)
        return made

    @classmethod
    def of(cls, journey: UUID) -> "Closing | None":
        """The closing that goes on, or that closed the journey."""
        rows = cls.objects.filter(subject_id=journey, called_off_at=None, reopened_at=None, withdrawn_at=None)
        return rows.select_related(*cls.beside).first()

    @cached_property
    def writes(self) -> bool:
        """Whether I take part and may write."""
        return guard.my_access(self.subject_id).get(PLACE, False)

    @cached_property
    def child(self) -> Child | None:
        """The child as I know her."""
        sides = Party.objects.filter(journey_id=self.subject_id, child_id__isnull=False).values("child_id")
        return Child.objects.mine().filter(pk__in=sides).select_related("unit__branch").first()

    @cached_property
    def is_answered(self) -> bool:
        """Whether anybody has answered at the end how it went, on any side."""
        found: bool = guard.call("answered_last", self.pk)
        return found

    @property
    def is_open(self) -> bool:
        """Whether it is being prepared."""
        return not (self.closed_at or self.called_off_at)

    @property
    def stands(self) -> bool:
        """Whether the matter is closed by it."""
        return self.closed_at is not None and self.reopened_at is None

    @property
    def readers(self) -> list[str]:
        """Who reads it: everyone in the space."""
        return readers_of(self.subject_id)

    @transaction.atomic
    def tell_about(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """Why it is closed, whether everyone was asked, and everyone's words. Raises Refused."""
        insist(self.may_write())
        self.reason, self.asked = told["reason"], "family_ends" if told["reason"] == rules.FAMILY else told["asked"]
        self.save(update_fields=["reason", "asked"])
        ClosingBody.objects.filter(head=self).update(**{name: told[name] for name in TEXTS})
        self.tell(rules.WRITTEN, by=by, at=at)

    def may_write(self) -> Answer:
        """Whether it can still be prepared."""
        if not self.writes:
            return refuse(rules.WRITES)
        return allow(rules.WRITES) if self.is_open else refuse(rules.NOT_NOW)

    @transaction.atomic
    def call_off(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is not closed after all. Raises Refused."""
        insist(self.may_write())
        self.called_off_at, self.called_off_by = at, by
        self.save(update_fields=["called_off_at", "called_off_by"])
        self.tell(rules.CALLED_OFF, by=by, at=at)

    def close(self, *, by: Capacity, at: dt.datetime) -> None:
        """Close with a net underneath. The guard judges every condition anew. Raises Refused."""
        guard.call("close_journey", self.pk)

    def may_go_back(self, today: dt.date) -> Answer:
        """Whether the way back without a new referral is open."""
        return rules.may_go_back(closed=self.stands, back_until_on=self.back_until_on, today=today)

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event in the shared story."""
        tell(self.subject_id, PLACE, kind, by=by.pk, at=at, record=self.pk)

    def get_absolute_url(self) -> str:
        """The closing's page."""
        return way("closing:closing", self.pk)


class ClosingBody(WalledBody):
    """Why not everyone was asked, what the school and the home go on with, and everyone's words."""

    head = models.OneToOneField(Closing, models.PROTECT, primary_key=True, related_name="body")
    asked_because = models.TextField(blank=True)
    stays = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    home_words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "closing bodies"


def readers_of(journey: UUID) -> list[str]:
    """Who reads what is written in a journey's shared space."""
    parties = Party.objects.filter(journey_id=journey, how=Party.How.SPACE, accepted_at__isnull=False, ended_at=None)
    return [str(one.unit) for one in parties.select_related("unit__branch__organisation")]


def reopen(child: Child, how: str) -> UUID:
    """Open a closed matter again while its way back is open; returns the journey. Raises Refused."""
    found: UUID = guard.call("reopen_journey", child.pk, how)
    return found


def before(journey: UUID) -> Journey | None:
    """The closed journey that this one came after, as far as one takes part in it."""
    one = Journey.objects.filter(pk=journey).select_related("before").first()
    return one.before if one else None


def closed_on(child: UUID, today: dt.date) -> dt.date:
    """The day the matter was closed, as far as one knows; else today."""
    journey = Journey.objects.filter(pk=journey_of(child), closed_at__isnull=False).first()
    return day(journey.closed_at) if journey and journey.closed_at else today
