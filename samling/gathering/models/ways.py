"""How the child takes part in one meeting: the child's own choice, and that the child is told afterwards."""

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.records.shape import paired

from .. import rules
from ..rules import Way
from .meetings import JointMeeting


class ChildsWay(Walled):
    """The child's choice for one meeting. A new choice is a new row; the latest counts."""

    noun = _("the child's choice")
    wrong_child = Closed(within="meeting")

    class Ways(models.TextChoices):
        ALL = Way.ALL, _("I am there the whole time")
        PART = Way.PART, _("I am there for a while")
        PROXY = Way.PROXY, _("Someone speaks for me")
        MESSAGE = Way.MESSAGE, _("I send a letter, a picture or a film")
        NO = Way.NO, _("I do not want to be there")

    meeting = models.ForeignKey(JointMeeting, models.PROTECT, related_name="ways")
    way = models.CharField(max_length=8, choices=Ways)
    helper = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("told_at", "told_by")]

    @classmethod
    def latest(cls, meeting: JointMeeting) -> "ChildsWay | None":
        """What the child has chosen last."""
        rows = cls.objects.filter(meeting=meeting).select_related("helper__person", "body", "written_by__person")
        return rows.order_by("-written_at").first()

    @classmethod
    @transaction.atomic
    def choose(cls, meeting: JointMeeting, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> "ChildsWay":
        """Note what the child has chosen, in the child's words. Raises Refused.

        `told`: way, helper (a capacity that prepares it with the child, or None), speaker (who speaks for the child),
        words (what the child wants said or asked).
        """
        insist(meeting.may_prepare())
        made = cls(**meeting.stamp(by, at), meeting=meeting, way=told["way"], helper=told["helper"], for_child=True)
        made.save(force_insert=True)
        ChildsWayBody(head=made, subject_id=made.subject_id, wall=made.wall, speaker=told["speaker"],
                      words=told["words"]).save(force_insert=True)  # fmt: skip
        return made

    def may_tell(self) -> Answer:
        """Whether it can be noted that the child was told what was decided."""
        return rules.may_tell_child(told=self.told_at is not None, held=self.meeting.held_at is not None)

    def told_child(self, *, by: Capacity, at: dt.datetime) -> None:
        """Somebody has told the child what was decided. Raises Refused."""
        insist(self.may_tell())
        self.told_at, self.told_by = at, by
        self.save(update_fields=["told_at", "told_by"])


class ChildsWayBody(WalledBody):
    """What the child wants said or asked, in the child's own words; never edited."""

    head = models.OneToOneField(ChildsWay, models.PROTECT, primary_key=True, related_name="body")
    speaker = models.CharField(max_length=80, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "child's way bodies"
