"""What is tried for a child: the list, starting, asking how it went, putting right, stopping."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import desk
from .forms import EvaluationForm
from .models import Adaptation


@door("read what is tried", opens=Child, asks=True)
def of_child(request: HttpRequest, child: Child) -> HttpResponse:
    """Everything tried for a child, what helped, and what one could try next; one press starts an idea."""
    if request.method == "POST":
        return desk.started_at_once(request, child)
    return respond(request, "adaptations/child.html", **desk.page_of(request, child))


@door("try something", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """Start: from the catalogue, in own words, or what a checklist's table has chosen (?trial=)."""
    insist(Adaptation.may_start(child))
    trial = desk.trial_of(child, request)
    form = desk.start_form(request, child, trial)
    if form.is_valid():
        made = Adaptation.start(child, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity), trial=trial)
        return redirect("adaptations:show", made.pk)
    return desk.asked(request, "adaptations/form.html", form, child, trial=trial)


@door("read what is tried", opens=Adaptation)
def show(request: HttpRequest, adaptation: Adaptation) -> HttpResponse:
    """One adaptation: how it is done, how it has gone, what one can do."""
    return respond(request, "adaptations/show.html", **desk.one(request, adaptation))


@door("say how it went", opens=Adaptation, asks=True)
def evaluate(request: HttpRequest, adaptation: Adaptation) -> HttpResponse:
    """How it went, according to whom, and what happens now."""
    insist(Adaptation.may_start(desk.child_of(adaptation)))
    insist(adaptation.may_evaluate())
    form = EvaluationForm(desk.sent(request), today=today())
    if form.is_valid():
        adaptation.evaluate(form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect("adaptations:child", adaptation.subject_id)
    return desk.asked(request, "adaptations/evaluate.html", form, desk.child_of(adaptation), adaptation=adaptation)


@door("change what is tried", opens=Adaptation, asks=True)
def correct(request: HttpRequest, adaptation: Adaptation) -> HttpResponse:
    """Put right what is noted."""
    child = desk.child_of(adaptation)
    insist(Adaptation.may_start(child))
    form = desk.correct_form(request, child, adaptation)
    if form.is_valid():
        adaptation.correct(form.cleaned_data, by=request.capacity, at=now())
        return redirect("adaptations:show", adaptation.pk)
    return desk.asked(request, "adaptations/form.html", form, child, adaptation=adaptation)


@door("stop what is tried", opens=Adaptation, changes=True)
def stop(request: HttpRequest, adaptation: Adaptation) -> HttpResponse:
    """It is no longer done; one may still say how it went."""
    insist(Adaptation.may_start(desk.child_of(adaptation)))
    adaptation.stop(by=request.capacity, at=now())
    return redirect("adaptations:show", adaptation.pk)


@door("take back what was started", opens=Adaptation, changes=True)
def take_back(request: HttpRequest, adaptation: Adaptation) -> Any:
    """It was started by mistake."""
    adaptation.take_back(by=request.capacity, at=now())
    return redirect("adaptations:child", adaptation.subject_id)
