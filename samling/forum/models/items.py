"""One item is about one child, in the asking authority's records; its place on the agenda names nobody."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import wall
from samling.people.models import Capacity, Child
from samling.records.shape import Record, paired

from .. import rules
from .meetings import ForumMeeting

STAFF = {"for_guardians": "no", "for_guardians_because": "staff"}


class ForumSlot(Record):
    """A place on a consultation team's agenda: *en punkt*. Who took it stands with the child, behind her wall."""

    policy = "plain"
    may_change = True

    meeting = models.ForeignKey(ForumMeeting, models.PROTECT, related_name="slots")
    added_at = models.DateTimeField()
    moved_at = models.DateTimeField(null=True)
    moved_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [paired("moved_at", "moved_by"), paired("dropped_at", "dropped_by")]
        indexes = [models.Index(fields=["meeting"])]


class ForumItem(Walled):
    """One child at a consultation team, in the compartment of the authority that took her up."""

    wrong_child = Closed(_("An item of the consultation team"))

    noun = _("item at a consultation team")

    slot = models.OneToOneField(ForumSlot, models.PROTECT, related_name="item")

    beside = ("slot__meeting__forum__organisation", "written_by__person", "written_by__unit__branch")

    @classmethod
    @transaction.atomic
    def take_up(
        cls, child: Child, meeting: ForumMeeting, question: str, *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "ForumItem":
        """Put a child on the agenda, and tell those whom a standing yes names. Raises Refused."""
        guard.lock_child(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        insist(cls.may_take_up(child, meeting, by))
        place = wall_of(child, by)
        slot = ForumSlot(meeting=meeting, added_at=at)
        slot.save(force_insert=True)
        item = cls(pk=pk, subject_id=child.pk, wall=place, slot=slot, written_by=by, written_at=at, **STAFF)
        item.save(force_insert=True)
        ForumItemBody(head=item, subject_id=child.pk, wall=place, question=question).save(force_insert=True)
        item.tell(rules.TAKEN_UP, by=by, at=at)
        item.open_to_table(item.pk)
        return item

    @classmethod
    def may_take_up(cls, child: Child, meeting: ForumMeeting, by: Capacity) -> Answer:
        """Whether I may put this child on that agenda."""
        place = wall_of(child, by)
        return rules.may_take_up(
            run=meeting.may_run(),
            writes=bool(place) and guard.my_access(child.pk).get(place, False),
            standing=cls.on(meeting).filter(subject_id=child.pk).exists(),
            is_protected=bool(guard.is_protected(child.pk)),
        )

    @classmethod
    def on(cls, meeting: ForumMeeting) -> Any:
        """The items of a meeting that one may read."""
        rows = cls.objects.filter(slot__meeting=meeting, slot__dropped_at=None, withdrawn_at=None)
        return rows.select_related(*cls.beside).order_by("slot__added_at", "slot_id")

    @property
    def meeting(self) -> ForumMeeting:
        """The meeting it is on the agenda of."""
        return self.slot.meeting

    @property
    def child(self) -> Child | None:
        """The child, for those who may know."""
        return Child.objects.select_related("unit", "branch").filter(pk=self.subject_id).first()

    def get_absolute_url(self) -> str:
        """Its page in the meeting."""
        return reverse("forum:item", args=[self.pk])

    def writes(self) -> bool:
        """Whether I may write behind its wall."""
        return guard.my_access(self.subject_id).get(self.wall, False)

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event on the child's story."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians="no")

    def open_to_table(self, record: UUID) -> None:
        """Let those at the table whom a standing yes names read this record; the guard says who."""
        guard.call("tell_forum", self.slot_id, record)

    def open_all(self, *, by: Capacity, at: dt.datetime) -> None:
        """A yes has come since: let those it names read the item and what has been decided."""
        records = [self.pk]
        for decision in self.decisions.filter(ended_at=None, withdrawn_at=None):
            records += [decision.pk, *decision.reviews.values_list("pk", flat=True)]
        for record in records:
            self.open_to_table(record)
        self.tell(rules.OPENED, by=by, at=at)

    def ears(self) -> dict[UUID, str]:
        """Who at the table reads it (`works`, `told`) or could be let in on a yes that stands (`named`)."""
        return {row["capacity"]: row["way"] for row in guard.rows("forum_ears", self.slot_id)}

    @transaction.atomic
    def drop(self, *, by: Capacity, at: dt.datetime) -> None:
        """Off the agenda: it is not taken up after all. Raises Refused."""
        insist(self.meeting.may_run())
        insist(rules.may_take_up(run=self.meeting.may_run(), writes=self.writes(), standing=False, is_protected=False))
        self.slot.dropped_at, self.slot.dropped_by = at, by
        self.slot.save(update_fields=["dropped_at", "dropped_by"])


class ForumItemBody(WalledBody):
    """What the authority that took the child up wants help with."""

    head = models.OneToOneField(ForumItem, models.PROTECT, primary_key=True, related_name="body")
    question = models.TextField()

    class Meta:
        verbose_name_plural = "forum item bodies"


def wall_of(child: Child, by: Capacity) -> int:
    """Behind which wall this capacity writes about the child in its compartment; 0: it holds no children."""
    if by.unit is None:
        return 0
    category = rules.behind(by.unit.branch.domain, preschool=child.unit.kind == "preschool")
    return wall(by.unit.branch.number, category) if category else 0
