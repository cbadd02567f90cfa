"""What other pages show of who can see."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import now, today

from .sight import sight


def who_can_see(request: HttpRequest, child: Child) -> dict[str, Any]:
    """Who can see the child, in short, with the way to the reasons; drawn by access/panel.html as `sees`."""
    found = sight(child, request.capacity, now())
    return {"child": child, "sight": found, "today": today()}
