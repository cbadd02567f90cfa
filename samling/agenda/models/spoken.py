"""What was said about one child at the meeting: every version kept, none overwritten."""

import datetime as dt

from django.db import models, transaction

from samling.access.models import Closed, Walled, WalledBody
from samling.kernel.answer import insist
from samling.people.models import Capacity

from .items import STAFF, TeamMeetingItem


class Spoken(Walled):
    """What was said about one child, behind student health's wall. Each saving is a version; the latest counts."""

    wrong_child = Closed(within="item")

    may_change = False

    item = models.ForeignKey(TeamMeetingItem, models.PROTECT, related_name="spoken")
    version = models.PositiveSmallIntegerField()

    class Meta(Walled.Meta):
        verbose_name_plural = "spoken"
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["item", "version"], name="spoken_counts_versions"),
        ]

    @classmethod
    def latest(cls, item: TeamMeetingItem) -> "Spoken | None":
        """What stands, for those who read behind that wall."""
        return cls.objects.filter(item=item).select_related("written_by__person").order_by("-version").first()

    @classmethod
    @transaction.atomic
    def write(cls, item: TeamMeetingItem, text: str, *, by: Capacity, at: dt.datetime) -> "Spoken":
        """A new version. Whoever writes has seen the one before: the page shows both otherwise. Raises Refused."""
        insist(item.meeting.may_run())
        before = cls.latest(item)
        place = item.said_wall
        made = cls(
            item=item, version=before.version + 1 if before else 1, subject_id=item.subject_id, wall=place,
            written_by=by, written_at=at, **STAFF,
        )  # fmt: skip
        made.save(force_insert=True)
        SpokenBody(head=made, subject_id=item.subject_id, wall=place, text=text).save(force_insert=True)
        return made


class SpokenBody(WalledBody):
    """The words of the meeting about one child."""

    head = models.OneToOneField(Spoken, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()

    class Meta:
        verbose_name_plural = "spoken bodies"
