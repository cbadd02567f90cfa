"""The journey's shell, its parties, notes with their text, levels, events, notices and private drafts."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access.models import Walled, WalledBody
from samling.kernel.answer import Answer, insist
from samling.people.models.children import ScopedManager
from samling.records.shape import DatedQuerySet, Record, paired

from . import rules, sealing


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

    @classmethod
    @transaction.atomic
    def write(
        cls, told: dict[str, Any], *, subject: UUID, wall: int, by: UUID, at: dt.datetime, pk: UUID,
        corrects: "Entry | None" = None,
    ) -> "Entry":
        """Write a note once; a note that the whole wall reads is told as an event too.

        `told`: kind, title, text, for_guardians with its reason, for_child, only_for.
        """
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        heads = {name: told[name] for name in HEADS if name in told}
        entry = cls(pk=pk, subject_id=subject, wall=wall, written_by_id=by, written_at=at, corrects=corrects, **heads)
        entry.save(force_insert=True)
        EntryBody(head=entry, subject_id=subject, wall=wall, text=told["text"]).save(force_insert=True)
        if not entry.only_for_id:
            kind = rules.CORRECTED if corrects else rules.WRITTEN
            Event(subject_id=subject, wall=wall, kind=kind, record_id=pk, written_by_id=by, written_at=at,
                  for_guardians="no", for_guardians_because="staff").save(force_insert=True)
        return entry

    def may_rewrite(self, by: UUID, at: dt.datetime) -> Answer:
        """Whether this capacity may still change or take back the note itself."""
        return rules.may_rewrite(is_own=self.written_by_id == by, age=at - self.written_at, is_back=self.is_back)

    def may_correct(self, by: UUID) -> Answer:
        """Whether this capacity may write a new version."""
        newer = self.corrections.filter(withdrawn_at=None).exists()
        return rules.may_correct(is_own=self.written_by_id == by, has_newer=newer, is_back=self.is_back)

    @property
    def is_back(self) -> bool:
        """Whether it has been taken back."""
        return self.withdrawn_at is not None

    @transaction.atomic
    def correct(self, told: dict[str, Any], *, by: UUID, at: dt.datetime, pk: UUID) -> "Entry":
        """Change the text within a day; later a new version stands beside the old one. Raises Refused."""
        if not self.may_rewrite(by, at):
            earlier = type(self).objects.filter(pk=pk).first()
            insist(rules.SENT_TWICE if earlier else self.may_correct(by))
            return type(self).write(told, subject=self.subject_id, wall=self.wall, by=by, at=at, pk=pk, corrects=self)
        changed = [name for name in HEADS if name in told]
        for name in changed:
            setattr(self, name, told[name])
        self.save(update_fields=changed)
        EntryBody.objects.filter(head=self).update(text=told["text"])
        return self

    @transaction.atomic
    def take_back(self, *, by: UUID, at: dt.datetime) -> None:
        """It was written by mistake: within a day nobody but its writer sees it any more. Raises Refused."""
        insist(self.may_rewrite(by, at))
        self.withdrawn_at, self.withdrawn_by_id = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])

    def get_absolute_url(self) -> str:
        """The note's own page."""
        return reverse("journey:note", args=[self.pk])


HEADS = ("kind", "title", "for_guardians", "for_guardians_because", "for_child", "only_for")


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

    def finish(self, *, by: UUID, at: dt.datetime) -> None:
        """The one it was sent to has done it. Raises Refused."""
        insist(rules.may_finish(is_mine=self.to_id == by))
        self._alike().filter(done_at=None).update(done_at=at)

    def reopen(self, *, by: UUID) -> None:
        """It was not done after all. Raises Refused."""
        insist(rules.may_finish(is_mine=self.to_id == by))
        self._alike().filter(done_at=self.done_at).update(done_at=None)

    def _alike(self) -> models.QuerySet:
        """This one; and, when it names no child, the earlier ones of its kind, which stand on one line with it."""
        if self.subject_id:
            return Notice.objects.filter(pk=self.pk)
        return Notice.objects.filter(to_id=self.to_id, kind=self.kind, subject=None, due_on=self.due_on,
                                     sent_at__lte=self.sent_at)  # fmt: skip


class Draft(Record):
    """A private draft: one person's and one capacity's, encrypted, 30 days, no record."""

    policy = "plain"

    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    place = models.CharField(max_length=120)
    sealed = models.BinaryField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["written_by", "place"], name="draft_one_per_place")]

    @classmethod
    def keep(cls, place: str, typed: dict[str, list[str]], *, by: UUID, at: dt.datetime) -> "Draft":
        """Keep what is typed at a place, over what was kept there before; the oldest of mine go."""
        cls.objects.filter(written_by_id=by, saved_at__lt=at - rules.DRAFTS_KEPT).delete()
        sealed = sealing.seal(typed, of=by, place=place)
        kept, _made = cls.objects.update_or_create(
            written_by_id=by, place=place, defaults={"sealed": sealed, "saved_at": at})
        return kept

    @classmethod
    def mine(cls, by: UUID, at: dt.datetime) -> "list[Draft]":
        """My drafts of the last 30 days, the latest first."""
        kept = cls.objects.filter(written_by_id=by, saved_at__gte=at - rules.DRAFTS_KEPT)
        return list(kept.defer("sealed").order_by("-saved_at"))

    @classmethod
    def at_place(cls, place: str, *, by: UUID, at: dt.datetime) -> "Draft | None":
        """What I began to write at a place, if it is kept."""
        return cls.objects.filter(written_by_id=by, place=place, saved_at__gte=at - rules.DRAFTS_KEPT).first()

    @classmethod
    def drop(cls, place: str, *, by: UUID) -> None:
        """Forget what was begun: it has become a record, or is not wanted."""
        cls.objects.filter(written_by_id=by, place=place).delete()

    @property
    def typed(self) -> dict[str, list[str]]:
        """What was typed, field by field; empty when the seal is not ours."""
        return sealing.opened(bytes(self.sealed), of=self.written_by_id, place=self.place)
