"""What the child's page shows of the story, and what a new note needs."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import now, today

from .noting import Noting
from .thread import Story

TAIL = 6


def story(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The end of the story and its whole spine; drawn by journey/panel.html as `story`."""
    told = Story(child, request.capacity.pk, now())  # type: ignore[attr-defined]
    told.open_shared("open a child")
    events, notes = told.events(), told.notes(TAIL)
    return {"child": child, "events": events, "thread": told.tail(notes, events, TAIL), "today": today()}


def may_note(request: HttpRequest, child: Child) -> bool:
    """Whether the acting capacity may write a note about the child."""
    return bool(Noting(child, request.capacity, now()).walls)  # type: ignore[attr-defined]
