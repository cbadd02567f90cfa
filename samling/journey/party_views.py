"""Invite another authority into a child's journey, and answer an invitation."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door, shown
from samling.people.models import Child
from samling.people.same_child import SameChildForm
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import parties
from .models import Party
from .party_forms import InviteForm


@door("see and invite parties", opens=Child, asks=True)
def invite(request: HttpRequest, child: Child) -> HttpResponse:
    """Who takes part, and whom one can invite on a ground that stands."""
    at = now()
    grounds = parties.invitable(child.pk, at)
    agreed = parties.agreed_with(grounds, request.capacity, at)
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        grounds=grounds, agreed=agreed, initial=_likely(grounds, agreed) | {"question": parties.asked_of_them(child.pk)},
    )
    if form.is_valid():
        told = form.cleaned_data
        parties.invite(child, form.ground, how=told["how"], question=told["question"], by=_me(request), at=at)
        return done(request, reverse("journey:invite", args=[child.pk]))
    return respond(
        request,
        "journey/party-invite.html",
        status=422 if form.is_bound else 200,
        child=child,
        form=form,
        grounds=grounds,
        parties=parties.parties_of(child.pk),
        today=today(),
    )


@door("end a part in a journey", opens=Party, changes=True)
def end(request: HttpRequest, party: Party) -> HttpResponse:
    """End a party's part, or take an invitation back."""
    home = parties.home_of(party)
    parties.leave(party, by=_me(request), at=now())
    return done(request, reverse("journey:invite", args=[home]) if home else "/")


@door("see invitations")
def invitations(request: HttpRequest) -> HttpResponse:
    """What one's unit is invited to now."""
    rows = shown(request, "see invitations", parties.invitations())
    return respond(request, "journey/party-invitations.html", rows=rows, today=today())


@door("answer an invitation", asks=True)
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Come in, or say no; the choice is equal."""
    invitation = next((row for row in parties.invitations() if row["id"] == pk), None)
    if invitation is None:
        raise Http404
    form = SameChildForm(request.POST if request.method == "POST" else None, same=parties.same_child(invitation))
    if request.method == "POST" and "no" in request.POST:
        parties.decline(invitation, by=_me(request), at=now())
        return done(request, reverse("journey:invitations"))
    if form.is_valid():
        child = parties.accept(invitation, form.cleaned_data.get("own"), by=_me(request), at=now())
        return done(request, reverse("desk:child", args=[child]))
    return respond(request, "journey/party-accept.html", invitation=invitation, form=form, today=today())


def _likely(grounds: list[Any], agreed: dict[UUID, str]) -> dict[str, Any]:
    """The only unit there is to invite, and the first way it can take part."""
    if len(grounds) != 1:
        return {"how": Party.How.SPACE}
    return {"unit": grounds[0].to_unit_id, "how": parties.ways(grounds[0], agreed)[0]}


def _me(request: HttpRequest) -> UUID:
    """The acting capacity's id."""
    found: UUID = request.capacity.pk
    return found
