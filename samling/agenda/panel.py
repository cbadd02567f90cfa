"""What the child's page shows of meetings."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import today
from samling.team.models import Team

from .models.lists import ahead, latest


def team_meetings(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The latest decision about a child and the meeting that takes her up; drawn by panel.html as `team`."""
    item = ahead(child)
    own = item is None and request.capacity.unit_id == child.unit_id
    return {
        "child": child,
        "decision": latest(child),
        "item": item,
        "may_take_up": own and Team.of_unit(child.unit_id) is not None,
        "today": today(),
    }
