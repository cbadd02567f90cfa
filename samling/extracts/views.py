"""*Utdrag*: taken down, somebody is named, looked through, decided, given and kept."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from samling.access.door import door, shown
from samling.inventory.telling import Names, Told, title_of
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import STOCKHOLM, now, today
from samling.ui.handing import handed
from samling.ui.respond import respond

from . import desk, doing, forms, reading
from .models.requests import about, preparers
from .paper import paper_file

LOOK = "prepare an extract"


@door("take down a request for an extract", opens=Child, asks=True)
def child(request: HttpRequest, child: Child) -> HttpResponse:
    """The requests about a child, and a new one."""
    form = forms.ReceiveForm(request.POST or None, guardians=desk.who_may_ask(child.pk, now()), today=today())
    if request.method == "POST" and form.is_valid():
        return redirect("extracts:show", doing.receive(child, form.cleaned_data))
    return respond(request, "extracts/child.html", status=422 if form.is_bound else 200, child=child, form=form, today=today(),
                   rows=about(child.pk, now()))


@door("read a request for an extract")
def show(request: HttpRequest, number: UUID) -> HttpResponse:
    """Who asks, what has happened, and what is next."""
    found = desk.desk_of(request, number, LOOK, now())
    shown(request, "read a request for an extract", [found.request])
    return _page(request, "show", found)


@door("name who prepares an extract", asks=True)
def name(request: HttpRequest, number: UUID) -> HttpResponse:
    """Somebody else sees all that is held, until a day."""
    found = desk.desk_of(request, number, LOOK, now())
    insist(found.may_open)
    form = forms.OpenForm(request.POST or None, people=preparers(request.capacity, now()), today=today())
    if request.method == "POST" and form.is_valid():
        until = dt.datetime.combine(form.cleaned_data["until_on"] + dt.timedelta(days=1), dt.time(), STOCKHOLM)
        doing.name_preparer(found.request, form.people[form.cleaned_data["preparer"]], until, by=request.capacity, at=now())
        return redirect(found.request)
    return _page(request, "form", found, form, what="name")


@door("prepare an extract")
def kinds(request: HttpRequest, number: UUID) -> HttpResponse:
    """What there is, kind by kind, and what waits for a person's word."""
    found, extract = _looked_through(request, number)
    rows = [(table, title_of(table), len(items), sum(one.is_undecided for one in items), sum(one.is_kept_back for one in items))
            for table, items in extract.by_kind()]  # fmt: skip
    rows.sort(key=lambda row: (not row[3], row[1]))
    return _page(request, "kinds", found, rows=rows, undecided=len(extract.undecided))


@door("prepare an extract", asks=True)
def items(request: HttpRequest, number: UUID, kind: str) -> HttpResponse:
    """The items of one kind, in words; those that are ticked get a word."""
    found, extract = _looked_through(request, number)
    inside = sorted(dict(extract.by_kind()).get(kind, []), key=lambda one: not one.is_undecided)
    if not inside:
        raise Http404
    form = forms.ChoiceForm(request.POST or None, keys=[one.record for one in inside], today=today())
    if request.method == "POST" and form.is_valid():
        doing.choose(found.request, kind, map(UUID, form.cleaned_data["records"]), form.cleaned_data)
        return redirect(request.path)
    return _page(request, "items", found, form, title=title_of(kind), rows=Told(inside, Names(extract.items)))


@door("finish an extract", changes=True)
def finish(request: HttpRequest, number: UUID) -> HttpResponse:
    """Everything has been looked at."""
    found, extract = _looked_through(request, number)
    doing.finish(found.request, extract, by=request.capacity, at=now())
    return redirect(found.request)


@door("look at an extract again", changes=True)
def again(request: HttpRequest, number: UUID) -> HttpResponse:
    """Look it through once more."""
    found = desk.desk_of(request, number, LOOK, now())
    doing.look_again(found.request)
    return redirect(found.request)


@door("decide about an extract", asks=True)
def decide(request: HttpRequest, number: UUID) -> HttpResponse:
    """The second person sees what is held back, and why."""
    found = desk.desk_of(request, number, LOOK, now())
    insist(found.may_open)
    form = forms.DecideForm(request.POST or None, held=reading.held(found.request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        doing.decide(found.request, doubts=told["doubts"], because=told["because"], by=request.capacity, at=now())
        return redirect(found.request)
    return _page(request, "decide", found, form)


@door("give an extract", asks=True)
def give(request: HttpRequest, number: UUID) -> HttpResponse:
    """How it is given; the copy is made and kept."""
    found = desk.desk_of(request, number, LOOK, now())
    form = forms.GiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        doing.give(found.request, reading.Extract.of(found.request), form.cleaned_data["how"], now())
        return redirect(found.request)
    return _page(request, "form", found, form, what="give")


@door("close a request for an extract", asks=True)
def close(request: HttpRequest, number: UUID) -> HttpResponse:
    """It will not be given."""
    found = desk.desk_of(request, number, LOOK, now())
    insist(found.may_open)
    form = forms.CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        doing.close(found.request, form.cleaned_data["because"])
        return redirect(found.request)
    return _page(request, "form", found, form, what="close")


@door("prepare an extract")
def draft(request: HttpRequest, number: UUID) -> HttpResponse:
    """The paper as it would be, marked as a draft."""
    _found, extract = _looked_through(request, number, also_after=True)
    return handed(paper_file(extract, now(), draft=True), gettext("extract.pdf"))


@door("read a copy of an extract")
def paper(request: HttpRequest, number: UUID) -> HttpResponse:
    """The paper as it was given."""
    return _copy(request, number, "paper", gettext("extract.pdf"))


@door("read a copy of an extract")
def data(request: HttpRequest, number: UUID) -> HttpResponse:
    """The data as they were given."""
    return _copy(request, number, "data", gettext("extract.json"))


def _copy(request: HttpRequest, number: UUID, kind: str, name: str) -> HttpResponse:
    found = desk.desk_of(request, number, "read a copy of an extract", now())
    shown(request, "read a copy of an extract", [found.request])
    return handed(desk.kept(number, kind), name)


def _looked_through(request: HttpRequest, number: UUID, *, also_after: bool = False) -> tuple[desk.Desk, reading.Extract]:
    found = desk.desk_of(request, number, LOOK, now())
    if not (also_after and found.is_preparer):
        insist(found.may_look_through)
    return found, reading.Extract.of(found.request)


def _page(request: HttpRequest, page: str, found: desk.Desk, form: Any = None, **more: Any) -> HttpResponse:
    status = 422 if form and form.is_bound else 200
    return respond(request, f"extracts/{page}.html", status=status, desk=found, one=found.request, form=form, today=today(), **more)
