"""*I dag*, and the notices that are ticked off there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samling.access.door import door, shown
from samling.concern.panel import waiting
from samling.journey.models import Notice
from samling.records.clock import now
from samling.records.clock import today as the_day
from samling.ui.respond import respond

from .day import Day, uuid
from .notices import stand_together


@door("see what waits for me", usual=True)
def today(request: HttpRequest) -> HttpResponse:
    """*I dag*: what I owe someone, what others owe me, what comes, and what I have begun."""
    at, by = now(), request.capacity
    day = Day(by, at, the_day(), owed=lambda: waiting(request), asked=request.GET)
    shown(request, "see what waits for me", day.children)
    return respond(request, "day/today.html", day=day, today=day.today, undo=uuid(request.GET.get("done")))


@door("tick off a notice", opens=Notice, changes=True)
def done(request: HttpRequest, notice: Notice) -> HttpResponse:
    """It is done; the day's page offers to take it back."""
    notice.finish(by=request.capacity.pk, at=now(), together=stand_together(notice.kind))
    return redirect(f"{reverse('day:today')}?done={notice.pk}#done")


@door("take back a tick", opens=Notice, changes=True)
def again(request: HttpRequest, notice: Notice) -> HttpResponse:
    """It was not done after all."""
    notice.reopen(by=request.capacity.pk, together=stand_together(notice.kind))
    return redirect("day:today")
