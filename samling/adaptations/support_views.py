"""Special support as the school has decided it: the inquiry, the decision, and when it is looked at again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import desk
from .forms import DecisionForm, InquiryForm, LookAgainForm
from .models import SpecialSupport
from .models.together import SUPPORT, holders
from .reference import decision_kinds


@door("note an inquiry about support", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """An inquiry has been opened."""
    insist(SpecialSupport.may_note(child))
    form = InquiryForm(desk.sent(request), holders=holders(child, now(), SUPPORT), today=today(),
                       initial={"holder": request.capacity.pk})  # fmt: skip
    if form.is_valid():
        made = SpecialSupport.open(child, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect("adaptations:support", made.pk)
    return desk.asked(request, "adaptations/inquiry.html", form, child, category=SUPPORT)


@door("read about special support", opens=SpecialSupport)
def show(request: HttpRequest, support: SpecialSupport) -> HttpResponse:
    """One inquiry and its decision."""
    child = desk.child_of(support)
    may_write, may_decide = SpecialSupport.may_note(child), support.may_decide()
    return respond(request, "adaptations/support.html", support=support, child=child, body=support.body,
                   may_write=may_write, may_decide=may_decide, today=today())  # fmt: skip


@door("note a decision about support", opens=SpecialSupport, asks=True)
def decide(request: HttpRequest, support: SpecialSupport) -> HttpResponse:
    """What the head has decided."""
    child = desk.child_of(support)
    insist(SpecialSupport.may_note(child))
    insist(support.may_decide())
    form = DecisionForm(desk.sent(request), holders=holders(child, now(), SUPPORT), today=today(),
                        kinds=decision_kinds(today(), at_preschool=desk.is_preschool(child)),
                        initial={"holder": support.holder_id, "where_kept": support.body.where_kept})  # fmt: skip
    if form.is_valid():
        support.decide(form.cleaned_data, by=request.capacity, at=now())
        return redirect("adaptations:support", support.pk)
    return desk.asked(request, "adaptations/decide.html", form, child, support=support)


@door("evaluate support", opens=SpecialSupport, asks=True)
def look_again(request: HttpRequest, support: SpecialSupport) -> HttpResponse:
    """It goes on, or is over."""
    child = desk.child_of(support)
    insist(SpecialSupport.may_note(child))
    form = LookAgainForm(desk.sent(request), today=today())
    if form.is_valid():
        support.look_again(form.cleaned_data["evaluate_on"], by=request.capacity, at=now())
        return redirect("adaptations:support", support.pk)
    return desk.asked(request, "adaptations/again.html", form, child, support=support)
