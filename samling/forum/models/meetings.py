"""One meeting of a consultation team. What has no decision when it ends goes to the next one, still without a name."""

import datetime as dt
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse

from samling.access import guard
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.records.shape import Record, paired
from samling.team.rules import local_day, may_run, may_sit

from .. import rules
from .forums import Forum, ForumMember, sits


class ForumMeeting(Record):
    """One meeting: when, where, and whether it is over. It names no child."""

    policy = "plain"
    may_change = True
    beside = ("forum__organisation",)

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    called_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            paired("ended_at", "ended_by"),
            models.UniqueConstraint(fields=["forum", "starts_at"], name="forummeeting_one_at_a_time"),
        ]

    def get_absolute_url(self) -> str:
        """Its agenda."""
        return reverse("forum:meeting", args=[self.pk])

    @property
    def on(self) -> dt.date:
        """The day, in Stockholm."""
        return local_day(self.starts_at)

    @classmethod
    def call(cls, forum: Forum, starts_at: dt.datetime, place: str, *, by: Capacity, at: dt.datetime) -> "ForumMeeting":
        """The meeting of that time, made if there is none. Raises Refused."""
        found = cls.objects.filter(forum=forum, starts_at=starts_at).select_related(*cls.beside).first()
        if found:
            return found
        insist(rules.may_call(seated=forum.is_mine, starts_at=starts_at, at=at))
        made = cls(forum=forum, starts_at=starts_at, place=place, called_by=by, called_at=at)
        made.save(force_insert=True)
        return made

    def may_run(self) -> Answer:
        """Whether I may take up, decide and end here."""
        return may_run(inside=self.forum.is_mine, ended=self.ended_at is not None)

    def table(self, at: dt.datetime) -> list[ForumMember]:
        """Everyone with a place at this meeting: members, then guests."""
        when = self.ended_at or at
        guests = self.guests.standing(when).select_related(*ForumMember.beside)
        return [*self.forum.sitting(when), *sorted(guests, key=lambda one: one.capacity.person.sort_key)]

    def invite(self, guest: Capacity, *, by: Capacity, at: dt.datetime) -> ForumMember:
        """Someone comes to this meeting alone. Raises Refused."""
        asked = sits(self.forum, guest, at)
        asked["taken"] = asked["taken"] or self.guests.standing(at).filter(capacity=guest).exists()
        insist(self.may_run())
        insist(may_sit(**asked))
        made = ForumMember(forum=self.forum, meeting=self, capacity=guest, given_by=by, from_at=at)
        made.save(force_insert=True)
        return made

    def undecided(self) -> set[UUID]:
        """The places on this agenda without a decision, known or not."""
        return {row["forum_undecided"] for row in guard.rows("forum_undecided", self.pk)}

    def following(self, at: dt.datetime) -> tuple[dt.datetime, str] | None:
        """Time and place of the next meeting, called already or of the rhythm."""
        called = ForumMeeting.objects.filter(forum=self.forum, ended_at=None, starts_at__gt=self.starts_at)
        rhythm = self.forum.rhythm(at)
        ahead = [(one.starts_at, one.place) for one in called.order_by("starts_at")[:1]]
        later = [one for one in rhythm.moments(max(at, self.starts_at)) if one > self.starts_at] if rhythm else []
        return min([*ahead, *((one, rhythm.place) for one in later[:1] if rhythm)], default=None)

    def may_end(self, at: dt.datetime) -> Answer:
        """Whether it can end now."""
        return rules.may_end(run=self.may_run(), undecided=len(self.undecided()), has_next=self.following(at) is not None)

    @transaction.atomic
    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """*Klart för i dag*: what is undecided goes to the next meeting. Done twice it is done once. Raises Refused."""
        if self.ended_at:
            return
        insist(self.may_end(at))
        left, ahead = self.undecided(), self.following(at)
        if left and ahead:
            later = ForumMeeting.call(self.forum, *ahead, by=by, at=at)
            self.slots.filter(pk__in=left).update(meeting=later, moved_at=at, moved_by=by)
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])
