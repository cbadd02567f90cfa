"""What the child's page and the day show of follow-up."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import today

from .models import next_of


def followup(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The next day on which one asks; drawn by followup/panel.html as `followup`."""
    return {"child": child, "next": next_of(child), "today": today()}
