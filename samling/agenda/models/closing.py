"""One tap after the meeting: every decision is with its holder, and the meeting is over."""

import datetime as dt
from typing import NamedTuple

from django.db import transaction

from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.team.models import TeamMeeting

from .. import rules
from ..rules import Hearing
from .decisions import TeamDecision
from .items import Heard
from .points import Point, agenda
from .writing_home import draft


class Ending(NamedTuple):
    """What the tap will do: the decisions to hand over, and the items that have none yet."""

    may: Answer
    decisions: list[TeamDecision]
    undecided: list[Point]


def ending(meeting: TeamMeeting, by: Capacity, at: dt.datetime) -> Ending:
    """What happens when the meeting ends now."""
    points = agenda(meeting, by, at)
    undecided = [one for one in points if one.item and not one.decisions]
    may = rules.may_end(run=meeting.may_run(), undecided=len(undecided))
    return Ending(may, [one for point in points for one in point.decisions], undecided)


@transaction.atomic
def end(meeting: TeamMeeting, *, by: Capacity, at: dt.datetime) -> None:
    """Hand over every decision, note who heard which name, and end. Done twice it is done once. Raises Refused."""
    if meeting.ended_at:
        return
    insist(ending(meeting, by, at).may)
    points = agenda(meeting, by, at)
    for point in points:
        for decision in point.decisions:
            decision.hand_over(by=by, at=at)
            draft(decision, by=by, at=at)
        _note_heard(point, by=by, at=at)
    meeting.ended_at, meeting.ended_by = at, by
    meeting.save(update_fields=["ended_at", "ended_by"])


def _note_heard(point: Point, *, by: Capacity, at: dt.datetime) -> None:
    """A receipt for each guest who was in the room and heard the name."""
    item = point.item
    if item is None or not item.writes():
        return
    for ear in point.ears:
        if ear.hearing is Hearing.NAME and ear.sitter.is_here:
            Heard(
                item=item, capacity=ear.sitter.capacity, subject_id=item.subject_id, wall=item.wall,
                written_by=by, written_at=at,
            ).save(force_insert=True)  # fmt: skip
            item.tell("a guest heard of it at the team meeting", by=by, at=at)
