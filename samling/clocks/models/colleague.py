"""A colleague asks whoever coordinates how it is going around a child, where a day has passed or it has been quiet."""

import datetime as dt
from typing import NamedTuple

from django.db import transaction

from samling.access import holding
from samling.journey.models import Notice, coordinating
from samling.journey.rules import ASKS_AROUND, may_ask
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Setting
from samling.plan.models import Plan
from samling.plan.models.plans import day

from .running import Clock


class Around(NamedTuple):
    """Whom one asks, whether one may now, and the question one asked last."""

    holder: Capacity | None
    may: Answer
    last: Notice | None


def around(plan: Plan | None, rows: list[Clock], *, by: Capacity, at: dt.datetime) -> Around | None:
    """The question to whoever coordinates; None while there is no plan that somebody holds."""
    held = coordinating([plan.subject_id]).get(plan.subject_id) if plan else None
    if plan is None or held is None or held.coordinator is None:
        return None
    holder = Capacity.known([held.coordinator]).get(held.coordinator)
    last = Notice.objects.filter(sent_by=by, kind=ASKS_AROUND, subject_id=plan.subject_id).order_by("-sent_at").first()
    mine, asked_on = holding.duties(), day(last.sent_at) if last else None
    may = may_ask(takes_part=plan.writes, holder=holder is not None, is_self=held.coordinator in mine,
                  is_silent=any(one.due_on < day(at) and one.owner not in mine for one in rows), asked_on=asked_on, today=day(at),
                  days=Setting.number("deadline.nudge_days", at, capacity=by.pk))  # fmt: skip
    return Around(holder, may, last)


@transaction.atomic
def ask_around(plan: Plan | None, rows: list[Clock], *, by: Capacity, at: dt.datetime) -> Capacity | None:
    """Ask whoever coordinates; the notice is the record. None where nobody does. Raises Refused."""
    found = around(plan, rows, by=by, at=at)
    if plan is None or found is None or found.holder is None:
        return None
    insist(found.may)
    notify(found.holder.pk, ASKS_AROUND, by=by.pk, at=at, record=plan.pk, subject=plan.subject_id)
    return found.holder
