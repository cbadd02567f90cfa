"""The wheel and the measurements of a child: looked at, talked about, put on the table, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now
from samling.sharing.models import Table
from samling.ui.respond import respond

from . import desk
from .models import Wheel


@door("look at the wheel and the measurements", opens=Child)
def of_child(request: HttpRequest, child: Child) -> HttpResponse:
    """How it is according to each of them, and what has moved."""
    return respond(request, "outcome/child.html", **desk.page_of(request, child))


@door("set the wheel", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """The talk: one person's view, part by part; who reads it stands before the button."""
    talk = desk.Talk(request, child)
    insist(talk.may_begin())
    if talk.form.is_valid() and (made := talk.kept()):
        return redirect(made)
    return respond(request, "outcome/new.html", "sees", status=talk.status, **talk.shown)


@door("look at a wheel", opens=Wheel)
def show(request: HttpRequest, wheel: Wheel) -> HttpResponse:
    """One person's wheel, with the one before as rings, and who reads it."""
    return respond(request, "outcome/wheel.html", **desk.one(request, wheel))


@door("put a wheel on the table", opens=Wheel, asks=True)
def put(request: HttpRequest, wheel: Wheel) -> HttpResponse:
    """What happens then, said before it is done."""
    child = desk.child_of(wheel)
    insist(wheel.may_put(Table(child, now()), request.capacity))
    if request.method == "POST":
        wheel.put(child, by=request.capacity, at=now())
        return redirect(wheel)
    return respond(request, "outcome/put.html", **desk.one(request, wheel))


@door("undo a wheel", opens=Wheel, changes=True)
def undo(request: HttpRequest, wheel: Wheel) -> HttpResponse:
    """It was a mistake."""
    wheel.undo(by=request.capacity, at=now())
    return redirect("outcome:child", desk.child_of(wheel).pk)


@door("note that a wheel is taken back", opens=Wheel, changes=True)
def take_back(request: HttpRequest, wheel: Wheel) -> HttpResponse:
    """The one who answered takes it back."""
    wheel.take_back(by=request.capacity, at=now())
    return redirect("outcome:child", desk.child_of(wheel).pk)
