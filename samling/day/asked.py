"""What schools ask one's team, the families it is to meet, and whom one follows up, on the day's page."""

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samling.closing.panel import calls
from samling.followup.models import due, with_children
from samling.gathering.models.lists import without_interpreter
from samling.instruments.shape import Time
from samling.journey.models import Meet
from samling.kernel.words import _
from samling.people.models import Capacity, Child, Unit
from samling.records.clock import STOCKHOLM
from samling.referral.models import queue
from samling.ui.ways import way
from samling.welcome.models.waiting import to_meet

from .lines import FEW, Line


def referrals(by: Capacity) -> list[Line]:
    """What schools have asked one's team: to receive, to answer, and to see taken over by another."""
    if by.unit is None or by.unit.kind != Unit.Kind.TEAM:
        return []
    new = queued(by)
    says = {queue.State.RECEIVED: _("Answer the school"), queue.State.REDIRECTED: _("Nobody has taken over yet")}
    lines = queue.received(by)
    met = [
        Line(gettext("Meet the family"), way("welcome:arrangement", one.child.pk), gettext("Open it"), one.child,
             one.starts_at.astimezone(STOCKHOLM).date() if one.starts_at else one.due_on)
        for one in to_meet(by, lines)
    ]  # fmt: skip
    held = [
        Line(gettext(says[one.state]), one.referral.get_absolute_url(), gettext("Open it"), one.child, **_clock(one))
        for one in lines
        if one.state in says and one.referral
    ]
    return sorted([*new, *held, *met], key=lambda line: line.due or dt.date.max)[:FEW]


def queued(by: Capacity) -> list[Line]:
    """The team's queue: what schools ask that nobody has received, the nearest day first."""
    if by.unit is None or by.unit.kind != Unit.Kind.TEAM:
        return []
    rows = [
        Line(gettext("%(unit)s asks the team") % {"unit": one.school}, way("referral:reception", one.party),
             gettext("Receive it"), who=one.name, due=one.due_on)
        for one in queue.waiting()
    ]  # fmt: skip
    return sorted(rows, key=lambda line: line.due or dt.date.max)


def _clock(one: queue.Line) -> dict[str, Any]:
    """The day to answer; since when, for what has been answered and nobody has taken over."""
    if one.state is queue.State.REDIRECTED and one.referral:
        return {"since": one.referral.decided.written_at.astimezone(STOCKHOLM).date()}
    return {"due": one.due_on}


def follow_ups(by: Capacity, today: dt.date, *, but: Collection[UUID | None] = ()) -> list[Line]:
    """The rounds of follow-up that one holds and whose day has come, the longest waiting first.

    `but`: the children of whom one is asked already to ask how it went; the checklist's page leads to the same questions.
    """
    return [
        Line(gettext("Ask how it is. %(time)s") % {"time": one.title}, one.get_absolute_url(), gettext("Ask"), child, one.due_on)
        for one, child in with_children(due(by, today)[:FEW])
        if not (one.time == Time.SOLVED and child and child.pk in but)
    ]


def interpreters(by: Capacity, at: dt.datetime, near: list[Meet]) -> list[Line]:
    """Meetings that are near without a confirmed interpreter, one tap from the booking."""
    coming = {one.record: one.child for one in near if one.record and one.child}
    return [
        Line(gettext("An interpreter is not confirmed: %(language)s") % {"language": one.language},
             f"{one.meeting.get_absolute_url()}#interpreter", gettext("See the booking"), child, one.meeting.on)
        for one, child in without_interpreter(by, at, coming)
    ]  # fmt: skip


def later_calls(today: dt.date) -> list[Line]:
    """Calls to families whose matter was closed, mine to make, while their yes stands."""
    rows = calls(today)
    children = Child.known(row.subject_id for row in rows)
    return [
        Line(gettext("Ring the home and ask how it went"), way("closing:call", row.id), gettext("Begin the call"),
             children[row.subject_id], row.due_on)
        for row in rows if row.subject_id in children
    ]  # fmt: skip


def meeting_line(one: Meet) -> Line:
    """A meeting to come, as a line of the day's page."""
    return Line(one.title, one.to, "", one.child, one.on)
