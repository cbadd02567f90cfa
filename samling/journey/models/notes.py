"""Notes with their text, and the story's spine: events, and the levels that people set."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import Answer, insist

from .. import rules


class Entry(Walled):
    """A dated note in one capacity: a talk, a meeting, an observation."""

    wrong_child = Closed(_("A note"), by=("title", "kind"))

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
        cls,
        told: dict[str, Any],
        *,
        subject: UUID,
        wall: int,
        by: UUID,
        at: dt.datetime,
        pk: UUID,
        corrects: "Entry | None" = None,
    ) -> "Entry":
        """Write a note once; a note that the whole wall reads is told as an event too.

        `told`: kind, title, text, for_guardians with its reason, for_child, only_for.
        """
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        heads = {name: told[name] for name in HEADS if name in told}
        entry = cls(
            pk=pk, subject_id=subject, wall=wall, written_by_id=by, written_at=at, corrects=corrects, **heads
        )
        entry.save(force_insert=True)
        EntryBody(head=entry, subject_id=subject, wall=wall, text=told["text"]).save(force_insert=True)
        entry._tell(rules.CORRECTED if corrects else rules.WRITTEN, by=by, at=at)
        return entry

    def _tell(self, kind: str, *, by: UUID, at: dt.datetime) -> None:
        """Note on the story's spine what happened to the note, where the whole wall reads it."""
        if not self.only_for_id:
            Event(
                subject_id=self.subject_id,
                wall=self.wall,
                kind=kind,
                record_id=self.pk,
                written_by_id=by,
                written_at=at,
                for_guardians="no",
                for_guardians_because="staff",
            ).save(force_insert=True)

    def may_rewrite(self, by: UUID, at: dt.datetime) -> Answer:
        """Whether this capacity may still change or take back the note itself."""
        return rules.may_rewrite(
            is_own=self.written_by_id == by, age=at - self.written_at, is_back=self.is_back
        )

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
            return type(self).write(
                told, subject=self.subject_id, wall=self.wall, by=by, at=at, pk=pk, corrects=self
            )
        changed = [name for name in HEADS if name in told]
        for name in changed:
            setattr(self, name, told[name])
        self.save(update_fields=changed)
        EntryBody.objects.filter(head=self).update(text=told["text"])
        self._tell(rules.CORRECTED, by=by, at=at)
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

    wrong_child = Closed(within="record_id")

    may_change = False

    kind = models.CharField(max_length=40)
    record_id = models.UUIDField(null=True)


class Level(Walled):
    """The tier a person set for a child from a moment on, with the reason's code: never a computed fact."""

    wrong_child = Closed(because="a new level takes its place")

    may_change = False

    tier = models.PositiveSmallIntegerField()
    because = models.CharField(max_length=200)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(
                name="level_is_one_to_three", condition=models.Q(tier__gte=1, tier__lte=3)
            ),
        ]
