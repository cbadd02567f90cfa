"""Families to meet: children of the team's queue whose information meeting has not been held."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from samling.journey.models import MEETS, Meet
from samling.people.models import Capacity, Child, Unit
from samling.referral.models.queue import Line, received
from samling.referral.rules import State

from .meetings import InfoMeeting, due_of

MOST = 60


@dataclass(frozen=True, slots=True)
class ToMeet:
    """One child whose family is to be met, by when, and when it is arranged."""

    child: Child
    due_on: dt.date
    starts_at: dt.datetime | None


def to_meet(by: Capacity, lines: list[Line] | None = None) -> list[ToMeet]:
    """The families that the team has said yes to and not met, the nearest day first."""
    said_yes = [one for one in (received(by) if lines is None else lines) if one.state is State.ACCEPTED and one.referral]
    if not said_yes:
        return []
    rows = InfoMeeting.objects.filter(referral_id__in=[one.referral.pk for one in said_yes if one.referral])
    known = {row.referral_id: row for row in rows}
    found = []
    for one in said_yes:
        meeting = known.get(one.referral.pk) if one.referral else None
        if one.child and one.referral and not (meeting and meeting.held_at):
            due = meeting.due_on if meeting else due_of(one.referral)
            found.append(ToMeet(one.child, due, meeting.starts_at if meeting else None))
    return sorted(found, key=lambda one: one.due_on)


def _meets(by: Capacity, at: dt.datetime) -> Iterable[Meet]:
    """The families one's team is to meet."""
    if by.unit is None or by.unit.kind != Unit.Kind.TEAM:
        return
    rows = InfoMeeting.objects.mine().filter(starts_at__gte=at, held_at=None, withdrawn_at=None).select_related("holder__person")
    found = list(rows.order_by("starts_at")[:MOST])
    children = Child.objects.mine().in_bulk({one.subject_id for one in found}) if found else {}
    for one in (one for one in found if one.starts_at and one.subject_id in children):
        child = children[one.subject_id]
        to = reverse("welcome:arrangement", args=[child.pk])
        yield Meet(gettext("Information meeting"), one.starts_at, "", to, child, one.holder_id == by.pk, str(one.holder.person), one.pk)


MEETS.append(_meets)
