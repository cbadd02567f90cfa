"""*Gallringsstopp*: what is kept whatever the rule of disposal says."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access import guard
from samling.access.door import door
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import keeping
from .forms import HoldForm
from .views import sent, settled_of


@door("see legal holds", asks=True)
def holds(request: HttpRequest) -> HttpResponse:
    """Which records are kept and why; a new hold."""
    settled = settled_of(request)
    form = HoldForm(sent(request), branches=settled.with_children, today=settled.today)
    if form.is_valid():
        keeping.hold(settled, **form.cleaned_data)
        return done(request, reverse("office:holds"))
    return respond(request, "office/holds.html", status=422 if form.is_bound else 200, settled=settled, form=form,
                   holds=keeping.holds(settled), may=keeping.may_hold(settled), today=today(), at=now())


@door("end a legal hold", changes=True)
def hold_end(request: HttpRequest, number: UUID) -> HttpResponse:
    """It ends now."""
    settled_of(request)
    guard.call("end_hold", number)
    return done(request, reverse("office:holds"))
