"""What the child's page and *I dag* show of the plan."""

import datetime as dt
from typing import Any

from django.http import HttpRequest

from samling.people.models import Capacity, Child
from samling.plan.models.plans import plan_of
from samling.records.clock import today

from . import rules
from .models import Promise
from .models.lists import Held
from .models.lists import held as held_by
from .rules import Quiet, State


def plan(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The plan in short, after the child has been opened; drawn by promises/panel.html as `plan`."""
    found, on = plan_of(child.pk), today()
    promises = Promise.of_plan(found) if found else []
    open_now = [one for one in promises if one.state in rules.OPEN]
    return {
        "child": child,
        "plan": found,
        "holder": found.holders[0] if found else None,
        "open": open_now[:6],
        "more": max(len(open_now) - 6, 0),
        "waits": len([one for one in open_now if one.state is State.ASKED]),
        "silent": len([one for one in open_now if one.quiet(on) is Quiet.HOLDER]),
        "today": on,
    }


def held(by: Capacity, on: dt.date) -> Held:
    """What one has promised and holds together, for the day's page."""
    return held_by(by, on)
