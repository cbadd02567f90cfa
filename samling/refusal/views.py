"""A decision in writing about what was held back: written once, and kept as it was sent."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from samling.access.door import door, shown
from samling.extracts.desk import desk_of
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.handing import handed
from samling.ui.respond import respond

from . import writing
from .forms import RefuseForm


@door("decide in writing about an extract", asks=True)
def refuse(request: HttpRequest, number: UUID) -> HttpResponse:
    """Whoever asked wants a decision in writing about what was held back, to appeal against."""
    found = desk_of(request, number, "prepare an extract", now())
    insist(found.may_open)
    held, form = writing.lines(found.request), RefuseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        writing.write(found, form.cleaned_data["because"])
        return redirect(found.request)
    return respond(request, "refusal/refuse.html", status=422 if form.is_bound else 200, desk=found, one=found.request, form=form,
                   rows=held, address=writing.address(request.capacity, found.at), today=today())


@door("read a request for an extract")
def paper(request: HttpRequest, number: UUID) -> HttpResponse:
    """The decision in writing, as it was made."""
    found = desk_of(request, number, "prepare an extract", now())
    shown(request, "read a request for an extract", [found.request])
    kept = writing.kept(found.request)
    if kept is None:
        raise Http404
    return handed(kept, gettext("decision.pdf"))
