"""The three views of a child, and one note: placed, read, put on the table, changed, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now
from samling.sharing.models import Table
from samling.ui.asking import status
from samling.ui.respond import respond

from . import desk
from .models import Note


@door("read the three views", opens=Child)
def of_child(request: HttpRequest, child: Child) -> HttpResponse:
    """The picture and the list, whose voices are heard, where they differ, the stories and the synthesis."""
    return respond(request, "views/child.html", **desk.page_of(request, child))


@door("place a note", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """One note; who reads it stands before the button."""
    seat = desk.Placing(request, child)
    insist(seat.views.may_begin())
    if seat.form.is_valid() and (made := seat.placed()):
        return redirect(f"{reverse('views:child', args=[child.pk])}?placed={made.pk}")
    return respond(request, "views/note-form.html", "sees", status=status(seat.form), **seat.shown)


@door("read a note of the three views", opens=Note)
def show(request: HttpRequest, note: Note) -> HttpResponse:
    """One note, who reads it, and what one can do with it."""
    return respond(request, "views/note.html", **desk.one(request, note))


@door("change a note of the three views", opens=Note, asks=True)
def change(request: HttpRequest, note: Note) -> HttpResponse:
    """A new version in its place; what was written in a form that another tab has overtaken stays in it."""
    if request.method == "GET" or note.written_by_id != request.capacity.pk:
        insist(note.may_replace(request.capacity))
    seat = desk.Placing(request, desk.child_of(note), note)
    if seat.form.is_valid() and (made := seat.placed()):
        return redirect(made)
    return respond(request, "views/note-form.html", "sees", status=status(seat.form), **seat.shown)


@door("put a note on the table", opens=Note, asks=True)
def put(request: HttpRequest, note: Note) -> HttpResponse:
    """What happens then, said before it is done; the telling is an act of its own."""
    child = desk.child_of(note)
    insist(note.may_put(Table(child, now()), request.capacity))
    if request.method == "POST":
        note.put(child, by=request.capacity, at=now())
        return redirect(note)
    return respond(request, "views/note-put.html", **desk.one(request, note))


@door("undo a note", opens=Note, changes=True)
def undo(request: HttpRequest, note: Note) -> HttpResponse:
    """It was a mistake."""
    note.undo(by=request.capacity, at=now())
    return redirect("views:child", desk.child_of(note).pk)


@door("note that words are taken back", opens=Note, changes=True)
def take_back(request: HttpRequest, note: Note) -> HttpResponse:
    """The one whose words they are takes them back."""
    note.take_back(by=request.capacity, at=now())
    return redirect("views:child", desk.child_of(note).pk)
