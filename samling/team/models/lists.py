"""The meetings to come of the teams one knows of, and who can be asked to the table."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from samling.journey.models import MEETS, Meet
from samling.people.models import Capacity, Unit
from samling.people.roles import ROLES
from samling.records.question import Question
from samling.ui.ways import way

from .. import rules
from .meetings import Attendee, TeamMeeting
from .teams import Rhythm, Team, TeamMember

LATE = dt.timedelta(days=7)  # a meeting that nobody has ended still stands as one to come
SCHOOLS = {"branch__domain__in": ("school", "private_school"), "kind__in": ("school", "preschool")}


class Coming(NamedTuple):
    """A meeting to come: made already, or only a day of the rhythm."""

    team: Team
    starts_at: dt.datetime
    place: str
    meeting: TeamMeeting | None


def teams() -> list[Team]:
    """The teams I know of."""
    return _teams()


def coming(near: list[Team], at: dt.datetime) -> list[Coming]:
    """The meetings of these teams to come, from their rows and their rhythms, the nearest first; two statements."""
    known = {team.pk: team for team in near}
    lately = _lately(list(known), at - LATE) if known else []
    made = [Coming(known[one.team_id], one.starts_at, one.place, one) for one in lately if one.ended_at is None]
    rhythms = {one.team_id: one for one in _rhythms(list(known), at)} if known else {}  # the latest of each last
    taken = {(one.team_id, one.starts_at) for one in lately}
    later = [
        Coming(known[team], moment, rhythm.place, None)
        for team, rhythm in rhythms.items()
        for moment in rhythm.moments(at)
        if (team, moment) not in taken
    ]
    return sorted([*made, *later], key=lambda one: one.starts_at)


@Question
def _teams() -> QuerySet:
    return Team.objects.select_related("unit__branch").order_by("unit__name")


@Question
def _lately(near: Any, since: Any) -> QuerySet:
    rows = TeamMeeting.objects.filter(team_id__among=near, starts_at__gte=since)
    return rows.select_related(*TeamMeeting.beside).order_by("starts_at")


@Question
def _rhythms(near: Any, at: Any) -> QuerySet:
    return Rhythm.objects.standing(at).filter(team_id__among=near).order_by("from_at")


@Question
def _near(at: Any, by: Any) -> QuerySet:
    seats = TeamMember.objects.standing(at).filter(capacity_id=by, team=OuterRef("pk"))
    return Team.objects.annotate(seats_me=Exists(seats)).select_related("unit__branch").order_by("unit__name")


def _meets(by: Capacity, at: dt.datetime) -> Iterable[Meet]:
    for one in coming(_near(at, by.pk), at):
        to = one.meeting.get_absolute_url() if one.meeting else way("team:team", one.team.pk)
        yield Meet(str(one.team), one.starts_at, one.place, to, mine=one.team.seats_me, record=one.meeting.pk if one.meeting else None)


MEETS.append(_meets)


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
