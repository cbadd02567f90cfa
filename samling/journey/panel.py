"""What the child's page shows of the story, and the whole of it."""

from typing import Any

from django.http import HttpRequest

from samling.access import guard
from samling.people.models import Child
from samling.records.clock import STOCKHOLM, now

from .filters import Filters
from .rules import noted
from .thread import Story


def story(request: HttpRequest, child: Child, kinds: list[str]) -> dict[str, Any]:
    """The end of the story, and the events of these kinds as `path`; drawn by journey/panel.html as `story`."""
    at = now()
    told = Story(child, request.capacity.pk, at)
    return {
        "child": child,
        "path": told.path(kinds),
        "thread": told.tail(told.notes(), told.events()),
        "is_met": bool(told.near),
        "at": at,
        "today": at.astimezone(STOCKHOLM).date(),
    }


def whole_story(request: HttpRequest, child: Child) -> dict[str, Any]:
    """A piece of the story, newest first, of one kind or one side when asked, as `thread` and `filters`."""
    told = Story(child, request.capacity.pk, now())
    chosen = Filters(request.GET)
    thread = told.thread(kind=chosen.kind, side=chosen.side, before=chosen.before)
    return {"thread": thread, "filters": chosen, "may_note": bool(noted(guard.my_access(child.pk)))}
