"""Support around a child: the list, beginning, a quick note, where it stands, how it goes, putting right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from . import desk
from .forms import FactsForm, NoteForm, OutcomeForm, StepForm
from .models import Occasion, Outcome, Support
from .rules import State


@door("read about support", opens=Child)
def of_child(request: HttpRequest, child: Child) -> HttpResponse:
    """What is done for a child: one's own side's, what the others have told, and occasion by occasion."""
    return respond(request, "support/child.html", **desk.page_of(request, child))


@door("begin support", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """Which support, in which legal form, who holds it, and who will read of it."""
    at_desk = desk.desk_of(request, child)
    insist(at_desk.may_start())
    form = desk.start_form(request, at_desk)
    if form.is_valid():
        return redirect(Support.start(child, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity)))
    return respond(request, "support/new.html", "sees", status=status(form), **desk.new_page(request, form, at_desk))


@door("read about support", opens=Support)
def show(request: HttpRequest, support: Support) -> HttpResponse:
    """One support with the quick note on top, how it has gone and what has been done."""
    return respond(request, "support/show.html", **desk.one(request, support))


@door("note what was done", opens=Support, asks=True)
def note(request: HttpRequest, support: Support) -> HttpResponse:
    """What was done, in twenty seconds; who will read it stands before the button and follows the choice."""
    desk.insist_writes(support)
    form = NoteForm(sent(request), initial=desk.begun(request, support))
    if form.is_valid():
        Occasion.note(support, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        desk.forget(request, support)
        messages.success(request, _("Your note is saved."))
        return redirect(support)
    return respond(request, "support/note.html", "sees", status=status(form), **desk.note_page(request, support, form))


@door("say where support stands", opens=Support, changes=True)
def step(request: HttpRequest, support: Support) -> HttpResponse:
    """It is paused, goes on or ends."""
    desk.insist_writes(support)
    form = StepForm(request.POST)
    if not form.is_valid():
        return respond(request, "support/show.html", status=422, **desk.one(request, support), ending=form)
    support.step(State(form.cleaned_data["to"]), by=request.capacity, at=now(), because=form.cleaned_data["because"])
    return redirect(support)


@door("tell where support stands", opens=Support, changes=True)
def share(request: HttpRequest, support: Support) -> HttpResponse:
    """The others at the joint table see from now on where it stands."""
    desk.insist_writes(support)
    support.share(by=request.capacity, at=now())
    return redirect(support)


@door("say how support goes", opens=Support, asks=True)
def evaluate(request: HttpRequest, support: Support) -> HttpResponse:
    """How it goes, according to whom, and what happens now."""
    desk.insist_writes(support)
    insist(desk.may_evaluate(support))
    form = OutcomeForm(sent(request), today=today(), is_ended=support.is_ended, is_listed=bool(support.code))
    if form.is_valid():
        Outcome.say(support, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(support)
    return desk.asked(request, "support/evaluate.html", form, support)


@door("change support", opens=Support, asks=True)
def correct(request: HttpRequest, support: Support) -> HttpResponse:
    """Another holder, other days, another answer about the home."""
    desk.insist_writes(support)
    form = desk.facts_form(request, support, FactsForm)
    if form.is_valid():
        support.correct(form.cleaned_data, by=request.capacity, at=now())
        return redirect(support)
    return desk.asked(request, "support/facts.html", form, support)


@door("take back support", opens=Support, changes=True)
def take_back(request: HttpRequest, support: Support) -> HttpResponse:
    """It was begun by mistake."""
    support.take_back(by=request.capacity, at=now())
    return redirect("support:child", support.subject_id)
