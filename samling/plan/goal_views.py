"""Goals: in the child's words, with the staff's wording and scale beside; and how far they have come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.records.clock import now, today
from samling.ui.asking import both, sent, status
from samling.ui.respond import respond

from . import desk
from .forms import GoalForm, GoalWordingForm, MarkForm
from .models import Goal, GoalMark, Plan, Wording
from .models.goals import SCALE


@door("write down a goal", opens=Plan, asks=True)
def new(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The words as they were said."""
    plan.insist_writes()
    form = GoalForm(sent(request), today=today(), initial={"said_on": today(), "name": plan.called, "voice": "child"})
    if form.is_valid():
        Goal.add(plan, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(plan)
    return respond(request, "plan/goal-new.html", form=form, plan=plan, child=plan.child, readers=plan.readers,
                   status=status(form))  # fmt: skip


@door("read a goal", opens=Goal, asks=True)
def goal(request: HttpRequest, goal: Goal) -> HttpResponse:
    """The quotation, which nobody changes; the wording and the steps beside, which two can write at once without loss."""
    stands = Wording.latest(goal.pk)
    said = stands.body.said if stands else {}
    form = GoalWordingForm(sent(request), initial=said | {"seen": stands.number if stands else 0})
    if form.is_valid():
        goal.plan.insist_writes()
        words = {name: form.cleaned_data[name] for name in ("wording", *SCALE)}
        if Wording.write(goal.plan, goal.pk, words, seen=form.cleaned_data["seen"], by=request.capacity, at=now()):
            return redirect(goal)
        return both(request, "plan/goal.html", form, stands, **desk.goal_page(goal, said))
    return respond(request, "plan/goal.html", form=form, status=status(form), **desk.goal_page(goal, said))


@door("end a goal", opens=Goal, changes=True)
def end(request: HttpRequest, goal: Goal) -> HttpResponse:
    """It is no goal any more."""
    goal.plan.insist_writes()
    goal.end(by=request.capacity, at=now())
    return redirect(goal.plan)


@door("say how far a goal has come", opens=Goal, asks=True)
def mark(request: HttpRequest, goal: Goal) -> HttpResponse:
    """On its own scale, according to one of the voices."""
    goal.plan.insist_writes()
    form = MarkForm(sent(request), steps=desk.steps_of(goal))
    if form.is_valid():
        told, at = form.cleaned_data, now()
        GoalMark.put(goal, told["level"], told["voice"], by=request.capacity, at=at, on=today(), pk=form.pk(request.capacity))
        return redirect(goal)
    return respond(request, "plan/mark.html", form=form, status=status(form), **desk.goal_page(goal, {}))
