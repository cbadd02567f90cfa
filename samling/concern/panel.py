"""What the child's page and the desk show of concerns."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import now, today

from .models.lists import Row, about_child, to_take_care_of


def concerns(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The concerns about one child that the reader may see; drawn by concern/panel.html as `concerns`."""
    found = about_child(child, request.capacity, now(), request.GET)
    return {"child": child, "rows": found.rows, "piece": found, "today": today()}


def waiting(request: HttpRequest) -> list[Row]:
    """Concerns owed an answer by the acting capacity, with the day it is due; for the day's list."""
    return [row for row in to_take_care_of(request.capacity, now()) if row.due_on]
