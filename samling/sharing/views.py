"""Open a consent for its recipient, see what has been told, and read what others have told me."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door, shown
from samling.consent.models import Consent
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import opening as acts
from .forms import OpeningForm
from .receipt import heads, receipt
from .told import told as told_to_me


@door("read yes and no", opens=Consent, asks=True)
def opening(request: HttpRequest, consent: Consent) -> HttpResponse:
    """What is told to whom, in words, before it is done."""
    at, branch = now(), request.capacity.unit.branch
    walls = acts.standing_walls(consent, at)
    insist(acts.may_open(consent, walls, at))
    form = OpeningForm(request.POST or None, walls=walls, heads=heads(consent.subject_id, walls),
                       slow=branch.domain in acts.SLOW, initial={"from_on": today()})
    if request.method == "POST" and form.is_valid():
        chosen = {*form.cleaned_data.get("kinds", ()), *(wall for wall, _record in form.chosen)}
        acts.open_for(consent, list(chosen), since=form.since, records=form.chosen, by=request.capacity.pk, at=at)
        return done(request, reverse("sharing:receipt", args=[consent.pk]))
    return respond(request, "sharing/opening.html", consent=consent, child=consent.child, form=form, today=today())


@door("read yes and no", opens=Consent)
def receipt_of(request: HttpRequest, consent: Consent) -> HttpResponse:
    """What has been told on a consent, to print and give to the family."""
    return respond(request, "sharing/receipt.html", consent=consent, child=consent.child,
                   grounds=receipt(consent, now()), today=today())


@door("see what others have told")
def told(request: HttpRequest) -> HttpResponse:
    """The children that others have told me about."""
    givers = told_to_me()
    shown(request, "see what others have told", [giver.child for giver in givers if giver.child])
    return respond(request, "sharing/told.html", givers=givers, today=today())


@door("read what others have told", opens=Child)
def told_child(request: HttpRequest, child: Child) -> HttpResponse:
    """What others have told me about one child."""
    return respond(request, "sharing/told-child.html", child=child, givers=told_to_me([child.pk]), today=today())
