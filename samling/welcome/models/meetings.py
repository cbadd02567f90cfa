"""An information meeting: arranged, held, answered. It stands in the team's own compartment, behind CONSENT."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard, holding
from samling.access.models import Closed, Walled, WalledBody
from samling.contact.models import custodial
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, Setting
from samling.records.clock import STOCKHOLM
from samling.records.shape import paired
from samling.referral.models import Referral
from samling.referral.rules import State

from .. import rules
from ..rules import Stage

NEEDS = tuple(rules.NEEDS.items())


class InfoMeeting(Walled):
    """The family hears what is offered, and that it is voluntary (domain reference 2.2, step 7)."""

    noun = _("information meeting")
    wrong_child = Closed(within="referral")

    referral = models.OneToOneField("referral.Referral", models.PROTECT, related_name="meeting")
    holder = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    due_on = models.DateField()
    starts_at = models.DateTimeField(null=True)
    needs = ArrayField(models.CharField(max_length=12, choices=NEEDS), default=list)
    text_version = models.CharField(max_length=20, blank=True)
    consent = models.OneToOneField("consent.Consent", models.PROTECT, null=True, related_name="+")
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = ("holder__person", "holder__unit", "consent")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("held_at", "held_by"),
            models.CheckConstraint(
                name="infomeeting_is_held_with_words_and_a_question",
                condition=models.Q(held_at=None, consent=None) | models.Q(held_at__isnull=False, text_version__gt=""),
            ),
        ]

    @classmethod
    @transaction.atomic
    def arrange(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> "InfoMeeting":
        """Note when, where and what the family needs; once more to change it. Raises Refused.

        `told`: holder (a Capacity), starts_at or None, needs, place, words.
        """
        guard.lock_child(child.pk)
        found, referral = cls.about(child.pk), Referral.about(child.pk)
        insist(may_arrange(child, by))
        if referral is None:
            raise Referral.DoesNotExist
        if found is None:
            found = cls._begun(child, referral, told["holder"], by=by, at=at)
        for name in ("starts_at", "needs", "holder"):
            setattr(found, name, told[name])
        found.save(update_fields=["starts_at", "needs", "holder"])
        InfoMeetingBody.objects.filter(head=found).update(place=told["place"], words=told["words"])
        found.tell("information meeting arranged", by=by, at=at)
        return found

    @classmethod
    def _begun(cls, child: Child, referral: Referral, holder: Capacity, *, by: Capacity, at: dt.datetime) -> "InfoMeeting":
        own = wall(child.branch.number, Category.CONSENT)
        made = cls(
            referral=referral, subject_id=child.pk, wall=own, written_by=by, written_at=at, holder=holder,
            due_on=due_of(referral),
        )  # fmt: skip
        made.save(force_insert=True)
        InfoMeetingBody(head=made, subject_id=child.pk, wall=own).save(force_insert=True)
        return made

    @classmethod
    def about(cls, child: UUID) -> "InfoMeeting | None":
        """The latest about a child, as far as one may read."""
        found = cls.objects.filter(subject_id=child, withdrawn_at=None).select_related(*cls.beside)
        return found.order_by("-written_at").first()

    @property
    def child(self) -> Child:
        """The team's own row for the child."""
        return Child.objects.select_related("branch", "unit").get(pk=self.subject_id)

    @property
    def stage(self) -> Stage:
        """Where it stands; derived from the answers, so that a yes that is taken back counts at once."""
        if self.consent is None:
            return Stage.ARRANGED
        return rules.outcome(giver.said for giver in self.consent.asked().question.givers)

    @property
    def keeper(self) -> Capacity | None:
        """Who meets the family now: the holder, or whoever has taken over; None where nobody has."""
        found = holding.holders([self.holder_id]).get(self.holder_id)
        return Capacity.objects.select_related("person").filter(pk=found).first() if found else None

    @property
    def question(self) -> Referral | None:
        """The referral behind it, while the team has a part in it."""
        rows = Referral.objects.filter(pk=self.referral_id).select_related(*Referral.beside)
        return rows.prefetch_related("decisions").first()

    @property
    def is_over(self) -> bool:
        """Whether the family's no has ended the question."""
        question = self.question
        return question is None or question.state is not State.ACCEPTED

    @property
    def need_words(self) -> list[str]:
        """What the family needs, in words."""
        return [gettext(name) for code, name in rules.NEEDS.items() if code in self.needs]

    def may_hold(self, by: Capacity, today: dt.date) -> Answer:
        """Whether what was said can be noted now."""
        starts = self.starts_at.astimezone(STOCKHOLM).date() if self.starts_at else None
        return rules.may_hold(
            arrange=may_arrange(self.child, by), starts_on=starts, today=today, guardians=len(custodial(self.subject_id))
        )

    def may_answer(self, by: Capacity) -> Answer:
        """Whether one more answer can be noted."""
        child, own = self.child, by.unit_id
        return rules.may_answer(at_team=child.unit_id == own, is_held=self.held_at is not None, over=self.is_over)

    def stamp(self, by: Capacity, at: dt.datetime) -> dict[str, Any]:
        """What every chair at this meeting begins with."""
        return {
            "subject_id": self.subject_id, "wall": self.wall, "written_by": by, "written_at": at,
            "for_guardians": self.for_guardians, "for_guardians_because": self.for_guardians_because,
        }  # fmt: skip

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event on the team's own side."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("welcome:show", args=[self.pk])


class InfoMeetingBody(WalledBody):
    """Where, and what the family needs in its own words."""

    head = models.OneToOneField(InfoMeeting, models.PROTECT, primary_key=True, related_name="body")
    place = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "info meeting bodies"


def may_arrange(child: Child, by: Capacity) -> Answer:
    """Whether this capacity may arrange the meeting."""
    referral, found = Referral.about(child.pk), InfoMeeting.about(child.pk)
    mine = bool(referral and referral.party.child_id == child.pk and referral.at_team(by))
    accepted = bool(referral and referral.state is State.ACCEPTED)
    is_held = bool(found and referral and found.referral_id == referral.pk and found.held_at)
    return rules.may_arrange(at_team=mine, accepted=accepted, is_held=is_held)


def due_of(referral: Referral) -> dt.date:
    """The last day to meet the family, counted from the team's yes by the team's own setting."""
    said = referral.decided.written_at if referral.decided else referral.written_at
    days = Setting.number("deadline.welcome_days", said, organisation=referral.party.unit.branch.organisation_id)
    return rules.due(said.astimezone(STOCKHOLM).date(), days)

