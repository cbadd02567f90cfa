"""*Får jag berätta?*, and telling on the strength of the answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import guard
from .door import door, fetch
from .models import Disclosure, Ground
from .receipts import receipt_of
from .tellings import Telling
from .walk import Walk


@door("ask whether one may tell")
def may_i_tell(request: HttpRequest) -> HttpResponse:
    """One question at a time, until the secrecy rules can answer. Nothing is kept."""
    return respond(request, "access/may-i-tell.html", walk=Walk(request.GET, today()))


@door("tell across a wall", opens=Child, asks=True)
def tell(request: HttpRequest, child: Child) -> HttpResponse:
    """Choose a recipient, what and why; read what happens; tell."""
    telling = Telling(child, request.capacity, request.GET, today=today())
    if telling.verdict is None and request.method == "GET":
        return redirect(telling.again)
    insist(telling.may([]))
    if telling.unit is None:
        return respond(request, "access/tell-whom.html", child=child, telling=telling, carried=request.GET.items())
    return _what(request, child, telling)


def _what(request: HttpRequest, child: Child, telling: Telling) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = telling.form(data)
    if data is not None and "change" not in data and form.is_valid():
        if "sure" in data:
            return done(request, reverse("access:told", args=[telling.tell(form)]))
        return respond(request, "access/tell-sure.html", child=child, telling=telling, form=form, sent=_sent(data))
    return respond(request, "access/tell.html", status=422 if form.errors else 200, child=child, telling=telling, form=form)


def _sent(data):
    """What was filled in, to be carried over the page on which it is read once more."""
    return [(name, value) for name, values in data.lists() for value in values
            if name not in ("csrfmiddlewaretoken", "sure", "change")]


@door("read what we have told", opens=Ground)
def told(request: HttpRequest, ground: Ground) -> HttpResponse:
    """The receipt, to print and to end."""
    child = fetch(Child, ground.subject_id, "read what we have told")
    found = receipt_of(ground, child, request.capacity, now())
    return respond(request, "access/told.html", child=child, receipt=found, today=today())


@door("shut what we have told", opens=Ground, changes=True)
def ground_end(request: HttpRequest, ground: Ground) -> HttpResponse:
    """Shut everything told on a ground; nothing of it can be read there from the next page on."""
    guard.end_ground(ground.pk)
    return done(request, reverse("access:told", args=[ground.pk]))


@door("shut what we have told", opens=Disclosure, changes=True)
def disclosure_end(request: HttpRequest, disclosure: Disclosure) -> HttpResponse:
    """Shut one thing that was told."""
    guard.end_disclosure(disclosure.pk)
    return done(request, reverse("access:told", args=[disclosure.ground_id]))
