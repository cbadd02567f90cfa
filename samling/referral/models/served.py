"""Which schools a team meets: dated rows, so that a team may serve several schools and several municipalities."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models

from samling.access import guard
from samling.people.models import Capacity, Unit
from samling.records.clock import STOCKHOLM
from samling.records.shape import Dated, DatedQuerySet, Record, paired, runs_forward

SCHOOLS = (Unit.Kind.SCHOOL, Unit.Kind.PRESCHOOL)


class ServedSchool(Record, Dated):
    """A team meets the children of a school, by a decision or a paper with a number. It gives nobody access."""

    policy = "plain"

    team = models.ForeignKey("people.Unit", models.PROTECT, related_name="serves")
    school = models.ForeignKey("people.Unit", models.PROTECT, related_name="served_by")
    number = models.CharField(max_length=60)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            runs_forward("servedschool_runs_forward"), paired("written_at", "written_by"), paired("ended_at", "ended_by"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.team}: {self.school}"

    @property
    def from_on(self) -> dt.date:
        """Its first day, in Stockholm."""
        return self.from_at.astimezone(STOCKHOLM).date()

    @classmethod
    def every(cls, at: dt.datetime) -> "list[ServedSchool]":
        """Which team meets which school now, by team and school."""
        rows = cls.objects.standing(at).select_related("team__branch__organisation", "school__branch__organisation")
        return list(rows.order_by("team__name", "school__name"))

    @classmethod
    def teams_of(cls, school: UUID, at: dt.datetime) -> list[Unit]:
        """The teams that meet a school now."""
        rows = cls.objects.standing(at).filter(school_id=school).select_related("team__branch__organisation")
        return [row.team for row in rows.order_by("team__name")]

    @classmethod
    def put(cls, team: Unit, school: Unit, number: str) -> UUID:
        """The team meets this school from now. Raises Refused."""
        return guard.call("put_served_school", team.pk, school.pk, number)

    @classmethod
    def end(cls, which: UUID) -> None:
        """The team meets the school no longer. Raises Refused."""
        guard.call("end_served_school", which)


def own_teams(by: Capacity) -> Any:
    """The teams of one's own organisation that can be asked: health care takes part by copy, and has no queue here."""
    assert by.unit is not None
    teams = Unit.objects.filter(kind=Unit.Kind.TEAM, branch__organisation_id=by.unit.branch.organisation_id)
    found = teams.exclude(branch__domain="health")
    return found.select_related("branch__organisation").order_by("name")


def schools() -> Any:
    """Every school and preschool, by organisation."""
    rows = Unit.objects.filter(kind__in=SCHOOLS).select_related("branch__organisation")
    return rows.order_by("branch__organisation__name", "name")
