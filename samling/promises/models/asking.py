"""A colleague asks whoever holds a promise how it is going: where it is silent or late, and at most once in a while."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from samling.journey.rules import ASKS, may_ask
from samling.journey.telling import asked_last, notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Setting
from samling.plan.models import Plan
from samling.plan.models.plans import day

from ..rules import OPEN, Quiet
from .promises import Promise


class Asking(NamedTuple):
    """Whether one may ask now, when one asked last, and whether a word has come since."""

    may: Answer
    asked_at: dt.datetime | None
    answered: bool


def is_silent(one: Promise, on: dt.date) -> bool:
    """Whether its day has passed, or nobody has heard of it for so long that everyone sees it."""
    return one.state in OPEN and (one.until_on < on or one.quiet(on) is Quiet.HOLDER)


def asking(promises: Iterable[Promise], plan: Plan, *, by: UUID, at: dt.datetime) -> dict[UUID, Asking]:
    """The question about each promise of a plan that is silent or late and that a colleague holds."""
    found = [one for one in promises if is_silent(one, day(at)) and one.held_by and not one.is_left and not one.is_mine]
    if not found:
        return {}
    last, days = asked_last([one.pk for one in found], ASKS, by=by), Setting.number("deadline.nudge_days", at, capacity=by)
    return {one.pk: _asking(one, last.get(one.pk), days, plan.writes, at) for one in found}


def _asking(one: Promise, asked_at: dt.datetime | None, days: int, takes_part: bool, at: dt.datetime) -> Asking:
    may = may_ask(takes_part=takes_part, holder=one.held_by is not None and not one.is_left, is_self=one.is_mine,
                  is_silent=is_silent(one, day(at)), asked_on=day(asked_at) if asked_at else None, today=day(at), days=days)  # fmt: skip
    return Asking(may, asked_at, bool(asked_at and one.latest and one.latest.written_at >= asked_at))


@transaction.atomic
def ask(promise: Promise, *, by: Capacity, at: dt.datetime) -> Capacity:
    """Ask whoever holds it how it is going; the notice is the record. Raises Refused."""
    last, days = asked_last([promise.pk], ASKS, by=by.pk), Setting.number("deadline.nudge_days", at, capacity=by.pk)
    insist(_asking(promise, last.get(promise.pk), days, promise.plan.writes, at).may)
    assert promise.held_by is not None
    notify(promise.held_by.pk, ASKS, by=by.pk, at=at, record=promise.pk, subject=promise.subject_id)
    return promise.held_by
