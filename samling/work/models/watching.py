"""Who looks after the log: looks drawn at random to be reviewed, and alarms when someone opens very many children."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.records.shape import Record, paired


class SpotCheck(Record):
    """One look, drawn at random, that someone else than the looker reviews. Codes only, so that it holds no secret."""

    policy = "closed"

    class Reason(models.TextChoices):
        WORK = "work", _("I work with the child")
        ASKED = "asked", _("Someone who works with the child asked me")
        READY = "ready", _("I prepared for a meeting or a talk")
        SLIP = "slip", _("I opened the wrong child by mistake")
        TALK = "talk", _("I would rather say it in a talk")

    class Answer(models.TextChoices):
        FINE = "fine", _("As it should be")
        TALK = "talk", _("We talk it over")
        WRONG = "wrong", _("Not as it should be")

    look_id = models.UUIDField(unique=True)
    looker = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    reviewer = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=8, choices=Reason, blank=True)
    explained_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [paired("answered_at", "answered_by")]


class Alarm(Record):
    """Someone has opened very many children in a short while, and opens no more until somebody has answered for it."""

    policy = "closed"

    class Answer(models.TextChoices):
        WORK = "work", _("It belongs to the work")
        WRONG = "wrong", _("It does not belong to the work")

    person_id = models.UUIDField()
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    opened = models.IntegerField()
    head = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    officer = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            paired("answered_at", "answered_by"),
            models.UniqueConstraint(
                fields=["capacity"], condition=models.Q(answered_at=None), name="alarm_one_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["person_id"])]
