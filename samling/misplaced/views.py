"""*Fel barn*: one button closes; the page then says who saw it and who has been told."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop

from samling.access.door import door, fetch, opened, shown
from samling.concern.models import Signal
from samling.journey.models import Entry
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from .closing import Misplaced
from .found import MOST, kind_of, records
from .kinds import kinds
from .search import found_children

FINDING = gettext_noop("find the right child")
CLOSING = "close a record on the wrong child"


@door("close a record on the wrong child", opens=Entry, asks=True)
def note(request: HttpRequest, entry: Entry) -> HttpResponse:
    """A note."""
    return _page(request, Misplaced(entry, request.capacity, now()))


@door("close a record on the wrong child", opens=Signal, asks=True)
def concern(request: HttpRequest, signal: Signal) -> HttpResponse:
    """A concern."""
    return _page(request, Misplaced(signal, request.capacity, now()))


@door("find a record on the wrong child", opens=Child)
def child(request: HttpRequest, child: Child) -> HttpResponse:
    """Everything one reads about a child that may be about another, the newest first."""
    asked = request.GET.get("skip", "")
    skip = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 0
    lines, more = records(child, skip=skip)
    return respond(request, "misplaced/child.html", child=child, lines=lines, older=skip + MOST if more else None, today=today())


@door("close a record on the wrong child", asks=True)
def record(request: HttpRequest, kind: str, number: UUID) -> HttpResponse:
    """A record of any kind that is closed by itself."""
    model = kinds().get(kind)
    if model is None:
        raise Http404
    found = fetch(model, number, CLOSING, locked=request.method == "POST")
    return _page(request, Misplaced(found, request.capacity, now()))


@door("close a record on the wrong child")
def which(request: HttpRequest, number: UUID) -> HttpResponse:
    """From a notice, which knows the record and not its kind."""
    kind = kind_of(number)
    if kind is None:
        raise Http404
    return redirect("misplaced:record", kind, number)


def _page(request: HttpRequest, misplaced: Misplaced) -> HttpResponse:
    if request.method == "POST" and "child" in request.POST:
        return _copied(request, misplaced)
    if request.method == "POST":
        misplaced.close()
    asked = request.GET.get("q", "") if misplaced.may_copy else ""
    return respond(request, "misplaced/wrong-child.html", misplaced=misplaced, child=misplaced.child, asked=asked,
                   children=_children(request, asked), today=today())


def _children(request: HttpRequest, asked: str) -> list[Any]:
    rows = found_children(opened(request, Child), asked)
    return shown(request, FINDING, rows, kind="search") if rows else []


def _copied(request: HttpRequest, misplaced: Misplaced) -> HttpResponse:
    """Only to a child one works with: the page that follows has a door of its own."""
    chosen = next((one for one in opened(request, Child) if str(one.pk) == request.POST["child"]), None)
    if chosen is None:
        return redirect(request.path)
    return redirect(misplaced.copy_to(chosen.pk), chosen.pk)
