"""Families to meet: children of the team's queue whose information meeting has not been held."""

import datetime as dt
from dataclasses import dataclass

from samling.people.models import Capacity, Child
from samling.referral.models.queue import Line, received
from samling.referral.rules import State

from .meetings import InfoMeeting, due_of


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
