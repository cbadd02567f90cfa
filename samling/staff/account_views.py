"""Accounts by invitation, shut and opened, and the branches and units of an organisation."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samling.access import guard
from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import places, rules
from .accounts import Holder
from .employed import Office
from .forms import AccountForm, BranchForm, UnitForm


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _holder(request: HttpRequest, person: str) -> Holder:
    office = Office(request.capacity, now())
    found = office.person(person)
    if found is None:
        raise Http404
    return Holder(office, found)


@door("invite to an account", asks=True)
def account_new(request: HttpRequest) -> HttpResponse:
    """Invite a person to an account, send the letter again, or shut the account there is."""
    asked = request.GET.get("q", "")
    if "person" not in request.GET:
        office = Office(request.capacity, now())
        return respond(request, "staff/whose-account.html", asked=asked, people=office.found(asked))
    holder = _holder(request, request.GET["person"])
    insist(holder.may_invite if holder.account is None else holder.may_close)
    form = AccountForm(_sent(request), initial={"email": holder.email})
    if form.is_valid() and (email := holder.invite(form, request)):
        return respond(request, "staff/invited.html", person=holder.person, email=email)
    status = 422 if form.is_bound else 200
    return respond(request, "staff/account.html", status=status, holder=holder, person=holder.person, form=form, today=today())


@door("shut an account", changes=True)
def account_close(request: HttpRequest, number: UUID) -> HttpResponse:
    """Shut at once: signed out everywhere, and no way in."""
    _holder(request, str(number)).close(now())
    return redirect(f"{reverse('staff:account-new')}?person={number}")


@door("open an account again", changes=True)
def account_open(request: HttpRequest, number: UUID) -> HttpResponse:
    """The account that was shut may sign in again."""
    _holder(request, str(number)).open()
    return redirect(f"{reverse('staff:account-new')}?person={number}")


@door("make branches and units", asks=True)
def branch_new(request: HttpRequest) -> HttpResponse:
    """One more branch of the organisation."""
    office = Office(request.capacity, now())
    insist(rules.may_build(runs=office.runs))
    form = BranchForm(_sent(request), schools=places.schools_of(office.organisation))
    if form.is_valid():
        places.add_branch(office.organisation, form.cleaned_data)
        return done(request, reverse("staff:staff"))
    return respond(request, "staff/place.html", status=422 if form.is_bound else 200, form=form, what="branch")


@door("make branches and units", asks=True)
def unit_new(request: HttpRequest) -> HttpResponse:
    """One more unit of the organisation."""
    office = Office(request.capacity, now())
    insist(rules.may_build(runs=office.runs))
    form = UnitForm(_sent(request), branches=places.branches_of(office.organisation), real=guard.asked("is_real"))
    if form.is_valid():
        made = places.add_unit(form.cleaned_data)
        return done(request, f"{reverse('staff:staff')}?unit={made}")
    return respond(request, "staff/place.html", status=422 if form.is_bound else 200, form=form, what="unit")
