"""The SIP that somebody has seen the need of, from that day until the meeting has been held."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Max, QuerySet

from samling.consent.models import Consent
from samling.gathering.models import JointMeeting
from samling.gathering.rules import Kind, sip_due
from samling.journey.models import Event, coordinating
from samling.people.models import Branch, Child, Setting
from samling.plan.models import Plan
from samling.records.clock import STOCKHOLM, now
from samling.records.question import Question


class Need(NamedTuple):
    """When it was seen, whose it is, and the meeting that has been called for it, if any."""

    seen_on: dt.date
    owner: UUID | None
    meeting: JointMeeting | None = None


def needs(children: Mapping[UUID, Child], journeys: Mapping[UUID, Child], keys: str) -> Iterator[tuple[Child, Need]]:
    """The SIPs that have not been met, at most one a child: a meeting that is called, one that was called off and not called
    again, else the day when a yes to a SIP was asked for, else the day when the plan was last settled as one.
    `keys`: the children's, as one value.
    """
    rows = JointMeeting.objects.filter(subject_id__in=list(journeys), kind=Kind.SIP, withdrawn_at=None)
    met: dict[UUID, list[JointMeeting]] = {}
    for one in rows.order_by("written_at"):
        met.setdefault(journeys[one.subject_id].pk, []).append(one)
    known = _planned({key: child for key, child in journeys.items() if child.pk not in met})
    known |= {child: Need(_on(at), by) for child, at, by in _asked(keys, now()) if child not in met}
    known |= {child: need for child, rows in met.items() if (need := _of(rows))}
    yield from ((children[child], need) for child, need in known.items())


def _of(meetings: list[JointMeeting]) -> Need | None:
    open_ = [one for one in meetings if not one.held_at and not one.cancelled_at]
    latest = open_[0] if open_ else meetings[-1]
    if latest.held_at or not latest.seen_on:
        return None
    return Need(latest.seen_on, latest.chair_id, latest if open_ else None)


@Question
def _asked(children: Any, at: Any) -> QuerySet:
    rows = Consent.objects.filter(subject_id__among=children, kind="sip", ended_at=None, withdrawn_at=None, valid_until__gt=at)
    return rows.exclude(answers__yes=False).order_by("-written_at").values_list("subject_id", "written_at", "written_by_id")


def _planned(journeys: Mapping[UUID, Child]) -> dict[UUID, Need]:
    plans = dict(Plan.objects.filter(subject_id__in=list(journeys), kind=Plan.Kind.SIP, withdrawn_at=None).values_list("pk", "subject_id"))
    if not plans:
        return {}
    told = Event.objects.filter(record_id__in=list(plans), kind__in=("plan begun", "plan changed"), withdrawn_at=None)
    held, settled = coordinating(plans.values()), told.values_list("record_id").annotate(at=Max("written_at"))
    return {journeys[plans[plan]].pk: Need(_on(at), held[plans[plan]].coordinator) for plan, at in settled if plans[plan] in held}


def _on(at: dt.datetime) -> dt.date:
    return at.astimezone(STOCKHOLM).date()


class Days:
    """The days of the local agreement of each child's own organisation, asked for once."""

    def __init__(self, children: list[Child]):
        self.of = {one.pk: one.organisation_id for one in Branch.objects.filter(pk__in={one.branch_id for one in children})}
        self.known: dict[Any, dict[str, int]] = {}

    def due(self, child: Child, seen_on: dt.date) -> tuple[dt.date, dt.date]:
        """The last days to call and to hold the meeting."""
        own = self.of.get(child.branch_id)
        if own not in self.known:
            names = ("call_days", "meeting_days")
            self.known[own] = {name: Setting.number(f"sip.{name}", now(), organisation=own) for name in names}
        return sip_due(seen_on, **self.known[own])
