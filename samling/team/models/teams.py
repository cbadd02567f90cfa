"""A team of one unit: when it meets, and who has a place in it. No child is named here."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Unit
from samling.people.roles import ROLES
from samling.records.question import Question
from samling.records.shape import Dated, DatedQuerySet, Record, paired, runs_forward

from .. import rules
from ..rules import House
from .beats import Beat


class Team(Record):
    """The health team of a school (EHT) or a preschool (BHT)."""

    policy = "plain"

    class Kind(models.TextChoices):
        EHT = "eht", _("Student health team")
        BHT = "bht", _("Preschool health team")

    unit = models.OneToOneField("people.Unit", models.PROTECT, related_name="team")
    kind = models.CharField(max_length=3, choices=Kind)
    begun_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.unit}"

    @classmethod
    def of_unit(cls, unit: UUID | None) -> "Team | None":
        """The team of a unit, if it has one and one may know of it."""
        return _of_unit.first(unit) if unit else None

    @classmethod
    @transaction.atomic
    def begin(cls, *, by: Capacity, at: dt.datetime) -> "Team":
        """Set up the team of one's own unit, with oneself in the chair; there is one. Raises Refused."""
        insist(rules.may_lead(role=by.role, at_unit=by.unit is not None))
        assert by.unit is not None
        found = cls.of_unit(by.unit_id)
        if found:
            return found
        kind = cls.Kind.BHT if by.unit.kind == Unit.Kind.PRESCHOOL else cls.Kind.EHT
        made = cls(unit=by.unit, kind=kind, begun_by=by, begun_at=at)
        made.save(force_insert=True)
        TeamMember(team=made, capacity=by, is_chair=True, given_by=by, from_at=at).save(force_insert=True)
        return made

    def may_lead(self, by: Capacity) -> Answer:
        """Whether this capacity sets the rhythm and gives the places."""
        return rules.may_lead(role=by.role, at_unit=by.unit_id == self.unit_id)

    @transaction.atomic
    def keep_rhythm(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> "Rhythm":
        """A new rhythm from now on; the one before ends. Raises Refused."""
        insist(self.may_lead(by))
        for before in self.rhythms.standing(at):
            before.end(by=by, at=at)
        made = Rhythm(team=self, given_by=by, from_at=at, **told)
        made.save(force_insert=True)
        return made

    def seat(self, capacity: Capacity, *, by: Capacity, at: dt.datetime) -> "TeamMember":
        """Give someone a place. Raises Refused."""
        insist(self.may_lead(by))
        rule = ROLES.get(capacity.role)
        in_force = Capacity.objects.standing(at).filter(pk=capacity.pk).exists()
        taken = self.members.standing(at).filter(capacity=capacity).exists()
        holds = bool(rule and rule.may_hold_children)
        insist(rules.may_sit(is_family=capacity.unit_id is None, holds_children=holds, in_force=in_force, taken=taken))
        made = TeamMember(team=self, capacity=capacity, given_by=by, from_at=at)
        made.save(force_insert=True)
        return made

    def sitting(self, at: dt.datetime) -> "list[TeamMember]":
        """Those with a place now whose capacity is in force, the chair first."""
        ahead = Capacity.objects.standing(at).values("pk")
        rows = self.members.standing(at).filter(capacity__in=ahead)
        near = rows.select_related("capacity__person", "capacity__unit__branch__organisation")
        return sorted(near, key=lambda one: (not one.is_chair, one.capacity.person.sort_key))

    def rhythm(self, at: dt.datetime) -> "Rhythm | None":
        """The rhythm in force."""
        found: Rhythm | None = self.rhythms.standing(at).order_by("-from_at").first()
        return found

    @property
    def is_preschool(self) -> bool:
        """Whether it is a BHT: another law of secrecy (OSL 23:1)."""
        return self.kind == self.Kind.BHT


@Question
def _of_unit(unit: Any) -> models.QuerySet:
    return Team.objects.select_related("unit__branch").filter(unit_id=unit)


class Rhythm(Beat):
    """Which day, time and place the team meets, from a moment on."""

    policy = "plain"

    team = models.ForeignKey(Team, models.PROTECT, related_name="rhythms")
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    until_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [runs_forward("rhythm_runs_forward"), paired("until_at", "until_by")]
        indexes = [models.Index(fields=["team"])]

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """It no longer holds."""
        self.until_at, self.until_by = max(at, self.from_at), by
        self.save(update_fields=["until_at", "until_by"])


class TeamMember(Record, Dated):
    """A place in the team, held in one capacity. Which side of the walls it is on follows from that capacity."""

    policy = "plain"

    team = models.ForeignKey(Team, models.PROTECT, related_name="members")
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    is_chair = models.BooleanField(default=False)
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    until_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("teammember_runs_forward"), paired("until_at", "until_by")]
        indexes = [models.Index(fields=["team"]), models.Index(fields=["capacity"])]

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """The place is given up. Raises Refused."""
        insist(self.team.may_lead(by))
        self.until_at, self.until_by = max(at, self.from_at), by
        self.save(update_fields=["until_at", "until_by"])

    @property
    def house(self) -> House:
        """On which side of the walls."""
        return house_of(self.capacity, self.team)


def house_of(capacity: Capacity, team: Team) -> House:
    """On which side of the walls someone at the team's table stands."""
    branch = capacity.unit.branch if capacity.unit else None
    return rules.house(
        branch=branch and branch.pk, hangs_on=branch and branch.hangs_on_id, of_team=team.unit.branch_id
    )
