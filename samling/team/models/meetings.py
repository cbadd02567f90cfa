"""One meeting of a team, and who is at its table. No child is named here: items stand behind their walls."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.db.models import Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from samling.access import guard
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.people.roles import ROLES
from samling.records.shape import Record, paired

from .. import rules
from ..rules import House
from .teams import Team, house_of


class Sitter(NamedTuple):
    """Someone at the table: a member of the team or a guest, and on which side of the walls."""

    capacity: Capacity
    house: House
    is_member: bool
    attendee: "Attendee | None"

    @property
    def is_here(self) -> bool:
        """Whether somebody has noted that she or he is in the room."""
        return bool(self.attendee and self.attendee.here_at)

    @property
    def shape(self) -> str:
        """The shape this person is drawn with."""
        return self.capacity.unit.branch.actor if self.capacity.unit else "school"


class TeamMeeting(Record):
    """One meeting: made when something is put on its agenda, or called by hand."""

    policy = "plain"
    may_change = True
    beside = ("team__unit__branch",)

    team = models.ForeignKey(Team, models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    called_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            paired("ended_at", "ended_by"),
            models.UniqueConstraint(fields=["team", "starts_at"], name="teammeeting_one_at_a_time"),
        ]

    @classmethod
    def call(cls, team: Team, starts_at: dt.datetime, place: str, *, by: Capacity, at: dt.datetime) -> "TeamMeeting":
        """The meeting of that time, made if there is none. Raises Refused."""
        found = cls.objects.filter(team=team, starts_at=starts_at).first()
        if found:
            return found
        knows = Team.objects.filter(pk=team.pk).exists()
        insist(rules.may_call(knows=knows, starts_at=starts_at, at=at))
        made = cls(team=team, starts_at=starts_at, place=place, called_by=by, called_at=at)
        made.save(force_insert=True)
        return made

    @classmethod
    def held(cls, near: "list[Team]", most: int) -> "list[TeamMeeting]":
        """The latest of each of these teams that have ended, the latest first."""
        place = Window(RowNumber(), partition_by="team", order_by="-starts_at")
        ended = cls.objects.filter(team__in=near, ended_at__isnull=False).annotate(place_back=place)
        return list(ended.filter(place_back__lte=most).select_related(*cls.beside).order_by("-starts_at"))

    @property
    def on(self) -> dt.date:
        """The day, in Stockholm."""
        return rules.local_day(self.starts_at)

    def get_absolute_url(self) -> str:
        """Its agenda."""
        return reverse("agenda:meeting", args=[self.pk])

    @property
    def is_inside(self) -> bool:
        """Whether I have a place in the team on its own side of the walls."""
        mine = guard.rows("my_meetings")
        return any(row["meeting"] == self.pk and row["inside"] for row in mine)

    def may_run(self) -> Answer:
        """Whether I may note and decide here now."""
        return rules.may_run(inside=self.is_inside, ended=self.ended_at is not None)

    def table(self, at: dt.datetime) -> list[Sitter]:
        """Everyone at the table: the team's members now, then the guests."""
        came = self.attendees.filter(left_at=None).select_related(
            "capacity__person", "capacity__unit__branch__organisation"
        )
        rows = {one.capacity_id: one for one in came}
        members = [one.capacity for one in self.team.sitting(self.ended_at or at)]
        known = {one.pk for one in members}
        guests = sorted(
            (row.capacity for key, row in rows.items() if key not in known), key=lambda one: one.person.sort_key
        )
        return [
            Sitter(one, house_of(one, self.team), one.pk in known, rows.get(one.pk)) for one in [*members, *guests]
        ]

    def invite(self, guest: Capacity, *, by: Capacity, at: dt.datetime) -> "Attendee":
        """Someone more is at this meeting. Raises Refused."""
        insist(self.may_run())
        rule = ROLES.get(guest.role)
        taken = any(one.capacity.pk == guest.pk for one in self.table(at))
        in_force = Capacity.objects.standing(at).filter(pk=guest.pk).exists()
        holds = bool(rule and rule.may_hold_children)
        insist(rules.may_sit(is_family=guest.unit_id is None, holds_children=holds, in_force=in_force, taken=taken))
        made = Attendee(meeting=self, capacity=guest, invited_by=by, invited_at=at)
        made.save(force_insert=True)
        return made

    @transaction.atomic
    def note_here(self, here: set[UUID], *, by: Capacity, at: dt.datetime) -> None:
        """Who is in the room now; whoever is not ticked is not. Raises Refused."""
        insist(self.may_run())
        for one in self.table(at):
            is_in = one.capacity.pk in here
            if one.attendee and one.is_here != is_in:
                one.attendee.mark(is_in, by=by, at=at)
            elif is_in and not one.attendee:
                Attendee(
                    meeting=self, capacity=one.capacity, invited_by=by, invited_at=at, here_by=by, here_at=at
                ).save(force_insert=True)


class Attendee(Record):
    """Someone at one meeting: a guest who was invited, or a member who was in the room."""

    policy = "plain"
    may_change = True

    meeting = models.ForeignKey(TeamMeeting, models.PROTECT, related_name="attendees")
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    invited_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    here_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    here_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            paired("here_at", "here_by"),
            paired("left_at", "left_by"),
            models.UniqueConstraint(
                fields=["meeting", "capacity"], condition=models.Q(left_at=None), name="attendee_once_a_meeting"
            ),
        ]
        indexes = [models.Index(fields=["capacity"])]

    def mark(self, is_in: bool, *, by: Capacity, at: dt.datetime) -> None:
        """She or he is in the room, or is not after all."""
        self.here_at, self.here_by = (at, by) if is_in else (None, None)
        self.save(update_fields=["here_at", "here_by"])

    def leave(self, *, by: Capacity, at: dt.datetime) -> None:
        """Not at this meeting after all: nothing of it is to be seen any more. Raises Refused."""
        insist(self.meeting.may_run())
        self.left_at, self.left_by = at, by
        self.save(update_fields=["left_at", "left_by"])
