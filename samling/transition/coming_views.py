"""What comes to a school: packages from others here, files from other installations, and whose files are known."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samling.access.door import door, shown
from samling.kernel.answer import insist
from samling.people.same_child import SameChildForm
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from . import coming, rules
from .carrying import looked_through, trouble
from .forms import DeclineForm, NeighbourForm, ReadInForm
from .models import Neighbour
from .sealed import Unopened


@door("see which transition packages have come")
def arrivals(request: HttpRequest) -> HttpResponse:
    """What waits for the school's answer."""
    insist(coming.may_receive(request.capacity))
    rows = shown(request, "see which transition packages have come", coming.coming())
    return respond(request, "transition/coming.html", rows=rows, today=today())


@door("answer a transition package", asks=True)
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Receive the child, or say that this is not for us; the choice is equal."""
    row = next((one for one in coming.coming() if one["id"] == pk), None)
    if row is None:
        raise Http404
    shown(request, "answer a transition package", [row])
    own, no = SameChildForm(None if "no" in request.POST else sent(request), same=coming.same_as(row)), DeclineForm(_no(request))
    if no.is_valid():
        coming.decline(row, no.cleaned_data["because"], by=request.capacity, at=now())
        return redirect("transition:coming")
    if own.is_valid():
        return redirect("transition:child", coming.answer(row, own.cleaned_data.get("own"), by=request.capacity, at=now()))
    return respond(request, "transition/answer.html", status=status(no), row=row, own=own, no=no, today=today())


def _no(request: HttpRequest) -> Any:
    return request.POST if "no" in request.POST else None


@door("read in a transition file", asks=True)
def read_in(request: HttpRequest) -> HttpResponse:
    """A file from another installation: checked by its signature, and kept with the child it is about."""
    insist(coming.may_receive(request.capacity))
    form = ReadInForm(request.POST, request.FILES) if request.method == "POST" else ReadInForm()
    if form.is_valid():
        try:
            told = looked_through(coming.opened(form.cleaned_data["file"], form.cleaned_data["passphrase"]))
        except Unopened as fault:
            form.add_error("passphrase" if fault.because == "passphrase" else "file", trouble(fault))
        else:
            return _kept(request, told)
    return respond(request, "transition/read-in.html", status=status(form), form=form)


def _kept(request: HttpRequest, told: dict[str, Any]) -> HttpResponse:
    child = coming.read_in(told, coming.known_as(told), by=request.capacity, at=now())
    messages.success(request, _("The package is kept with the child."))
    return redirect(reverse("transition:child", args=[child]))


@door("say whose transition files are known", asks=True)
def neighbours(request: HttpRequest) -> HttpResponse:
    """Installations whose files can be read in, and the key of this one."""
    insist(rules.may_keep(role=request.capacity.role))
    form = NeighbourForm(sent(request))
    if form.is_valid():
        Neighbour.add(form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect("transition:neighbours")
    return respond(request, "transition/neighbours.html", status=status(form), form=form, rows=Neighbour.known(),
                   own=coming.own_key(), today=today())  # fmt: skip


@door("forget whose transition files are known", opens=Neighbour, changes=True)
def forget(request: HttpRequest, neighbour: Neighbour) -> HttpResponse:
    """Read in no more files from it."""
    neighbour.end(by=request.capacity, at=now())
    return redirect("transition:neighbours")


