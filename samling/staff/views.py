"""Who works where: given, approved by a second person, ended at once."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access import guard, holding
from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import duty, employed
from .employed import Office
from .forms import CapacityForm, EndForm, PersonForm


def _office(request: HttpRequest) -> Office:
    return Office(request.capacity, now())


def _at(unit: Any, **more: Any) -> str:
    return f"{reverse('staff:staff')}?{urlencode({'unit': unit.pk, **more})}"


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@door("see who works where")
def staff(request: HttpRequest) -> HttpResponse:
    """The organisation's units, and the capacities of one of them."""
    office = _office(request)
    unit = office.unit(request.GET.get("unit", ""))
    if unit is None:
        raise Http404
    posts = office.posts(unit)
    return respond(request, "staff/staff.html", office=office, unit=unit, posts=posts, waiting=office.waiting(), left=duty.left_without(),
                   accounts=office.answers_for(posts), may_give=office.may_give(unit), today=today())


@door("give a capacity", asks=True)
def capacity_new(request: HttpRequest) -> HttpResponse:
    """Choose a person, then a role and a period."""
    office, asked = _office(request), request.GET
    unit, person = office.unit(asked.get("unit", "")), office.person(asked.get("person", ""))
    if unit is None:
        raise Http404
    insist(office.may_give(unit))
    if person is None:
        return respond(request, "staff/choose.html", unit=unit, asked=asked.get("q", ""), people=office.found(asked.get("q", "")))
    form = CapacityForm(_sent(request), roles=office.roles(unit), today=today())
    if form.is_valid():
        office.give(person, unit, form.cleaned_data["role"], form.starts or now(), form.ends)
        return done(request, _at(unit))
    return respond(request, "staff/capacity.html", status=422 if form.is_bound else 200, unit=unit, person=person, form=form)


@door("add a member of staff", asks=True)
def person_new(request: HttpRequest) -> HttpResponse:
    """A name, which can then be given capacities."""
    office = _office(request)
    unit = office.unit(request.GET.get("unit", ""))
    if unit is None:
        raise Http404
    insist(office.may_give(unit))
    form = PersonForm(_sent(request))
    if form.is_valid():
        made = employed.add_person(form.cleaned_data["given_name"], form.cleaned_data["family_name"])
        return done(request, f"{reverse('staff:capacity-new')}?{urlencode({'unit': unit.pk, 'person': made})}")
    return respond(request, "staff/person.html", status=422 if form.is_bound else 200, unit=unit, form=form)


def _post(request: HttpRequest, number: UUID) -> Any:
    found = _office(request).post(number)
    if found is None:
        raise Http404
    return found


@door("approve a capacity", changes=True)
def capacity_approval(request: HttpRequest, number: UUID) -> HttpResponse:
    """The second person's yes."""
    capacity = _post(request, number)
    guard.approve_capacity(number)
    return done(request, _at(capacity.unit))


@door("end a capacity", asks=True)
def capacity_end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What will happen, in words and with the name of who takes over; then it ends, now or after a last day."""
    capacity = _post(request, pk)
    insist(_office(request).may_end(capacity))
    form = EndForm(_sent(request), today=today())
    if form.is_valid():
        holding.end_capacity(pk, ends=form.ends)
        return done(request, _at(capacity.unit))
    status = 422 if form.is_bound else 200
    return respond(request, "staff/capacity-end.html", status=status, ending=capacity, form=form, heir=duty.heir(pk))
