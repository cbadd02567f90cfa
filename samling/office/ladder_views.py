"""The organisation's own ladder of absence: read, changed from a day on, each change shown before it is saved."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access import guard
from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import today
from samling.ui.respond import done, respond

from .ladder import Ladder
from .ladder_forms import EndStepForm, OwnLadderForm, StepForm
from .views import sent, settled_of


@door("see the settings")
def ladder(request: HttpRequest) -> HttpResponse:
    """The steps in force, those to come and those that were."""
    return respond(request, "office/ladder.html", ladder=Ladder(settled_of(request)), today=today())


@door("change the ladder of absence", asks=True)
def own(request: HttpRequest) -> HttpResponse:
    """A published ladder becomes one's own, to begin with."""
    found = _changing(request)
    return _asked(request, found, OwnLadderForm(sent(request), today=found.settled.today), kind="own")


@door("change the ladder of absence", asks=True)
def step(request: HttpRequest, number: int) -> HttpResponse:
    """One step: a new one, or another from a day on."""
    found = _changing(request)
    if not (number in found.own or (number in found.free and found.own)):
        raise Http404
    row = found.newest(number)
    form = StepForm(sent(request), number=number, row=row, today=found.settled.today)
    return _asked(request, found, form, kind="change" if row else "new", number=number)


@door("change the ladder of absence", asks=True)
def end(request: HttpRequest, number: int) -> HttpResponse:
    """A step is no more from a day on."""
    found = _changing(request)
    if number not in found.own:
        raise Http404
    form = EndStepForm(sent(request), number=number, today=found.settled.today)
    return _asked(request, found, form, kind="end", number=number)


@door("change the ladder of absence", changes=True)
def withdraw(request: HttpRequest, number: UUID) -> HttpResponse:
    """What has not begun is taken back, with all that was decided together with it."""
    settled_of(request)
    guard.call("withdraw_ladder_steps", number)
    return done(request, reverse("office:ladder"))


def _changing(request: HttpRequest) -> Ladder:
    found = Ladder(settled_of(request))
    insist(found.may)
    return found


def _asked(request: HttpRequest, found: Ladder, form: Any, **shown: Any) -> HttpResponse:
    """First what it changes, then saved."""
    if form.is_valid() and "sure" in request.POST:
        found.settle(form.rows, form.cleaned_data["from_on"], form.cleaned_data["decision"])
        return done(request, reverse("office:ladder"))
    change = found.change(form.rows, form.cleaned_data["from_on"]) if form.is_valid() else None
    status = 422 if form.is_bound and change is None else 200
    return respond(request, "office/ladder-change.html", status=status, ladder=found, form=form, change=change,
                   here=request.path, today=today(), **shown)
