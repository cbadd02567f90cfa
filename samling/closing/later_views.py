"""Later contact: a question of its own, and the calls that rest on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.followup.models import Round, of_child
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from .forms import CallForm, CallsForm
from .models import LaterCall
from .models.closings import closed_on
from .models.later import calls_of, standing, yes_of


@door("see the calls afterwards", opens=Child, asks=True)
def later(request: HttpRequest, child: Child) -> HttpResponse:
    """Whether the family has said yes to being called later, and who makes the calls."""
    yes = yes_of(child.pk)
    form = CallsForm(sent(request), initial={"closed_on": closed_on(child.pk, today())})
    if form.is_valid() and yes:
        LaterCall.plan(child, yes, form.cleaned_data["closed_on"], by=request.capacity, at=now())
        return redirect("closing:later", child.pk)
    return respond(request, "closing/later.html", child=child, form=form, yes=yes, calls=calls_of(child.pk), today=today(),
                   status=status(form))  # fmt: skip


@door("make a call afterwards", opens=LaterCall, asks=True)
def call(request: HttpRequest, call: LaterCall) -> HttpResponse:
    """Whom one rings, and how it ended."""
    child = call.child
    form = CallForm(sent(request))
    if form.is_valid():
        call.note(form.cleaned_data, by=request.capacity, at=now())
        return redirect("closing:later", child.pk)
    body = getattr(call, "body", None)
    return respond(request, "closing/call.html", call=call, child=child, form=form, body=body, today=today(), status=status(form),
                   numbers=call.numbers, stands=call.consent_id in standing(child.pk), round=_round(child, call))  # fmt: skip


def _round(child: Child, call: LaterCall) -> Round | None:
    """The questions that are asked in the same call."""
    return next((one for one in of_child(child) if one.time == call.code and not one.done_at), None)
