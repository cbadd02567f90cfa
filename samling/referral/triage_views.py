"""The team's side: the queue with its clock, receiving, and the answer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, shown
from samling.concern.models.raised import key
from samling.journey import parties
from samling.kernel.answer import insist
from samling.people.models import Setting
from samling.records.clock import now, today
from samling.ui.respond import respond

from .forms import DecisionForm, PassedForm, ReceiveForm
from .models import Referral, TriageDecision
from .models.beside import Beside
from .models.decisions import may_answer
from .models.doors import doors, own_row
from .models.queue import receive, received, waiting
from .rules import State


@door("see the team's queue")
def triage(request: HttpRequest) -> HttpResponse:
    """What waits to be received, what waits for an answer, what others have been asked to take, what goes on."""
    new = waiting()
    lines = received(request.capacity)
    shown(request, "see the team's queue", [*new, *lines])
    parts = {name: [one for one in lines if one.state is state] for name, state in PARTS.items()}
    return respond(request, "referral/triage.html", new=new, parts=parts, today=today())


PARTS = {"open": State.RECEIVED, "pointed": State.REDIRECTED, "accepted": State.ACCEPTED}


@door("receive what the team was asked", asks=True)
def reception(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The name, the question and the day; to receive it opens a page for the child in the team."""
    line = next((one for one in waiting() if one.party == pk), None)
    asked = next((one for one in parties.invitations() if one["id"] == pk), None)
    if line is None or asked is None:
        raise Http404
    form = ReceiveForm(request.POST if request.method == "POST" else None, same=parties.same_child(asked))
    if not form.is_valid():
        return respond(request, "referral/reception.html", line=line, asked=asked, form=form, today=today(),
                       status=422 if form.is_bound else 200)  # fmt: skip
    return redirect(receive(asked, form.cleaned_data.get("own"), by=request.capacity, at=now()))


@door("read a referral", opens=Referral)
def show(request: HttpRequest, referral: Referral) -> HttpResponse:
    """The question, the words, what may be read beside it, the suggestion, and the answer."""
    by = request.capacity
    may = may_answer(referral, by, State.ADVISED)
    return respond(
        request, "referral/show.html", referral=referral, child=own_row(referral, by), today=today(), beside=Beside.of(referral),
        at_team=referral.at_team(by), may=may, decisions=referral.told_decisions(), form=PassedForm(),
        tiers=Setting.tiers(now(), capacity=by.pk),
    )  # fmt: skip


@door("answer a referral", opens=Referral, asks=True)
def decision(request: HttpRequest, referral: Referral) -> HttpResponse:
    """What, which tier, why, and the answer."""
    by, at = request.capacity, now()
    insist(may_answer(referral, by, State.ADVISED))
    form = _decision_form(request, referral)
    if not form.is_valid():
        return respond(request, "referral/decision.html", referral=referral, child=own_row(referral, by), form=form,
                       today=today(), status=422 if form.is_bound else 200)  # fmt: skip
    told = form.cleaned_data
    TriageDecision.make(referral, told, by=by, at=at, pk=key(by, told["key"]))
    messages.success(request, _("Answered. Whoever asked has been told."))
    return redirect("referral:triage")


def _decision_form(request: HttpRequest, referral: Referral) -> Any:
    filled = request.POST if request.method == "POST" else None
    tiers = Setting.tiers(now(), capacity=request.capacity.pk)
    return DecisionForm(filled, units=doors(referral), tiers=tiers)


@door("note that another has taken over", opens=TriageDecision, changes=True)
def passing(request: HttpRequest, made: TriageDecision) -> HttpResponse:
    """Whoever it was pointed at has said yes."""
    form = PassedForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose how they said yes."))
        return redirect(made.referral)
    made.pass_on(form.cleaned_data["how"], by=request.capacity, at=now())
    messages.success(request, _("It is with them now. Your part is over."))
    return redirect("referral:triage")

