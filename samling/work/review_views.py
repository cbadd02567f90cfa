"""Looks that were drawn at random, and alarms: who reviews them, and what the looker says."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access import guard, looks
from samling.access.door import door
from samling.records.clock import today
from samling.ui.respond import done, respond

from . import reviewing
from .forms import AlarmForm, ReasonForm, ReviewForm, said


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@door("review looks")
def reviews(request: HttpRequest) -> HttpResponse:
    """What waits for my review or my reason, and what has been answered. That I saw it is noted."""
    found = reviewing.reviews()
    looks.record("review", "review looks", [one.child.pk for one in found if one.child])
    return respond(request, "work/reviews.html", reviews=found, alarms=reviewing.alarms(), today=today())


@door("review a look", asks=True)
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One look: how it was, or, about a look of one's own, why."""
    found = reviewing.review(pk)
    if found is None:
        raise Http404
    form = (ReasonForm if found.is_mine else ReviewForm)(_sent(request))
    if form.is_valid():
        guard.call("explain_look" if found.is_mine else "answer_look", pk, said(form))
        return done(request, "work:reviews")
    return respond(
        request, "work/review.html", status=422 if form.is_bound else 200, review=found, form=form, today=today()
    )


@door("ask about a look", changes=True)
def review_ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask the one who looked for her reason."""
    guard.call("ask_look", pk)
    return done(request, reverse("work:review", args=[pk]))


@door("answer an alarm", asks=True)
def alarm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody has opened very many children: whether that belongs to the work."""
    found = reviewing.alarm(pk)
    if found is None:
        raise Http404
    form = AlarmForm(_sent(request))
    if form.is_valid():
        guard.call("answer_alarm", pk, said(form))
        return done(request, "work:reviews")
    return respond(
        request, "work/alarm.html", status=422 if form.is_bound else 200, alarm=found, form=form, today=today()
    )
