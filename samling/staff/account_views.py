"""Accounts by invitation, and the branches and units of an organisation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access import guard
from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.signin_forms import AskForResetForm
from samling.records.clock import now
from samling.ui.respond import done, respond

from . import places, rules
from .employed import Inviting, Office
from .forms import AccountForm, BranchForm, UnitForm


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _inviting(request: HttpRequest, office: Office) -> Inviting:
    person = office.person(request.GET.get("person", ""))
    if person is None:
        raise Http404
    return Inviting(office, person)


def _letter(request: HttpRequest, email: str) -> None:
    """The letter with a link to choose a password, as if the person had asked for it."""
    form = AskForResetForm({"email": email})
    if form.is_valid():
        form.save(request)


@door("invite to an account", asks=True)
def account_new(request: HttpRequest) -> HttpResponse:
    """Invite a person to an account, or send the letter again."""
    office, asked = Office(request.capacity, now()), request.GET.get("q", "")  # type: ignore[attr-defined]
    if "person" not in request.GET:
        return respond(request, "staff/whose-account.html", asked=asked, people=office.found(asked))
    inviting = _inviting(request, office)
    insist(inviting.may)
    form = AccountForm(_sent(request), initial={"email": inviting.email})
    if form.is_valid() and (email := inviting.account(form)):
        _letter(request, email)
        return respond(request, "staff/invited.html", person=inviting.person, email=email)
    return respond(request, "staff/account.html", status=422 if form.is_bound else 200, person=inviting.person, inviting=inviting,
                   form=form)


@door("make branches and units", asks=True)
def branch_new(request: HttpRequest) -> HttpResponse:
    """One more branch of the organisation."""
    office = Office(request.capacity, now())  # type: ignore[attr-defined]
    insist(rules.may_build(runs=office.runs))
    form = BranchForm(_sent(request), schools=places.schools_of(office.organisation))
    if form.is_valid():
        places.add_branch(office.organisation, form.cleaned_data)
        return done(request, reverse("staff:staff"))
    return respond(request, "staff/place.html", status=422 if form.is_bound else 200, form=form, what="branch")


@door("make branches and units", asks=True)
def unit_new(request: HttpRequest) -> HttpResponse:
    """One more unit of the organisation."""
    office = Office(request.capacity, now())  # type: ignore[attr-defined]
    insist(rules.may_build(runs=office.runs))
    form = UnitForm(_sent(request), branches=places.branches_of(office.organisation), real=guard.asked("is_real"))
    if form.is_valid():
        made = places.add_unit(form.cleaned_data)
        return done(request, f"{reverse('staff:staff')}?unit={made}")
    return respond(request, "staff/place.html", status=422 if form.is_bound else 200, form=form, what="unit")
