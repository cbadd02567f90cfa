"""One item is about one child, behind the walls of the school; its place on the agenda names nobody."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Assignment, Closed, Ground, Walled, WalledBody
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, category_of, wall
from samling.people.models import Capacity, Child
from samling.people.roles import ROLES
from samling.records.shape import Record, paired
from samling.team.models import TeamMeeting
from samling.team.rules import House
from samling.ui.ways import way

from .. import rules
from ..rules import Source

STAFF = {"for_guardians": "no", "for_guardians_because": "staff"}
LAW = "OSL 23:2"
FIRST_FIRST = ("slot__added_at", "slot_id")


class Slot(Record):
    """A place on the agenda: *en punkt*. Whoever may not know the child sees this alone."""

    policy = "plain"
    may_change = True

    meeting = models.ForeignKey(TeamMeeting, models.PROTECT, related_name="slots")
    added_at = models.DateTimeField()
    question = models.CharField(max_length=400, blank=True)  # put to guests without a name
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [paired("dropped_at", "dropped_by")]
        indexes = [models.Index(fields=["meeting"])]

    @classmethod
    def on(cls, meeting: TeamMeeting, question: str = "", *, at: dt.datetime) -> "Slot":
        """The last place on an agenda. Who took it is with the child, behind her wall."""
        made = cls(meeting=meeting, added_at=at, question=question)
        made.save(force_insert=True)
        return made


class TeamMeetingItem(Walled):
    """One child at one meeting: who took her up, and what it comes from (domain reference 2.2, step 3)."""

    noun = _("item at a team meeting")
    wrong_child = Closed(_("An item of a meeting"))

    class From(models.TextChoices):
        CONCERN = Source.CONCERN, _("A concern that was carried on")
        CHECKLIST = Source.CHECKLIST, _("A checklist that was sent on")
        ADAPTATION = Source.ADAPTATION, _("An adaptation that nobody has asked about in six weeks")
        ATTENDANCE = Source.ATTENDANCE, _("Absence")
        HAND = Source.HAND, _("Taken up by a colleague")

    slot = models.OneToOneField(Slot, models.PROTECT, related_name="item")
    source = models.CharField(max_length=12, choices=From)
    record_id = models.UUIDField(null=True)

    beside = ("slot__meeting__team__unit__branch", "written_by__person")

    @classmethod
    @transaction.atomic
    def take_up(
        cls, child: Child, meeting: TeamMeeting, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "TeamMeetingItem":
        """Put a child on the agenda, and let the team read just this. Raises Refused."""
        guard.lock_child(child.pk)
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        insist(cls.may_take_up(child, meeting))
        question = told.get("nameless", "")
        insist(rules.may_ask_nameless(question=question, is_protected=bool(guard.is_protected(child.pk))))
        place, _said = cls.walls_of(child)
        item = cls(
            pk=pk, subject_id=child.pk, wall=place, slot=Slot.on(meeting, question, at=at), source=told["source"],
            record_id=told.get("record"), written_by=by, written_at=at, **STAFF,
        )  # fmt: skip
        item.save(force_insert=True)
        TeamMeetingItemBody(head=item, subject_id=child.pk, wall=place, question=told["question"]).save(
            force_insert=True
        )
        item.tell("taken up at the team meeting", by=by, at=at)
        item.open_to_team(item.pk, at=at)
        return item

    @classmethod
    def may_take_up(cls, child: Child, meeting: TeamMeeting) -> Answer:
        """Whether I may put this child on that agenda."""
        place, _said = cls.walls_of(child)
        access = guard.my_access(child.pk)
        return rules.may_raise(
            same_unit=child.unit_id == meeting.team.unit_id,
            writes=access.get(place, False),
            standing=cls.standing(meeting).filter(subject_id=child.pk).exists(),
            ended=meeting.ended_at is not None,
        )

    @classmethod
    def standing(cls, meeting: TeamMeeting) -> models.QuerySet:
        """The items of a meeting that one may read."""
        rows = cls.objects.filter(slot__meeting=meeting, slot__dropped_at=None, withdrawn_at=None)
        return rows.select_related(*cls.beside).order_by(*FIRST_FIRST)

    @staticmethod
    def walls_of(child: Child) -> tuple[int, int]:
        """Behind which walls item and decision stand, and what was said."""
        item, said = rules.categories(preschool=child.unit.kind == "preschool")
        return wall(child.branch.number, item), wall(child.branch.number, said)

    @property
    def meeting(self) -> TeamMeeting:
        """The meeting it is on the agenda of."""
        return self.slot.meeting

    @property
    def child(self) -> Child | None:
        """The child, for those who may know."""
        return Child.objects.select_related("unit", "branch").filter(pk=self.subject_id).first()

    @property
    def said_wall(self) -> int:
        """Behind which wall stands what was said about her."""
        _item, said = rules.categories(preschool=category_of(self.wall) is Category.PRESCHOOL)
        return wall(self.branch_number, said)

    def get_absolute_url(self) -> str:
        """Its page in the meeting."""
        return way("agenda:item", self.pk)

    def writes(self, place: int | None = None) -> bool:
        """Whether I may write behind its wall, or behind another."""
        return guard.my_access(self.subject_id).get(place or self.wall, False)

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event on the child's story."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians="no")

    @transaction.atomic
    def move(self, to: TeamMeeting, *, by: Capacity, at: dt.datetime) -> None:
        """Not today: it goes to another meeting of the same team. Raises Refused."""
        insist(self.meeting.may_run())
        insist(rules.may_raise(same_unit=to.team_id == self.meeting.team_id, writes=self.writes(),
                               standing=to.pk == self.meeting.pk, ended=to.ended_at is not None))  # fmt: skip
        before, self.slot = self.slot, Slot.on(to, self.slot.question, at=at)
        self.save(update_fields=["slot"])
        before.dropped_at, before.dropped_by = at, by
        before.save(update_fields=["dropped_at", "dropped_by"])
        self.tell("moved to another team meeting", by=by, at=at)

    def open_to_team(self, record: UUID, *, at: dt.datetime) -> None:
        """Let those with a place who do not work with the child read this record and her name (OSL 8:1-2, 23:2).

        School health's medical part is told too (10:27). A protected child is left to the named readers.
        """
        if guard.is_protected(self.subject_id):
            return
        for one in self.meeting.table(at):
            if one.house is not House.OUTSIDE and not self._works_with(one.capacity, at):
                ground = self._ground(one.capacity, at)
                guard.disclose_record(ground, self.wall, record)

    def _works_with(self, capacity: Capacity, at: dt.datetime) -> bool:
        rule = ROLES.get(capacity.role)
        if rule and self.category in rule.whole_unit and capacity.unit_id == self.meeting.team.unit_id:
            return True
        given = Assignment.objects.standing(at).filter(subject_id=self.subject_id, capacity=capacity)
        return given.filter(walls__contains=[self.wall]).exists()

    def _ground(self, capacity: Capacity, at: dt.datetime) -> UUID:
        standing = Ground.objects.standing(at).filter(subject_id=self.subject_id, to_capacity=capacity)
        found = standing.filter(disclosures__record_id=self.pk, disclosures__ended_at=None).first()
        if found:
            return found.pk
        name = wall(self.branch_number, Category.IDENTITY)
        ground = guard.give_ground(
            self.subject_id, [name, self.wall], basis="need_to_know", capacity=capacity.pk, paragraph=LAW,
            because=str(self.meeting.team), until=self.meeting.starts_at + rules.KEPT_FOR,
        )  # fmt: skip
        guard.disclose_record(ground, name, self.subject_id)
        guard.disclose_record(ground, self.wall, self.pk)
        return ground


class TeamMeetingItemBody(WalledBody):
    """What the one who took the child up wants help with."""

    head = models.OneToOneField(TeamMeetingItem, models.PROTECT, primary_key=True, related_name="body")
    question = models.TextField()

    class Meta:
        verbose_name_plural = "team meeting item bodies"


class Heard(Walled):
    """A receipt: a guest was in the room and heard who the child is, on a yes that stood then."""

    wrong_child = Closed(within="item")

    may_change = False

    item = models.ForeignKey(TeamMeetingItem, models.PROTECT, related_name="heard")
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    class Meta(Walled.Meta):
        verbose_name_plural = "heard"
