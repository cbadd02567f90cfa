"""What home has said or promised about one child is laid beside the other: shown to those who read both, written once."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.journey.telling import tell
from samling.people.models import Capacity
from samling.plan.models.beside import BESIDE
from samling.promises.models import Promise
from samling.promises.rules import OPEN
from samling.records.question import Question
from samling.views.models import Note, Story

from .. import rules
from .joinings import Joined, standing


class Common(Walled):
    """A promise, a story or a note of home's, seen from the other child's table too (`to`, its journey). The guard's to write."""

    noun = _("laid beside a brother or sister")
    wrong_child = Closed(because="it is taken away from the other child's table")

    class Kind(models.TextChoices):
        PROMISE = "promise", _("family promise")
        STORY = "story", _("home's own story")
        NOTE = "note", _("home's words in the three views")

    joining = models.ForeignKey("siblings.Joining", models.PROTECT, related_name="common")
    kind = models.CharField(max_length=7, choices=Kind)
    record_id = models.UUIDField()
    to = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")

    class Meta(Walled.Meta):
        verbose_name_plural = "common"
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["joining", "record_id"], condition=Q(withdrawn_at=None), name="common_lies_there_once"),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["to"])]

    @classmethod
    @transaction.atomic
    def lay(cls, part: Joined, kind: str, record: UUID, *, by: Capacity, at: dt.datetime, pk: UUID) -> "Common":
        """Lay it beside the other child, once, since the family wants it so. Raises Refused."""
        earlier = cls.objects.filter(Q(pk=pk) | Q(joining=part.joining_id, record_id=record, withdrawn_at=None)).first()
        if earlier:
            return earlier
        made = cls.objects.get(pk=guard.call("lay_beside", pk, part.pk, kind, record))
        tell(made.subject_id, made.wall, rules.LAID, by=by.pk, at=at, record=made.pk, for_guardians="no")
        return made

    @transaction.atomic
    def take_away(self, *, by: Capacity, at: dt.datetime) -> None:
        """The family does not want it there any more; where it was said it stays."""
        if self.withdrawn_at is None:
            self.withdrawn_at, self.withdrawn_by = at, by
            self.save(update_fields=["withdrawn_at", "withdrawn_by"])


    @property
    def own_part(self) -> Joined:
        """The part of the child at whose table it was said. Raises DoesNotExist for one who takes no part there."""
        return Joined.objects.filter(joining=self.joining_id).exclude(subject_id=self.to_id).get()


class Beside(NamedTuple):
    """One thing that is common to both: the link and the record, and which child's it is."""

    link: Common
    record: Any
    called: str

    @property
    def is_own(self) -> bool:
        """Whether it was said at this child's own table."""
        return not self.called


SORTS: dict[str, Any] = {Common.Kind.PROMISE: Promise, Common.Kind.STORY: Story, Common.Kind.NOTE: Note}


@Question
def _common(joinings: Any) -> models.QuerySet:
    return Common.objects.filter(joining_id__among=joinings, withdrawn_at=None).order_by("kind", "written_at")


def beside(part: Joined) -> list[Beside]:
    """Everything that is common to both children of a joining, for one who reads both; each record through its own walls."""
    other = part.other
    links = _common([part.joining_id]) if part.reads_both else []
    found = {one.pk: one for kind in {link.kind for link in links} for one in _records(kind, links)}
    called = {link.pk: other.called if other and link.to_id == part.subject_id else "" for link in links}
    return [Beside(link, found[link.record_id], called[link.pk]) for link in links if link.record_id in found]


def _records(kind: str, links: list[Common]) -> list[Any]:
    keys = [link.record_id for link in links if link.kind == kind]
    rows = SORTS[kind].objects.filter(pk__in=keys, withdrawn_at=None)
    return list(rows.prefetch_related("words") if kind == Common.Kind.PROMISE else rows.filter(back_at=None))


def offered(part: Joined) -> list[tuple[str, Any]]:
    """What home has said or promised about this child and is not common yet: the sort, and the record."""
    if not part.reads_both:
        return []
    there = {one.record.pk for one in beside(part)}
    promises = Promise.objects.filter(subject_id=part.subject_id, side="home", withdrawn_at=None).prefetch_related("words")
    near = [part.subject_id, *part.sides]
    said = {"subject_id__in": near, "withdrawn_at": None, "back_at": None}
    notes = Note.standing(near).filter(voice__in=("guardian", "adult"), about_person=None)
    rows = (
        *((Common.Kind.PROMISE, one) for one in promises if one.state in OPEN),
        *((Common.Kind.STORY, one) for one in Story.objects.filter(**said).order_by("voice_name", "-version")),
        *((Common.Kind.NOTE, one) for one in notes.select_related("body").order_by("-written_at")[:30]),
    )
    return [(str(kind), one) for kind, one in rows if one.pk not in there]


def family_promises(journey: UUID) -> list[tuple[str, Promise]]:
    """The promises of home at the other children's tables that hold for this child too: what that child is called, the promise."""
    calls = {other.journey: other.called for other in standing().values()}
    if not calls:
        return []
    links = [one for one in _to(journey) if one.subject_id in calls]
    rows = {one.pk: one for one in _records(Common.Kind.PROMISE, links)}
    return [(calls[one.subject_id], rows[one.record_id]) for one in links if one.record_id in rows]


@Question
def _to(journey: Any) -> models.QuerySet:
    return Common.objects.filter(to_id=journey, kind=Common.Kind.PROMISE, withdrawn_at=None).order_by("written_at")


BESIDE.append(family_promises)
