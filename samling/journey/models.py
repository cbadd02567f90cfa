"""The journey's shell, its parties, notes with their text, levels, events, notices and private drafts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.access.models import Walled, WalledBody
from samling.people.models.children import ScopedManager
from samling.records.shape import DatedQuerySet, Record, paired


class Journey(models.Model):
    """The shell that one child's matter hangs on: no narrative, begun by one authority."""

    policy = "plain"

    subject = models.OneToOneField("people.Subject", models.PROTECT, primary_key=True, related_name="journey")
    begun_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    objects = ScopedManager()


class Party(Record):
    """One authority in a journey: invited on a standing ground, there when it has accepted."""

    policy = "plain"

    class How(models.TextChoices):
        SPACE = "space", _("in the shared space")
        COPY = "copy", _("gets a copy")

    journey = models.ForeignKey(Journey, models.PROTECT, related_name="parties")
    child = models.ForeignKey("people.Child", models.PROTECT, null=True, related_name="parties")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    ground = models.ForeignKey("access.Ground", models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=5, choices=How, default=How.SPACE)
    question = models.CharField(max_length=300, blank=True)
    invited_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    accepted_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "parties"
        constraints = [paired("accepted_at", "accepted_by"), paired("ended_at", "ended_by")]
        indexes = [models.Index(fields=["journey"]), models.Index(fields=["child"]), models.Index(fields=["unit"])]


class Entry(Walled):
    """A dated note in one capacity: a talk, a meeting, an observation."""

    class Kind(models.TextChoices):
        TALK = "talk", _("talk")
        MEETING = "meeting", _("meeting")
        OBSERVATION = "observation", _("observation")

    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=120)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")

    class Meta(Walled.Meta):
        verbose_name_plural = "entries"


class EntryBody(WalledBody):
    """What a note says."""

    head = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()

    class Meta:
        verbose_name_plural = "entry bodies"


class Event(Walled):
    """Something that happened, in two or three words of a fixed list; the story's spine."""

    may_change = False

    kind = models.CharField(max_length=40)
    record_id = models.UUIDField(null=True)


class Level(Walled):
    """The tier a person set for a child from a moment on, with the reason's code: never a computed fact."""

    may_change = False

    tier = models.PositiveSmallIntegerField()
    because = models.CharField(max_length=200)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(name="level_is_one_to_three", condition=models.Q(tier__gte=1, tier__lte=3)),
        ]


class Notice(Record):
    """Something one capacity should know or do; a kind and ids, never a text."""

    policy = "plain"

    to = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    record_id = models.UUIDField(null=True)
    subject = models.ForeignKey("people.Subject", models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    sent_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["to", "done_at"])]


class Draft(Record):
    """A private draft: one person's and one capacity's, encrypted, 30 days, no record."""

    policy = "plain"

    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    place = models.CharField(max_length=120)
    sealed = models.BinaryField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["written_by", "place"], name="draft_one_per_place")]
