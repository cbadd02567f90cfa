"""Taking care of concerns: the list, one concern, its next step and its tier."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door, shown
from samling.kernel.answer import insist
from samling.people.models import Capacity, Setting
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import rules
from .forms import LevelForm, StepForm
from .models import Signal
from .models.lists import due_on, to_take_care_of
from .models.shown import page_of
from .rules import State

PAGE = "concern/show.html"


@door("list concerns")
def inbox(request: HttpRequest) -> HttpResponse:
    """Concerns to take care of at one's unit, those owed an answer first."""
    by = _receiver(request)
    rows = shown(request, "list concerns", to_take_care_of(by, now()))
    return respond(request, "concern/inbox.html", rows=rows, today=today())


@door("read a concern", opens=Signal)
def show(request: HttpRequest, signal: Signal) -> HttpResponse:
    """What was seen, what has been done with it, and the steps that can be next."""
    by = request.capacity
    return respond(request, PAGE, due=due_on(signal, now(), by), today=today(), **page_of(signal, by),
                   step=StepForm(), level=_level(by))


@door("take a step with a concern", opens=Signal, changes=True)
def step(request: HttpRequest, signal: Signal) -> HttpResponse:
    """The next step, with its reason."""
    form = StepForm(request.POST)
    by = _receiver(request)
    if not form.is_valid():
        return respond(request, PAGE, status=422, due=due_on(signal, now(), by), today=today(),
                       **page_of(signal, by), step=form, level=_level(by))
    told = form.cleaned_data
    signal.step(State(told.pop("kind")), by=by, at=now(), **told)
    return redirect("concern:inbox") if signal.state is State.CLOSED else redirect("concern:show", signal.pk)


@door("set the tier", opens=Signal, changes=True)
def level(request: HttpRequest, signal: Signal) -> HttpResponse:
    """The tier that a person decides, with a reason."""
    by = _receiver(request)
    form = _level(by, request.POST)
    if form.is_valid():
        signal.mark(form.cleaned_data["tier"], because=form.cleaned_data["because"], by=by, at=now())
    return redirect("concern:show", signal.pk)


def _level(by: Capacity, data: Any = None) -> LevelForm:
    return LevelForm(data, prefix="set", names=Setting.tiers(now(), capacity=by.pk))


def _receiver(request: HttpRequest) -> Capacity:
    by = request.capacity
    insist(rules.may_handle(by.role))
    return by
