"""Who stands in: deputies, leave, and what was taken over."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access import holding
from samling.access.door import door, shown
from samling.people.models import Capacity, Deputy, Leave
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import duty
from .duty_forms import DeputyForm, LeaveForm


def _asked(request: HttpRequest, number: UUID | None) -> Capacity:
    found = duty.own_or_led(number, request.capacity)
    if found is None:
        raise Http404
    return found


def _back(number: UUID) -> str:
    return reverse("staff:stand-ins", args=[number])


def _page(request: HttpRequest, capacity: Capacity, **forms: Any) -> HttpResponse:
    may_name = holding.may_name_deputy(capacity.pk)
    colleagues = duty.colleagues(capacity, request.capacity, now()) if may_name else []
    given = {"deputy_form": DeputyForm(colleagues=colleagues), "leave_form": LeaveForm(today=today())} | forms
    bound = any(form.is_bound for form in given.values())
    return respond(request, "staff/stand-ins.html", status=422 if bound else 200, today=today(), may_name=may_name,
                   may_note=duty.may_note(capacity, request.capacity), standing=duty.standing(capacity, now()), **given)


@door("see who stands in")
def stand_ins(request: HttpRequest, number: UUID) -> HttpResponse:
    """Deputies in order, leave, and who would take over."""
    return _page(request, _asked(request, number))


@door("name a deputy", changes=True)
def deputy_new(request: HttpRequest, number: UUID) -> HttpResponse:
    """One more who stands in, after those named before."""
    capacity = _asked(request, number)
    form = DeputyForm(request.POST, colleagues=duty.colleagues(capacity, request.capacity, now()))
    if not form.is_valid():
        return _page(request, capacity, deputy_form=form)
    holding.name_deputy(capacity.pk, UUID(form.cleaned_data["stands_in"]))
    return done(request, _back(number))


@door("end a deputy", changes=True)
def deputy_end(request: HttpRequest, number: UUID) -> HttpResponse:
    """No longer the one who stands in."""
    capacity = _asked(request, duty.whose(Deputy, number))
    holding.end_deputy(number)
    return done(request, _back(capacity.pk))


@door("note a leave", changes=True)
def leave_new(request: HttpRequest, number: UUID) -> HttpResponse:
    """Away from one day, until another: what is held goes to the deputy and comes back."""
    capacity = _asked(request, number)
    form = LeaveForm(request.POST, today=today())
    if not form.is_valid():
        return _page(request, capacity, leave_form=form)
    holding.begin_leave(capacity.pk, starts=form.starts, ends=form.ends)
    return done(request, _back(number))


@door("end a leave", changes=True)
def leave_end(request: HttpRequest, number: UUID) -> HttpResponse:
    """Back at work."""
    capacity = _asked(request, duty.whose(Leave, number))
    holding.end_leave(number)
    return done(request, _back(capacity.pk))


@door("see what I have taken over")
def taken_over(request: HttpRequest, number: UUID) -> HttpResponse:
    """From whom, why, and which children."""
    found = duty.taken_over(number, request.capacity)
    if found is None:
        raise Http404
    children = shown(request, "see what I have taken over", found.children)
    return respond(request, "staff/taken-over.html", found=found, children=children, today=today())
