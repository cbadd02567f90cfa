"""What the child's page shows of the plan."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.plan.models.plans import plan_of
from samling.records.clock import today

from .models.glance import open_promises


def plan(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The plan in short, after the child has been opened; drawn by promises/panel.html as `plan`."""
    found = plan_of(child.pk)
    shown, more = open_promises(found.pk) if found else ([], 0)
    return {
        "child": child,
        "plan": found,
        "holder": found.holders[0] if found else None,
        "open": shown,
        "more": more,
        "today": today(),
    }
