"""What one capacity should know or do, and what a person has only begun to write."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models

from samling.access.holding import duties
from samling.kernel.answer import insist
from samling.people.models import Setting
from samling.records.question import Question
from samling.records.shape import Record

from .. import rules, sealing


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

    def finish(self, *, by: UUID, at: dt.datetime, together: bool = False) -> None:
        """The one it was sent to has done it; `together` with those that stand on one line with it. Raises Refused."""
        insist(rules.may_finish(is_mine=self._is_duty_of(by)))
        self._alike(together).filter(done_at=None).update(done_at=at)

    def reopen(self, *, by: UUID, together: bool = False) -> None:
        """It was not done after all. Raises Refused."""
        insist(rules.may_finish(is_mine=self._is_duty_of(by)))
        self._alike(together).filter(done_at=self.done_at).update(done_at=None)

    def _is_duty_of(self, by: UUID) -> bool:
        """Sent to this capacity, or to one whose duties it has taken over."""
        return self.to_id == by or self.to_id in duties()

    def _alike(self, together: bool) -> models.QuerySet:
        """This one; where several stand on one line and it names no child, also the earlier ones of its kind and day."""
        if self.subject_id or not together:
            return Notice.objects.filter(pk=self.pk)
        return Notice.objects.filter(to_id__in={*duties(), self.to_id}, kind=self.kind, subject=None, due_on=self.due_on,
                                     sent_at__lte=self.sent_at)  # fmt: skip


class Draft(Record):
    """A private draft: one person's and one capacity's, encrypted, no record; kept as long as settled."""

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
        cls.objects.filter(written_by_id=by, saved_at__lt=oldest(by, at)).delete()
        sealed = sealing.seal(typed, of=by, place=place)
        kept, _made = cls.objects.update_or_create(
            written_by_id=by, place=place, defaults={"sealed": sealed, "saved_at": at}
        )
        return kept

    @classmethod
    def mine(cls, by: UUID, at: dt.datetime) -> "list[Draft]":
        """My drafts that are still kept, the latest first."""
        return _drafts(by, oldest(by, at))

    @classmethod
    def at_place(cls, place: str, *, by: UUID, at: dt.datetime) -> "Draft | None":
        """What I began to write at a place, if it is kept."""
        return cls.objects.filter(written_by_id=by, place=place, saved_at__gte=oldest(by, at)).first()

    @classmethod
    def days_kept(cls, by: UUID, at: dt.datetime) -> int:
        """How many days a draft of this capacity is kept after it was last saved."""
        return Setting.number("deadline.draft_days", at, capacity=by)

    @classmethod
    def drop(cls, place: str, *, by: UUID) -> None:
        """Forget what was begun: it has become a record, or is not wanted."""
        cls.objects.filter(written_by_id=by, place=place).delete()

    @property
    def typed(self) -> dict[str, list[str]]:
        """What was typed, field by field; empty when the seal is not ours.

        Never the key by which a form sent twice is one record: what is written next is another.
        """
        found = sealing.opened(bytes(self.sealed), of=self.written_by_id, place=self.place)
        return {name: values for name, values in found.items() if name not in ONCE}

    def first(self, *lists: str) -> dict[str, str | list[str]]:
        """What was typed, as a form's first values; those of `lists` take several."""
        return {name: said if name in lists else said[0] for name, said in self.typed.items() if said}


ONCE = {"once", "key"}


def oldest(by: UUID, at: dt.datetime) -> dt.datetime:
    """The moment before which a draft of this capacity is kept no longer."""
    return at - dt.timedelta(days=Draft.days_kept(by, at))


@Question
def _drafts(by: Any, since: Any) -> models.QuerySet:
    return Draft.objects.filter(written_by_id=by, saved_at__gte=since).defer("sealed").order_by("-saved_at")
