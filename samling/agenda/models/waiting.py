"""What waits for a meeting: children of the unit whose matter has stood still or been carried on."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID, uuid5

from samling.adaptations.models import overdue
from samling.attendance.models.reached import climbed
from samling.checklist.models import Decision, Tried
from samling.concern.models import Signal
from samling.concern.models.signals import standing
from samling.concern.rules import State
from samling.people.models import Child
from samling.team.models import Team
from samling.team.rules import local_day

from .. import rules
from ..rules import Source
from .items import TeamMeetingItem

MOST = 60


class Sign(NamedTuple):
    """One thing that waits: about whom, from where, since when, which record."""

    subject_id: UUID
    source: Source
    on: dt.date
    record: UUID

    @property
    def key(self) -> str:
        """The record's key as an address writes it."""
        return str(self.record)

    @property
    def word(self) -> str:
        """Where it comes from, in words."""
        return str(TeamMeetingItem.From(self.source).label)


class Waiting(NamedTuple):
    """A child whom the meeting could take up, and why."""

    child: Child
    signs: list[Sign]

    @property
    def subject_id(self) -> UUID:
        """For the log of what was shown."""
        return self.child.pk

    @property
    def first(self) -> Sign:
        """What has waited longest."""
        return self.signs[0]


def waiting(team: Team, at: dt.datetime) -> list[Waiting]:
    """The unit's children with something that waits and is on no agenda, the longest waiting first."""
    signs = sorted(_signs(team, at), key=lambda sign: sign.on)
    taken = set(TeamMeetingItem.objects.filter(record_id__in=[one.record for one in signs]).values_list("record_id", flat=True))
    open_ = TeamMeetingItem.objects.filter(slot__meeting__team=team, slot__meeting__ended_at=None, withdrawn_at=None)
    on_it = set(open_.values_list("subject_id", flat=True))
    kept = [one for one in signs if one.record not in taken and one.subject_id not in on_it]
    rows = Child.objects.filter(pk__in={one.subject_id for one in kept}, unit_id=team.unit_id)
    children = {child.pk: child for child in rows}
    found: dict[UUID, Waiting] = {}
    for one in kept:
        if one.subject_id in children:
            found.setdefault(one.subject_id, Waiting(children[one.subject_id], [])).signs.append(one)
    return list(found.values())[:MOST]


def _signs(team: Team, at: dt.datetime) -> Iterator[Sign]:
    day = local_day(at)
    for signal in standing(Signal.objects.mine()):
        if signal.latest == State.ONWARD:
            yield Sign(signal.subject_id, Source.CONCERN, signal.raised_on, signal.pk)
    sent = Decision.objects.mine().filter(kind=Decision.Kind.FURTHER, ended_at=None, withdrawn_at=None)
    for decision in sent:
        yield Sign(decision.subject_id, Source.CHECKLIST, local_day(decision.written_at), decision.pk)
    for late in overdue(team.unit_id, day):
        yield Sign(late.subject_id, Source.ADAPTATION, late.since_on, late.record.pk)
    yield from _unasked(day - rules.SIX_WEEKS)
    pupils = Child.objects.mine().filter(unit_id=team.unit_id).values_list("pk", flat=True)
    for one in climbed(pupils, organisation=team.unit.branch.organisation_id, at=at, on=day):
        run = uuid5(one.subject_id, one.since_on.isoformat())  # a new run of absence is a new reason
        yield Sign(one.subject_id, Source.ATTENDANCE, one.since_on, run)


def _unasked(before: dt.date) -> Iterator[Sign]:
    """Tried for six weeks, and nobody has asked whether it helped (domain reference 9, pain 19)."""
    latest: dict[tuple[UUID, str], Tried] = {}
    for line in Tried.objects.mine().order_by("version"):
        latest[line.checklist_id, line.place] = line
    for line in latest.values():
        began = line.starts_on or local_day(line.written_at)
        if line.effect == Tried.Effect.NOT_EVALUATED and not line.is_empty and began <= before:
            yield Sign(line.subject_id, Source.ADAPTATION, began, line.pk)
