"""*Överlämning*: what one has to hand over, an offer, and its answer."""

from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samling.access.door import door, shown
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import relaying
from .forms import RelayForm
from .models import Relay


@door("see what there is to hand over")
def handovers(request: HttpRequest) -> HttpResponse:
    """One's own children with what is due, and what one is asked to take over."""
    return _list(request, None)


@door("see what a colleague has to hand over")
def of_colleague(request: HttpRequest, number: UUID) -> HttpResponse:
    """The same for a colleague whom one leads."""
    return _list(request, number)


def _list(request: HttpRequest, number: UUID | None) -> HttpResponse:
    giver = relaying.giver(number, request.capacity)
    if giver is None:
        raise Http404
    page = relaying.page_of(giver, request.capacity, now())
    shown(request, "see what there is to hand over", page["children"])
    return respond(request, "relay/handovers.html", today=today(), **page)


@door("hand over a child", opens=Child, asks=True)
def handover_new(request: HttpRequest, child: Child) -> HttpResponse:
    """To whom, and what is written nowhere else."""
    at, by = now(), request.capacity
    giver = relaying.insist_giver(request.GET.get("of"), by)
    form = RelayForm(request.POST if request.method == "POST" else None, people=relaying.candidates(child, giver, at))
    if form.is_valid():
        made = Relay.offer(child, giver, form.told, by=by, at=at, pk=uuid5(by.pk, str(form.cleaned_data["once"])))
        messages.success(request, _("%(who)s is asked. You stay responsible until then.") % {"who": made.receiver.person})
        return redirect(reverse("relay:handovers"))
    return respond(request, "relay/handover-new.html", status=422 if form.is_bound else 200, form=form, today=today(),
                   **relaying.offer_page(child, giver, by, at))  # fmt: skip


@door("read a hand-over", opens=Relay)
def handover(request: HttpRequest, relay: Relay) -> HttpResponse:
    """What one is asked to take over, and what can be answered."""
    return respond(request, "relay/handover.html", today=today(), **relaying.relay_page(relay, request.capacity, now()))


@door("answer a hand-over", opens=Relay, changes=True)
def answer(request: HttpRequest, relay: Relay) -> HttpResponse:
    """Yes or no by the receiver, taken back by the one who offered, or the way opened by one who leads."""
    at, by = now(), request.capacity
    letters = relaying.answer(relay, request.POST.get("say", ""), by=by, at=at)
    if letters:
        messages.success(request, _("A letter to the home is begun. Read it and let it go."))
    return redirect(relay)
