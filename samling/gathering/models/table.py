"""Who is invited to a meeting, why, what they can decide and what they have answered."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.records.shape import paired
from samling.seating.models import Seat

from .. import rules
from ..rules import Answered
from .meetings import JointMeeting

FIRST = (Seat.Kind.CHILD, Seat.Kind.GUARDIAN, Seat.Kind.ADULT, Seat.Kind.STAFF)
BESIDE = ("seat__capacity__person", "seat__capacity__unit__branch__organisation", "seat__guardian", "body")


class Invited(Walled):
    """One chair that someone is asked to take; its reason stands in the body, so that the family reads it too."""

    noun = _("invitation")
    wrong_child = Closed(within="meeting")

    class Answers(models.TextChoices):
        COMES = Answered.COMES, _("comes")
        FROM_AFAR = Answered.FROM_AFAR, _("takes part by phone or video")
        NOT = Answered.NOT, _("cannot come")

    meeting = models.ForeignKey(JointMeeting, models.PROTECT, related_name="invited")
    seat = models.OneToOneField("seating.Seat", models.PROTECT, related_name="invited")
    decides = models.BooleanField(default=False)
    answer = models.CharField(max_length=10, choices=Answers, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    came_at = models.DateTimeField(null=True)
    came_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        verbose_name_plural = "invited"
        constraints = [*Walled.Meta.constraints, paired("answered_at", "answered_by"), paired("came_at", "came_by")]

    @classmethod
    def to(cls, meeting: JointMeeting) -> "list[Invited]":
        """Everyone who is asked to the table: the child, the family, others, and last those who work."""
        rows = cls.objects.filter(meeting=meeting, seat__left_at=None).select_related(*BESIDE)
        return sorted(rows.order_by("written_at", "pk"), key=lambda one: FIRST.index(one.seat.kind))

    @classmethod
    @transaction.atomic
    def invite(
        cls, meeting: JointMeeting, who: dict[str, Any], *, why: str, decides: bool, by: Capacity, at: dt.datetime
    ) -> "Invited":
        """Ask someone to the table, and say why. `who` is what a chair is made of. Raises Refused."""
        insist(meeting.may_prepare())
        asked = Seat(gathering_id=meeting.pk, **who)
        insist(rules.may_invite(taken=any(one.seat.key == asked.key for one in cls.to(meeting))))
        seat = Seat.take(meeting, by=by, at=at, **who)
        made = cls(**meeting.stamp(by, at), meeting=meeting, seat=seat, decides=decides)
        made.save(force_insert=True)
        InvitedBody(head=made, subject_id=made.subject_id, wall=made.wall, why=why).save(force_insert=True)
        return made

    def note_answer(self, answer: str, *, by: Capacity, at: dt.datetime) -> None:
        """What she or he has answered, whoever heard it. Raises Refused."""
        insist(self.meeting.may_prepare())
        self.answer, self.answered_at, self.answered_by = answer, at, by
        self.save(update_fields=["answer", "answered_at", "answered_by"])

    def take_away(self, *, by: Capacity, at: dt.datetime) -> None:
        """Not asked to the table after all. Raises Refused."""
        insist(self.meeting.may_prepare())
        self.seat.leave(by=by, at=at)

    @property
    def is_mine(self) -> bool:
        """Whether it is the chair of somebody on the staff."""
        return self.seat.capacity_id is not None

    @property
    def role(self) -> str:
        """What she or he is to the child or at work; the child is the child."""
        return "" if self.seat.kind == Seat.Kind.CHILD else self.seat.as_role

    @property
    def authority(self) -> str:
        """Whose authority she or he comes for; empty for the family and others."""
        unit = self.seat.capacity.unit if self.seat.capacity else None
        return str(unit.branch.organisation) + ", " + str(unit) if unit else ""


class InvitedBody(WalledBody):
    """Why this person is asked to the table."""

    head = models.OneToOneField(Invited, models.PROTECT, primary_key=True, related_name="body")
    why = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "invited bodies"


def note_who_came(meeting: JointMeeting, here: set[UUID], *, by: Capacity, at: dt.datetime) -> None:
    """Who is in the room now; whoever is not ticked is not. Raises Refused."""
    insist(meeting.may_prepare())
    for one in Invited.to(meeting):
        if (one.came_at is not None) != (one.pk in here):
            one.came_at, one.came_by = (at, by) if one.pk in here else (None, None)
            one.save(update_fields=["came_at", "came_by"])
