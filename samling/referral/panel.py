"""What the child's page and the day's page show of the team's question."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import today

from .models.asked import Referral
from .models.decisions import latest_answer
from .rules import ASKS, WAITS, State


def referral(request: HttpRequest, child: Child) -> dict[str, Any]:
    """Where the latest question to a team stands; drawn by panel.html as `referral`."""
    found, by = Referral.about(child.pk), request.capacity
    if found:
        found.decided = latest_answer.first(found.pk)
    leads = by.role in ASKS and by.unit_id == child.unit_id
    return {
        "child": child,
        "found": found,
        "may_ask": leads and not (found and found.state in (*WAITS, State.ACCEPTED)),
        "today": today(),
    }
