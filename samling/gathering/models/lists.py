"""Who can be asked to a child's table, and the meetings that stand before one."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from samling.journey.models import Party
from samling.people.models import Capacity, Child, Guardian, Setting
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM
from samling.seating.models import colleagues

from .interpreters import Booking
from .meetings import WALL, JointMeeting

STAFF = [code for code, rule in ROLES.items() if rule.may_hold_children]


class Ahead(NamedTuple):
    """A meeting to come, with the child it is about."""

    meeting: JointMeeting
    child: Child

    @property
    def subject_id(self) -> UUID:
        """For the log of what was shown."""
        return self.child.pk


def staff_around(child: Child, at: dt.datetime) -> list[Capacity]:
    """Those who work with the child here, then the staff of every other party's unit."""
    near = colleagues(child, at)
    there = Party.around(child.pk).filter(ended_at=None, accepted_at__isnull=False).exclude(unit_id=child.unit_id)
    invited = Capacity.objects.standing(at).filter(unit_id__in=there.values("unit_id"), role__in=STAFF)
    rest = invited.exclude(pk__in=[one.pk for one in near]).select_related("person", "unit__branch")
    return near + list(rest.order_by("unit__name", "person__sort_key"))


def meetings_ahead(at: dt.datetime, until: dt.datetime | None = None) -> list[Ahead]:
    """The joint meetings to come of the children one works with, the nearest first; two statements however many."""
    rows = JointMeeting.objects.mine().filter(wall=WALL, held_at=None, cancelled_at=None, ends_at__gte=at)
    near = rows.filter(starts_at__lte=until) if until else rows
    found = list(near.select_related("chair__person").order_by("starts_at")[:60])
    sides = dict(
        Party.objects.filter(journey_id__in=[one.subject_id for one in found], child__in=Child.objects.mine())
        .values_list("journey_id", "child_id")
    )
    children = {one.pk: one for one in Child.objects.mine().filter(pk__in=sides.values())}
    return [Ahead(one, children[sides[one.subject_id]]) for one in found if one.subject_id in sides]


def without_interpreter(by: Capacity, at: dt.datetime) -> list[tuple[Booking, Child]]:
    """Bookings nobody has confirmed for a meeting that is near, for those who take part."""
    days = Setting.number("deadline.interpreter_days", at, capacity=by.pk)
    today = at.astimezone(STOCKHOLM).date()
    coming = {one.meeting.pk: one for one in meetings_ahead(at, at + dt.timedelta(days=days + 1))}
    rows = Booking.objects.filter(meeting_id__in=coming).select_related("meeting", "holder__person").prefetch_related("steps")
    late = [one for one in rows.order_by("meeting__starts_at") if one.is_late(today, days)] if coming else []
    return [(one, coming[one.meeting_id].child) for one in late]


def held_lately(meetings: list[JointMeeting], at: dt.datetime) -> int:
    """How many joint meetings the family has been asked to sit through in a year."""
    since = at - dt.timedelta(days=365)
    return sum(1 for one in meetings if one.held_at and one.starts_at >= since)


def needs_interpreter(child: Child) -> list[str]:
    """The languages that guardians need an interpreter for, as the child's row tells."""
    rows = Guardian.objects.filter(~Q(interpreter=""), subject_id=child.pk, until_at=None)
    return list(dict.fromkeys(rows.values_list("interpreter", flat=True)))

