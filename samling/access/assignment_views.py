"""*Ge och avsluta uppdrag*: who works with a child now, who should, who no longer does."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import guard
from .assigned import Giving, may_assign, working
from .assignment_forms import AssignmentForm
from .door import door


@door("see who works with the child", opens=Child)
def assignments(request: HttpRequest, child: Child) -> HttpResponse:
    """Who works with the child: what each may read, since when, until when and why."""
    by = request.capacity
    return respond(request, "access/assignments.html", child=child, lines=working(child, by, now()),
                   may=may_assign(child, by), today=today())


@door("give an assignment", opens=Child, asks=True)
def assignment_new(request: HttpRequest, child: Child) -> HttpResponse:
    """Choose somebody, read what it gives, say why."""
    asked = request.GET
    giving = Giving.begin(child, request.capacity, asked.get("to", ""), asked.get("q", ""), now())
    if giving.to is None:
        return respond(request, "access/assignment-choose.html", child=child, giving=giving)
    data = request.POST if request.method == "POST" else None
    form = AssignmentForm(data, by_decision=giving.by_decision, today=today())
    if form.is_valid():
        giving.give(form.cleaned_data)
        return done(request, reverse("access:assignments", args=[child.pk]))
    return respond(request, "access/assignment-new.html", status=422 if form.is_bound else 200, child=child,
                   giving=giving, form=form, may=giving.may_have(giving.to))


@door("end an assignment", opens=Child, changes=True)
def assignment_end(request: HttpRequest, child: Child, number: UUID) -> HttpResponse:
    """End one assignment now; the person reads nothing from the next page on."""
    lines = working(child, request.capacity, now())
    line = next((one for one in lines if one.assignment.pk == number), None)
    if line is None:
        raise Http404
    insist(line.may_end)
    guard.end_assignment(number)
    mine = line.capacity.pk == request.capacity.pk
    return done(request, "/" if mine else reverse("access:assignments", args=[child.pk]))
