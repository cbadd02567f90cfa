"""One question to a family, each giver's answer, and the reasoned exception (domain reference 6.4, 6.5)."""

import datetime as dt
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.access.sight import CONSENTS
from samling.consent.rules import TELLING
from samling.kernel.categories import Category
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import paired

from .deeds import ConsentDeeds
from .taking_back import AnswerDeeds, ExceptionDeeds


class Consent(ConsentDeeds, Walled):
    """A question: who may be told what, for which purpose, from when until when. Kinds are never merged.

    `walls` are what is asked about; each giver may say yes to some of them. A question behind the wall of
    *Kontakta inte hemmet* is quiet: the young person alone is asked, and nobody else can tell that it was.
    """

    wrong_child = Closed(because="a question about a yes is ended, and what rests on it ends in the same statement")

    class Kind(models.TextChoices):
        SECRECY_WAIVER = "secrecy_waiver", _("telling another authority (OSL 12:2)")
        SIP = "sip", _("a coordinated individual plan (SoL 10:8)")
        PARTICIPATION = "participation", _("taking part in voluntary support")
        CONTACT_LATER = "contact_later", _("being contacted later")
        ADULT_PRESENCE = "adult_presence", _("another adult being there")
        SIBLINGS = "siblings", _("being joined with a brother or sister")
        GDPR = "gdpr_consent", _("use of a picture or recording")

    kind = models.CharField(max_length=16, choices=Kind)
    walls = ArrayField(models.IntegerField())
    to_unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    to_capacity = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    asks_child = models.BooleanField(default=False)
    text_version = models.CharField(max_length=20)
    language = models.CharField(max_length=8, default="sv")
    interpreter = models.BooleanField(default=False)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="consent_runs_forward", condition=Q(valid_until__gt=models.F("valid_from"))
            ),
            models.CheckConstraint(
                name="consent_to_tell_names_one_recipient",
                condition=Q(kind__in=TELLING, to_unit__isnull=False, to_capacity=None)
                | Q(kind__in=TELLING, to_unit=None, to_capacity__isnull=False)
                | ~Q(kind__in=TELLING) & Q(to_unit=None, to_capacity=None),
            ),
        ]

    @property
    def quiet(self) -> bool:
        """Whether the home is not to know: kept behind the no-contact wall."""
        return self.category == Category.NO_CONTACT

    @property
    def last_on(self) -> dt.date:
        """The last day it counts, in Stockholm."""
        return (self.valid_until - dt.timedelta(seconds=1)).astimezone(STOCKHOLM).date()

    @property
    def recipient(self) -> str:
        """Who would be told, in words; empty for the kinds that tell nobody."""
        return str(self.to_capacity or self.to_unit or "")


class ConsentBody(WalledBody):
    """The purpose in words, and what is expressly not covered."""

    head = models.OneToOneField(Consent, models.PROTECT, primary_key=True, related_name="body")
    purpose = models.TextField()
    excluded = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "consent bodies"


class ConsentAnswer(AnswerDeeds, Walled):
    """What one giver said: yes to these walls, or no. The latest answer of a giver counts.

    A third person's own yes carries that person's id in `about_person`: what is written about him or her is
    told on this consent only then.
    """

    wrong_child = Closed(because="an answer is taken back by the one who gave it")

    class Giver(models.TextChoices):
        GUARDIAN = "guardian", _("guardian")
        CHILD = "child", _("the child")
        THIRD = "third", _("a third person")

    class How(models.TextChoices):
        SPOKEN = "spoken", _("spoken")
        PAPER = "paper", _("on paper")
        ELECTRONIC = "electronic", _("with electronic identification")
        INTERPRETED = "interpreted", _("spoken, through an interpreter")

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="answers")
    giver = models.CharField(max_length=8, choices=Giver)
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    third_person = models.CharField(max_length=120, blank=True)
    yes = models.BooleanField()
    walls = ArrayField(models.IntegerField(), default=list)
    how = models.CharField(max_length=12, choices=How)
    answered_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    taken_back_how = models.CharField(max_length=12, choices=How, blank=True)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("taken_back_at", "taken_back_by"),
            models.CheckConstraint(
                name="consentanswer_guardian_is_named",
                condition=Q(giver="guardian", guardian__isnull=False)
                | Q(giver__in=["child", "third"], guardian=None),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["consent"])]


class AnswerBody(WalledBody):
    """The giver's own words, as they were said: the child's own view among them."""

    head = models.OneToOneField(ConsentAnswer, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField()

    class Meta:
        verbose_name_plural = "answer bodies"


class ConsentException(ExceptionDeeds, Walled):
    """An officer's reasoned decision to go on without a guardian's answer (FB 6:13, 6:13 a; SoL 21:2)."""

    wrong_child = Closed(because="the officer ends it")

    class Reason(models.TextChoices):
        PREVENTED = "prevented", _("the other guardian is prevented and it cannot wait (FB 6:13)")
        MINOR = "minor_measure", _("a minor measure, no disagreement expected")
        FB_6_13A = "fb_6_13a_decision", _("the social services committee's decision (FB 6:13 a)")
        UNKNOWN_CUSTODY = "unknown_custody", _("custody cannot be found out")
        CHILD_ALONE = "child_alone", _("the young person alone, 15 or older (SoL 21:2)")

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="exceptions")
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=20, choices=Reason)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="consentexception_is_about_one_guardian_or_all",
                condition=Q(reason="child_alone", guardian=None)
                | ~Q(reason="child_alone") & Q(guardian__isnull=False),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["consent"])]


class ExceptionBody(WalledBody):
    """Why the officer decided so."""

    head = models.OneToOneField(ConsentException, models.PROTECT, primary_key=True, related_name="body")
    because = models.TextField()

    class Meta:
        verbose_name_plural = "exception bodies"


@Question
def _readable(keys: Any) -> models.QuerySet:
    return Consent.objects.filter(pk__among=keys).values_list("pk", flat=True)


CONSENTS.append(_readable)
