"""For whoever leads a unit: how much each has, and *Öva: vad händer om någon slutar?*"""

from django.http import HttpRequest, HttpResponse

from samling.access.door import door, shown
from samling.records.clock import now, today
from samling.ui.respond import respond

from .forms import AwayForm
from .models.leading import Rehearsal, loads
from .relaying import uuid


@door("see how much each has")
def workload(request: HttpRequest) -> HttpResponse:
    """Children, duties and meetings of each, in order of name."""
    return respond(request, "relay/workload.html", rows=loads(now()), today=today())


@door("rehearse that someone leaves")
def rehearsal(request: HttpRequest) -> HttpResponse:
    """What would lose its holder, and who would have it; nothing is changed."""
    people = [one.capacity for one in loads(now())]
    form = AwayForm(request.GET if "who" in request.GET else None, people=people)
    found = Rehearsal([key for one in form.cleaned_data["who"] if (key := uuid(one))], now()) if form.is_valid() else None
    if found:
        shown(request, "rehearse that someone leaves", found.shown)
    return respond(request, "relay/rehearsal.html", form=form, found=found, people=people, today=today())
