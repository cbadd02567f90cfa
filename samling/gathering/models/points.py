"""The agenda: few points, the child's own questions first."""

import datetime as dt
from uuid import UUID, uuid5

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.records.shape import paired

from .. import rules
from ..rules import SUGGESTED, Topic
from .meetings import JointMeeting


class Point(Walled):
    """One point of the agenda."""

    noun = _("point of a meeting")
    wrong_child = Closed(within="meeting")

    class Topics(models.TextChoices):
        CHILDS = Topic.CHILDS, _("the child's question")
        GOOD = Topic.GOOD, _("what works")
        HARD = Topic.HARD, _("what is hard")
        DO = Topic.DO, _("what we do")
        NEXT = Topic.NEXT, _("what comes next")
        OTHER = Topic.OTHER, _("something else")

    meeting = models.ForeignKey(JointMeeting, models.PROTECT, related_name="points")
    topic = models.CharField(max_length=6, choices=Topics)
    position = models.PositiveSmallIntegerField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("done_at", "done_by")]

    @classmethod
    def of(cls, meeting: JointMeeting) -> "list[Point]":
        """The points in order: the child's first."""
        rows = list(cls.objects.filter(meeting=meeting, withdrawn_at=None).select_related("body", "written_by__person"))
        place = {key: number for number, key in enumerate(rules.in_order({(one.topic, one.position) for one in rows}))}
        return sorted(rows, key=lambda one: (place[one.topic, one.position], one.written_at))

    @classmethod
    @transaction.atomic
    def add(cls, meeting: JointMeeting, topic: str, text: str, *, by: Capacity, at: dt.datetime, pk: UUID) -> "Point":
        """One point more; sent twice it is one. Raises Refused."""
        insist(meeting.may_prepare())
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        last = cls.objects.filter(meeting=meeting).aggregate(last=models.Max("position"))["last"] or 0
        made = cls(pk=pk, **meeting.stamp(by, at), meeting=meeting, topic=topic, position=last + 1, for_child=True)
        made.save(force_insert=True)
        PointBody(head=made, subject_id=made.subject_id, wall=made.wall, text=text).save(force_insert=True)
        return made

    @classmethod
    def suggest(cls, meeting: JointMeeting, *, by: Capacity, at: dt.datetime) -> None:
        """The five points that most meetings need, in the language of whoever calls it. Raises Refused."""
        for topic, text in SUGGESTED.items():
            cls.add(meeting, topic, gettext(text), by=by, at=at, pk=uuid5(meeting.pk, topic))

    def mark(self, is_done: bool, *, by: Capacity, at: dt.datetime) -> None:
        """We have talked about this, or not after all. Raises Refused."""
        insist(self.meeting.may_prepare())
        self.done_at, self.done_by = (at, by) if is_done else (None, None)
        self.save(update_fields=["done_at", "done_by"])

    def take_away(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is not to be talked about after all. Raises Refused."""
        insist(self.meeting.may_prepare())
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])


class PointBody(WalledBody):
    """What is to be talked about."""

    head = models.OneToOneField(Point, models.PROTECT, primary_key=True, related_name="body")
    text = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "point bodies"
