"""One question to a family, each giver's answer, and the reasoned exception (domain reference 6.4, 6.5)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.access.models import Walled, WalledBody
from samling.records.shape import paired


class Consent(Walled):
    """A question: who may be told what, for which purpose, from when until when. Kinds are never merged.

    `walls` are what is asked about; each giver may say yes to some of them.
    """

    class Kind(models.TextChoices):
        PARTICIPATION = "participation", _("taking part in voluntary support")
        SECRECY_WAIVER = "secrecy_waiver", _("telling another authority (OSL 12:2)")
        SIP = "sip", _("a coordinated individual plan (SoL 10:8)")
        CONTACT_LATER = "contact_later", _("being contacted later")
        ADULT_PRESENCE = "adult_presence", _("another adult being there")
        GDPR = "gdpr_consent", _("use of a picture or recording")

    kind = models.CharField(max_length=16, choices=Kind)
    walls = ArrayField(models.IntegerField())
    to_unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
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
                name="consent_runs_forward", condition=models.Q(valid_until__gt=models.F("valid_from"))
            ),
        ]


class ConsentBody(WalledBody):
    """The purpose in words, and what is expressly not covered."""

    head = models.OneToOneField(Consent, models.PROTECT, primary_key=True, related_name="body")
    purpose = models.TextField()
    excluded = models.TextField(blank=True)
    child_stance = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "consent bodies"


class ConsentAnswer(Walled):
    """What one giver said: yes to these walls, or no. The latest answer of a giver counts."""

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
                condition=models.Q(giver="guardian", guardian__isnull=False)
                | models.Q(giver__in=["child", "third"], guardian=None),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["consent"])]


class ConsentException(Walled):
    """An authorised officer's reasoned decision to go on without a guardian's answer (FB 6:13, 6:13 a; SoL 21:2)."""

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
        constraints = [*Walled.Meta.constraints, paired("ended_at", "ended_by")]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["consent"])]


class ExceptionBody(WalledBody):
    """Why the officer decided so."""

    head = models.OneToOneField(ConsentException, models.PROTECT, primary_key=True, related_name="body")
    because = models.TextField()

    class Meta:
        verbose_name_plural = "exception bodies"
