"""Who can be asked to a child's table, and the meetings that stand before one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from samling.journey.models import MEETS, Meet, Party
from samling.people.models import Capacity, Child, Setting
from samling.people.roles import ROLES
from samling.promises.models.lists import children_of
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.seating.models import colleagues

from ..rules import Booked, interpreter_is_late
from .interpreters import Booking, BookingStep
from .meetings import WALL, JointMeeting
from .table import Invited

MOST = 60
STAFF = [code for code, rule in ROLES.items() if rule.may_hold_children]


class Ahead(NamedTuple):
    """A meeting to come, with the child it is about."""

    meeting: JointMeeting
    child: Child
    mine: bool = False


def staff_around(child: Child, at: dt.datetime) -> list[Capacity]:
    """Those who work with the child here, then the staff of every other party's unit."""
    near = colleagues(child, at)
    there = Party.around(child.pk).filter(ended_at=None, accepted_at__isnull=False).exclude(unit_id=child.unit_id)
    invited = Capacity.objects.standing(at).filter(unit_id__in=there.values("unit_id"), role__in=STAFF)
    rest = invited.exclude(pk__in=[one.pk for one in near]).select_related("person", "unit__branch")
    return near + list(rest.order_by("unit__name", "person__sort_key"))


def meetings_ahead(by: Capacity, at: dt.datetime) -> list[Ahead]:
    """The joint meetings to come of the children one works with, the nearest first; two statements however many."""
    found = _ahead(by.pk, at)
    children = children_of({one.subject_id for one in found})
    return [Ahead(one, children[one.subject_id], one.invites_me or one.chair_id == by.pk)
            for one in found if one.subject_id in children]  # fmt: skip


@Question
def _ahead(by: Any, at: Any) -> QuerySet:
    seat = Invited.objects.filter(meeting=OuterRef("pk"), seat__capacity_id=by, seat__left_at=None)
    rows = JointMeeting.objects.mine().filter(wall=WALL, held_at=None, cancelled_at=None, ends_at__gte=at)
    return rows.annotate(invites_me=Exists(seat)).select_related("chair__person").order_by("starts_at")[:MOST]


def without_interpreter(by: Capacity, at: dt.datetime, near: Mapping[UUID, Child] | None = None) -> list[tuple[Booking, Child]]:
    """Bookings nobody has confirmed for a meeting that is near, for those who take part.

    `near`: the meetings to come with their children, where they are known already.
    """
    known = {one.meeting.pk: one.child for one in meetings_ahead(by, at)} if near is None else near
    if not known:
        return []
    days, today = Setting.number("deadline.interpreter_days", at, capacity=by.pk), at.astimezone(STOCKHOLM).date()
    return [(one, known[one.meeting_id]) for one in _booked(list(known))
            if interpreter_is_late(Booked(one.stands), meets_on=one.meeting.on, today=today, days=days)]  # fmt: skip


@Question
def _booked(meetings: Any) -> QuerySet:
    latest = BookingStep.objects.filter(booking=OuterRef("pk")).order_by("-written_at").values("state")[:1]
    rows = Booking.objects.filter(meeting_id__among=meetings, meeting__held_at=None, meeting__cancelled_at=None)
    return rows.annotate(stands=Subquery(latest)).select_related("meeting", "holder__person").order_by("meeting__starts_at")


def _meets(by: Capacity, at: dt.datetime) -> Iterable[Meet]:
    for one in meetings_ahead(by, at):
        made = one.meeting
        yield Meet(str(made), made.starts_at, made.place, made.get_absolute_url(), one.child, one.mine, str(made.chair.person), made.pk)


MEETS.append(_meets)


def held_lately(meetings: list[JointMeeting], at: dt.datetime) -> int:
    """How many joint meetings the family has been asked to sit through in a year."""
    since = at - dt.timedelta(days=365)
    return sum(1 for one in meetings if one.held_at and one.starts_at >= since)
