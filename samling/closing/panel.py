"""What the child's page and *I dag* show of follow-ups, closings and the calls afterwards."""

import datetime as dt
from typing import Any

from django.http import HttpRequest

from samling.journey.models import journey_of
from samling.people.models import Child
from samling.records.clock import today

from .models import Closing, NextDecision
from .models.later import Call, calls_due
from .rules import CALLED


def closing(request: HttpRequest, child: Child) -> dict[str, Any]:
    """What was decided last, and the closing that came of it; drawn by closing/panel.html as `closing`."""
    journey, on = journey_of(child.pk), today()
    found = NextDecision.latest(journey) if journey else None
    came: Closing | None = getattr(found, "closing", None) if found else None
    stands = came if came and not came.called_off_at and not came.reopened_at else None
    return {"child": child, "decision": found, "closing": stands, "back": came if came and came.reopened_at else None, "today": on}


def calls(on: dt.date) -> list[Call]:
    """The calls that are mine to make, from two weeks before their day."""
    return calls_due(on + CALLED)
