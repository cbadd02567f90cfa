"""A standing forum of several authorities: who keeps it, when it meets, who has a place. It names no child."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse

from samling.access import guard
from samling.kernel.answer import Answer, insist
from samling.people.models import Agreement, Capacity, Organisation
from samling.people.roles import ROLES
from samling.records.shape import Dated, DatedQuerySet, Record, paired, runs_forward
from samling.team.models.beats import Beat

from .. import rules


class Forum(Record):
    """A consultation team (*konsultationsteam*), kept by one organisation; others take part by agreement."""

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    begun_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("forum:forum", args=[self.pk])

    @classmethod
    def begin(cls, name: str, *, by: Capacity, at: dt.datetime, pk: UUID) -> "Forum":
        """Note, once, that there is such a team, kept by one's own organisation. Raises Refused."""
        insist(rules.may_found(role=by.role))
        assert by.unit is not None
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        made = cls(pk=pk, organisation_id=by.unit.branch.organisation_id, name=name, begun_by=by, begun_at=at)
        made.save(force_insert=True)
        return made

    def keeps(self, by: Capacity) -> bool:
        """Whether this capacity keeps what is settled for the organisation that the team belongs to."""
        own = bool(by.unit and by.unit.branch.organisation_id == self.organisation_id)
        return own and bool(rules.may_found(role=by.role))

    @property
    def is_mine(self) -> bool:
        """Whether I have a standing place."""
        return any(row["forum"] == self.pk and row["meeting"] is None for row in seats())

    @property
    def is_led_by_me(self) -> bool:
        """Whether I lead it."""
        return any(row["forum"] == self.pk and row["leads"] for row in seats())

    def may_lead(self, by: Capacity) -> Answer:
        """Whether this capacity sets the rhythm and gives places."""
        return rules.may_lead(leads=self.is_led_by_me, keeps=self.keeps(by))

    def may_seat(self, capacity: Capacity, *, by: Capacity, at: dt.datetime) -> Answer:
        """Whether this capacity may give that one a place."""
        return rules.may_seat(lead=self.may_lead(by), agreed=self._agreed(capacity, at), **sits(self, capacity, at))

    def _agreed(self, capacity: Capacity, at: dt.datetime) -> bool:
        """Whether its organisation is the team's own, or has agreed with it on paper."""
        theirs: Organisation | None = capacity.unit.branch.organisation if capacity.unit else None
        if theirs is None or theirs.pk == self.organisation_id:
            return theirs is not None
        ours = models.Q(organisation_id=self.organisation_id, with_branch__organisation=theirs)
        back = models.Q(organisation=theirs, with_branch__organisation_id=self.organisation_id)
        return Agreement.objects.standing(at).filter(ours | back).exists()

    def seat(self, capacity: Capacity, *, by: Capacity, at: dt.datetime, is_chair: bool = False) -> "ForumMember":
        """Give someone a place. Raises Refused."""
        insist(self.may_seat(capacity, by=by, at=at))
        made = ForumMember(forum=self, capacity=capacity, is_chair=is_chair, given_by=by, from_at=at)
        made.save(force_insert=True)
        return made

    @transaction.atomic
    def keep_rhythm(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> "ForumRhythm":
        """A new rhythm from now on; the one before ends. Raises Refused."""
        insist(self.may_lead(by))
        for before in self.rhythms.standing(at):
            before.end(by=by, at=at)
        made = ForumRhythm(forum=self, given_by=by, from_at=at, **told)
        made.save(force_insert=True)
        return made

    def sitting(self, at: dt.datetime) -> "list[ForumMember]":
        """Those with a standing place whose capacity is in force, the one who leads first."""
        near = self.members.standing(at).filter(meeting=None).select_related(*ForumMember.beside)
        found = near.filter(capacity__in=Capacity.objects.standing(at).values("pk"))
        return sorted(found, key=lambda one: (not one.is_chair, one.capacity.person.sort_key))

    def rhythm(self, at: dt.datetime) -> "ForumRhythm | None":
        """The rhythm in force."""
        found: ForumRhythm | None = self.rhythms.standing(at).order_by("-from_at").first()
        return found


class ForumRhythm(Beat):
    """Which day, time and place the consultation team meets, from a moment on."""

    policy = "plain"

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="rhythms")
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    until_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [runs_forward("forumrhythm_runs_forward"), paired("until_at", "until_by")]
        indexes = [models.Index(fields=["forum"])]

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """It no longer holds."""
        self.until_at, self.until_by = max(at, self.from_at), by
        self.save(update_fields=["until_at", "until_by"])


class ForumMember(Record, Dated):
    """A place at the table, held in one capacity: standing, or as a guest of one meeting. It gives no name of a child."""

    policy = "plain"
    beside = ("capacity__person", "capacity__unit__branch__organisation")

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="members")
    meeting = models.ForeignKey("forum.ForumMeeting", models.PROTECT, null=True, related_name="guests")
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    is_chair = models.BooleanField(default=False)
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    until_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("forummember_runs_forward"), paired("until_at", "until_by")]
        indexes = [models.Index(fields=["forum"]), models.Index(fields=["capacity"])]

    @staticmethod
    def leave(which: UUID) -> None:
        """The place is given up; what was told at this table is shut with it. Raises Refused."""
        guard.call("end_forum_place", which)


def seats() -> list[dict[str, Any]]:
    """My own places: forum, the one meeting or None, and whether I lead."""
    return guard.rows("my_forum_seats")


def sits(forum: Forum, capacity: Capacity, at: dt.datetime) -> dict[str, bool]:
    """What is asked of someone before she gets a place."""
    rule = ROLES.get(capacity.role)
    return {
        "is_family": capacity.unit_id is None,
        "holds_children": bool(rule and rule.may_hold_children),
        "in_force": Capacity.objects.standing(at).filter(pk=capacity.pk).exists(),
        "taken": forum.members.standing(at).filter(meeting=None, capacity=capacity).exists(),
    }
