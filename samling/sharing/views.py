"""Open a consent for its recipient, see what has been told, and read what others have told me."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door, shown
from samling.access.recorded import heads
from samling.consent.models import Consent
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import opening as acts
from .forms import OpeningForm
from .receipt import receipt
from .told import around as told_around
from .told import told as told_to_me


@door("read yes and no", opens=Consent, asks=True)
def opening(request: HttpRequest, consent: Consent) -> HttpResponse:
    """What is told to whom, in words, before it is done."""
    by, at = _me(request), now()
    walls = acts.standing_walls(consent, at)
    insist(acts.may_open(consent, walls, at))
    form = _form(request, consent, walls, slow=by.unit.branch.domain in acts.SLOW)
    if form.is_valid():
        kinds = form.cleaned_data.get("kinds", [])
        acts.open_for(consent, kinds, since=form.since, records=form.chosen, by=by.pk, at=at)
        return done(request, reverse("sharing:receipt", args=[consent.pk]))
    status = 422 if form.is_bound else 200
    return respond(
        request, "sharing/opening.html", status=status, consent=consent, child=consent.child, form=form
    )


@door("read yes and no", opens=Consent)
def receipt_of(request: HttpRequest, consent: Consent) -> HttpResponse:
    """What has been told on a consent, to print and give to the family."""
    return respond(
        request,
        "sharing/receipt.html",
        consent=consent,
        child=consent.child,
        receipts=receipt(consent, now()),
        today=today(),
    )


@door("see what others have told")
def told(request: HttpRequest) -> HttpResponse:
    """The children that others have told me about."""
    givers = told_to_me()
    shown(request, "see what others have told", [giver.child for giver in givers if giver.child])
    return respond(request, "sharing/told.html", givers=givers, today=today())


@door("read what others have told", opens=Child)
def told_child(request: HttpRequest, child: Child) -> HttpResponse:
    """What others have told me about one child."""
    return respond(
        request, "sharing/told-child.html", **told_around(child)
    )


def _form(request: HttpRequest, consent: Consent, walls: list[int], *, slow: bool) -> OpeningForm:
    data = request.POST if request.method == "POST" else None
    told = heads(consent.subject_id, walls)
    return OpeningForm(data, walls=walls, heads=told, slow=slow, initial={"from_on": today()})


def _me(request: HttpRequest) -> Any:
    """The acting capacity."""
    return request.capacity
