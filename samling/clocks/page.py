"""What the page of running days is laid out from: whose each is, and how far its word has come."""

import datetime as dt
from typing import Any

from samling.access import holding
from samling.journey.models import coordinating
from samling.people.models import Capacity, Setting
from samling.records.clock import STOCKHOLM

from .models import Clock, Near
from .models.quiet import leads
from .rules import Reach


def page_of(found: list[Clock], near: Near, by: Capacity, at: dt.datetime) -> dict[str, Any]:
    """Mine; those that have come to me as the one who coordinates; those that have come to me as a head."""
    duties, today = set(holding.duties()), at.astimezone(STOCKHOLM).date()
    days = {f"{name}_days": Setting.number(f"deadline.{name}_days", at, capacity=by.pk) for name in ("coordinator", "head")}
    held = coordinating(near.journeys)
    mine = [one for one in found if one.owner in duties]
    led = {near.journeys[journey].pk for journey, one in held.items() if one.coordinator == by.pk}
    rest = [one for one in found if one.owner not in duties and one.due_on < today]
    coordinated = [one for one in rest if one.child.pk in led and one.reach(today, days) is not Reach.OWNER]
    headed = [
        one for one in rest
        if leads(by) and one.child.unit_id == by.unit_id and one not in coordinated and one.reach(today, days) is Reach.HEAD
    ]  # fmt: skip
    return {"mine": mine, "coordinated": coordinated, "headed": headed, "all": [*mine, *coordinated, *headed]}
