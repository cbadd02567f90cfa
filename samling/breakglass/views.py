"""*Nödöppning*: choose the child, say why, read for a day; the head answers."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door, shown
from samling.concern.models.pupils import pupil, pupils
from samling.people.models import RosterEntry
from samling.people.sessions import signed_in
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import models, rules
from .forms import AnswerForm, EmergencyForm


@door("open a child in an emergency", asks=True)
def begin(request: HttpRequest) -> HttpResponse:
    """Who it is about: a pupil of one's own unit, or any child of the authority by number."""
    may = rules.may_break_glass(since_proof=_since(request))
    name = request.GET.get("name", "").strip()[:80]
    rows = shown(request, "find a pupil", pupils(request.capacity, name=name), kind="search") if name else []
    form = EmergencyForm(request.POST or None, chosen=False)
    if request.method == "POST" and form.is_valid():
        return _opened(request, roster=None, told=form.cleaned_data)
    return respond(request, "breakglass/begin.html", status=422 if form.is_bound else 200, may=may, name=name, rows=rows,
                   form=form)


@door("open a child in an emergency", asks=True)
def pupil_opening(request: HttpRequest, number: UUID) -> HttpResponse:
    """A pupil of one's own unit."""
    chosen = pupil(number)
    if chosen is None:
        raise Http404
    may = rules.may_break_glass(since_proof=_since(request))
    form = EmergencyForm(request.POST or None, chosen=True)
    if request.method == "POST" and form.is_valid():
        return _opened(request, roster=chosen, told=form.cleaned_data)
    return respond(request, "breakglass/pupil.html", status=422 if form.is_bound else 200, may=may, pupil=chosen, form=form)


@door("see an emergency opening", asks=True)
def show(request: HttpRequest, number: UUID) -> HttpResponse:
    """Who opened, when, why and what was seen; and the head's answer."""
    found = models.opening(number)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        models.answer(number, needed=form.cleaned_data["needed"] == "yes", words=form.cleaned_data["words"])
        return done(request, request.path)
    mine = found.opener.pk == request.capacity.pk
    if found.child:
        shown(request, "see an emergency opening", [found.child])
    return respond(request, "breakglass/show.html", status=422 if form.is_bound else 200, found=found, form=form, mine=mine,
                   stands=found.stands(now()), today=today())


def _since(request: HttpRequest) -> dt.timedelta | None:
    row = signed_in(request)  # when the one who is here last showed a second factor
    return now() - row.strong_at if row and row.strong_at else None


def _opened(request: HttpRequest, *, roster: RosterEntry | None, told: dict[str, Any]) -> HttpResponse:
    found = models.open_in_emergency(roster=roster.pk if roster else None, number=told.get("number", ""),
                                     because=told["because"], since_proof=_since(request))
    if found is None:
        return respond(request, "breakglass/nothing.html")
    return redirect("breakglass:show", found)
