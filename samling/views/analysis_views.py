"""The needs analysis: written, read, in versions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.ui.respond import respond

from . import desk_analysis as desk
from .models import Analysis


@door("write a needs analysis", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """A short synthesis and the notes it rests on; begins from the latest version."""
    seat = desk.Summing(request, child)
    insist(seat.views.may_begin())
    if seat.form.is_valid():
        return redirect(seat.written())
    return respond(request, "views/analysis-form.html", "sees", status=422 if seat.form.is_bound else 200, **seat.shown)


@door("read a needs analysis", opens=Analysis)
def show(request: HttpRequest, analysis: Analysis) -> HttpResponse:
    """One version, the notes it rests on that one may read, and the other versions."""
    return respond(request, "views/analysis.html", **desk.one(request, analysis))
