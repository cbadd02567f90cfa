"""What became of a task, and what is late."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door
from samling.people.models import Capacity
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from .entrusting import entrust, standing
from .left import left
from .schedule import kinds


@door("see what became of a task", asks=True)
def task(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How it stands; one that failed can be put in again, in one's own name."""
    found = standing(pk)
    kind = kinds().get(found.kind) if found else None
    if found is None or (request.method == "POST" and kind is None):
        raise Http404
    if request.method == "POST":
        fresh = entrust(found.kind, found.record_id, by=request.capacity.pk, at=now())
        return done(request, reverse("work:task", args=[fresh]))
    who = Capacity.known([found.entrusted_by])[found.entrusted_by]
    return respond(request, "work/task.html", pk=pk, task=found, kind=kind, who=who, today=today())


@door("see what is late")
def overdue(request: HttpRequest) -> HttpResponse:
    """What colleagues in one's unit should have done some time ago: who, what and since when, nothing about any child."""
    return respond(request, "work/overdue.html", lines=left(), today=today())
