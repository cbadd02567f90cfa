"""*Nästa beslut* and the signs of being ready: what a follow-up decides, and what was said to be enough."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.people.models import Child
from samling.plan.models import Plan
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from . import laying
from .forms import CriterionForm, DecisionForm
from .models import Closing, Criterion, NextDecision
from .models.closings import readers_of
from .models.decisions import decided
from .rules import Kind


@door("decide at a follow-up", opens=Child, asks=True)
def decide(request: HttpRequest, child: Child) -> HttpResponse:
    """Go on, change, step down or close; the signs that were set stand beside, and what was decided before."""
    at, by, journey = now(), request.capacity, laying.space_of(child)
    signs = Criterion.of(journey) if journey else []
    form = DecisionForm(sent(request), signs=signs, today=today())
    if form.is_valid():
        made = NextDecision.make(child, form.cleaned_data, by=by, at=at, pk=form.pk(by))
        if made.kind == Kind.CLOSE:
            return redirect(Closing.begin(child, "", by=by, at=at, pk=made.pk, decision=made))
        messages.success(request, _("It is kept, with the next day."))
        return redirect("desk:child", child.pk)
    known = laying.signs_by_key(journey) if journey else {}
    return respond(request, "closing/decide.html", form=form, child=child, status=status(form), today=today(),
                   before=[laying.told(one, known) for one in decided(child.pk)], signs=signs,
                   readers=readers_of(journey) if journey else [str(child.unit)])  # fmt: skip


@door("read what a follow-up decided", opens=NextDecision)
def decision(request: HttpRequest, decision: NextDecision) -> HttpResponse:
    """One decision with everyone's words."""
    told = laying.told(decision, laying.signs_by_key(decision.subject_id))
    return respond(request, "closing/decision.html", child=laying.child_of(decision), today=today(), **told)


@door("say what shows that it is enough", opens=Plan, asks=True)
def criteria(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The signs of being ready, set with the plan in words that the child and the home can check."""
    plan.insist_writes()
    form = CriterionForm(sent(request))
    if form.is_valid():
        Criterion.add(plan, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect("closing:criteria", plan.pk)
    return respond(request, "closing/criteria.html", form=form, plan=plan, child=plan.child, status=status(form),
                   signs=Criterion.of(plan.subject_id), readers=plan.readers, today=today())  # fmt: skip


@door("end a sign", opens=Criterion, changes=True)
def criterion_end(request: HttpRequest, criterion: Criterion) -> HttpResponse:
    """It is no sign any more."""
    criterion.end(by=request.capacity, at=now())
    return redirect("closing:criteria", criterion.plan_id)
