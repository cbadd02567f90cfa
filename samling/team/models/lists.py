"""The meetings to come of the teams one knows of, and who can be asked to the table."""

import datetime as dt
from typing import NamedTuple

from django.db.models import QuerySet

from samling.people.models import Capacity, Unit
from samling.people.roles import ROLES

from .. import rules
from .meetings import Attendee, TeamMeeting
from .teams import Team

SCHOOLS = {"branch__domain__in": ("school", "private_school"), "kind__in": ("school", "preschool")}


class Coming(NamedTuple):
    """A meeting to come: made already, or only a day of the rhythm."""

    team: Team
    starts_at: dt.datetime
    place: str
    meeting: TeamMeeting | None


def teams() -> list[Team]:
    """The teams I know of."""
    return list(Team.objects.select_related("unit__branch").order_by("unit__name"))


def coming(team: Team, at: dt.datetime) -> list[Coming]:
    """The meetings of a team to come, from its rows and its rhythm, the nearest first."""
    made = [Coming(team, one.starts_at, one.place, one) for one in TeamMeeting.ahead(team, at)]
    rhythm, taken = team.rhythm(at), set(TeamMeeting.objects.filter(team=team).values_list("starts_at", flat=True))
    days = rhythm.moments(at) if rhythm else []
    later = [Coming(team, moment, rhythm.place, None) for moment in days if rhythm and moment not in taken]
    return sorted([*made, *later], key=lambda one: one.starts_at)


def next_meeting(at: dt.datetime) -> Coming | None:
    """The nearest meeting of all the teams I have to do with."""
    found = [one for team in teams() for one in coming(team, at)[:1]]
    return min(found, key=lambda one: one.starts_at, default=None)


def social_gap(team: Team, at: dt.datetime) -> int | None:
    """For how many days the social services have not been at the table; None while they come every month."""
    social = Attendee.objects.filter(meeting__team=team, here_at__isnull=False, capacity__unit__branch__domain="social")
    last = social.order_by("-meeting__starts_at").values_list("meeting__starts_at", flat=True).first()
    first = team.rhythms.order_by("from_at").values_list("from_at", flat=True).first()
    day = rules.local_day
    return rules.social_gap(today=day(at), last_on=last and day(last), first_on=first and day(first))


def may_be_seated(team: Team, at: dt.datetime) -> QuerySet:
    """Staff of the unit and around it who can be given a place: colleagues first, then other houses."""
    seated = team.members.standing(at).values("capacity_id")
    return _staff(team, at).exclude(pk__in=seated)


def may_be_invited(meeting: TeamMeeting, at: dt.datetime) -> QuerySet:
    """Staff who can be asked to one meeting."""
    here = [one.capacity.pk for one in meeting.table(at)]
    return _staff(meeting.team, at).exclude(pk__in=here)


def _staff(team: Team, at: dt.datetime) -> QuerySet:
    roles = [code for code, rule in ROLES.items() if rule.may_hold_children]
    other_schools = Unit.objects.filter(**SCHOOLS)
    near = Capacity.objects.standing(at).filter(role__in=roles, unit__isnull=False)
    return near.exclude(unit__in=other_schools.exclude(pk=team.unit_id)).order_by("unit__name", "person__sort_key")
