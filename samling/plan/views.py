"""The plan: begun, read, who holds it, and what it says as a whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.asking import both, came_from, status
from samling.ui.respond import respond

from . import desk
from .models import Plan, Wording
from .models.plans import NEEDS, people, plan_of


@door("find the plan", opens=Child)
def of_child(request: HttpRequest, child: Child) -> HttpResponse:
    """The child's plan, or the page on which one is begun."""
    plan = plan_of(child.pk)
    return redirect(plan) if plan else redirect("plan:new", child.pk)


@door("begin a plan", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """Who holds it, who stands in and when it is looked at again; without them there is no plan."""
    form, back = desk.begin_form(request, child), came_from(request)
    if form.is_valid():
        made = Plan.begin(child, form.cleaned_data, by=request.capacity, at=now())
        return redirect(back or made)
    return respond(request, "plan/facts.html", form=form, child=child, back=back, status=status(form))


@door("change who holds the plan", opens=Plan, asks=True)
def facts(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The kind, who holds it, who answers for it, the day."""
    plan.insist_writes()
    form = desk.plan_form(request, people(plan.subject_id), plan)
    if form.is_valid():
        plan.change(form.cleaned_data, by=request.capacity, at=now())
        return redirect(plan)
    return respond(request, "plan/facts.html", form=form, child=plan.child, plan=plan, status=status(form))


@door("write what the plan says", opens=Plan, asks=True)
def needs(request: HttpRequest, plan: Plan) -> HttpResponse:
    """What is needed, what runs already, how the child was asked, what cannot be, what if it gets worse."""
    plan.insist_writes()
    form, stands = desk.needs_form(request, plan)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in (*NEEDS, "nobody_else")}
        if Wording.write(plan, plan.pk, said, seen=form.cleaned_data["seen"], by=request.capacity, at=now()):
            return redirect(plan)
        return both(request, "plan/needs.html", form, stands, plan=plan, child=plan.child, readers=plan.readers, today=today())
    return respond(request, "plan/needs.html", form=form, plan=plan, child=plan.child, readers=plan.readers,
                   status=status(form))  # fmt: skip
