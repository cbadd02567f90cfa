"""A package as it is prepared: its parts, what the family says, and handing it over."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import override

from samling.access.door import door, open_walls
from samling.journey.models import Draft
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.asking import both, sent, status
from samling.ui.handing import handed, language_of
from samling.ui.respond import respond

from . import carrying, desk, sealed
from .forms import FileKeyForm, TheyDeclineForm
from .models import Package, PackagePart, PackageSeen, begun
from .paper import printed
from .reference import BY_CODE, Prompt
from .rules import State, Way


@door("prepare a transition", opens=Child, asks=True)
def of_child(request: HttpRequest, child: Child) -> HttpResponse:
    """What has gone along, or come along, with a child; and beginning a new package."""
    form = desk.package_form(request, child)
    if form.is_valid():
        made, before = begun(child, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        if before:
            messages.info(request, _("What was written the last time stands here. Read it through, and change what is no longer so."))
        return redirect(made)
    return respond(request, "transition/child.html", status=status(form), **desk.of_child(request, child, form))


@door("read a transition package", opens=Package)
def show(request: HttpRequest, package: Package) -> HttpResponse:
    """One package, and what comes next."""
    open_walls(package.child, "read a transition package")
    return respond(request, "transition/show.html", **desk.page_of(request, package))


@door("write in a transition package", opens=Package, asks=True)
def part(request: HttpRequest, package: Package, code: str) -> HttpResponse:
    """The words of one part; two who write at once both see both texts."""
    prompt = _prompt(code)
    insist(package.may_write())
    open_walls(package.child, "write in a transition package")
    form, stands = desk.part_form(request, package, prompt)
    around = desk.part_page(package, prompt, now())
    if form.is_valid():
        if stands and form.cleaned_data["seen"] < stands.number:
            return both(request, "transition/part.html", form, stands, **around)
        PackagePart.write(package, code, form.cleaned_data["text"], by=request.capacity, at=now(), pk=form.pk(request.capacity))
        Draft.drop(desk.place_of(package, prompt), by=request.capacity.pk)
        return redirect(package)
    return respond(request, "transition/part.html", status=status(form), form=form, **around)


@door("note who has seen a transition package", opens=Package, asks=True)
def seen(request: HttpRequest, package: Package) -> HttpResponse:
    """What a guardian or the child says of it; a no weighs the same as a yes."""
    insist(package.may_write())
    form = desk.seen_form(request, package)
    if form.is_valid():
        PackageSeen.note(package, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(package)
    return respond(request, "transition/seen.html", status=status(form), form=form, package=package, child=package.child, today=today())


@door("hand over a transition package", opens=Package, changes=True)
def give(request: HttpRequest, package: Package) -> HttpResponse:
    """Hand it over as it stands; after that it stays as it was."""
    open_walls(package.child, "hand over a transition package")
    package.give(by=request.capacity, at=now())
    messages.success(request, _("It is handed over. You stay responsible until the receiver has said yes."))
    return redirect(package)


@door("note that a transition package arrived", opens=Package, changes=True)
def receipt(request: HttpRequest, package: Package) -> HttpResponse:
    """They have said that it came, or that they do not take it, and why."""
    no = TheyDeclineForm(request.POST if "no" in request.POST else None)
    if no.is_bound and not no.is_valid():
        return respond(request, "transition/show.html", status=status(no), **desk.page_of(request, package, no))
    package.receipt(by=request.capacity, at=now(), because=no.cleaned_data["because"] if no.is_bound else "")
    return redirect(package)


@door("take back a transition package", opens=Package, changes=True)
def take_back(request: HttpRequest, package: Package) -> HttpResponse:
    """It was begun by mistake."""
    package.take_back(by=request.capacity, at=now())
    return redirect("transition:child", package.subject_id)


@door("print a transition package", opens=Package)
def paper(request: HttpRequest, package: Package) -> HttpResponse:
    """On paper, in the language asked for."""
    open_walls(package.child, "print a transition package")
    with override(language_of(request)):
        return handed(printed(package), f"{_('transition')}.pdf")


@door("make a file of a transition package", opens=Package, asks=True)
def file(request: HttpRequest, package: Package) -> HttpResponse:
    """Signed by this installation, and locked by a passphrase that is kept nowhere."""
    if package.way != Way.FILE or package.state not in (State.GIVEN, State.ACCEPTED):
        raise Http404
    open_walls(package.child, "make a file of a transition package")
    insist(carrying.may_carry(package))
    form = FileKeyForm(sent(request))
    if form.is_valid():
        content = sealed.sealed(carrying.carried(package), form.cleaned_data["passphrase"], settings.SECRET_KEY)
        return handed(content, f"{package.pk.hex[:8]}.samling", to_keep=True)
    return respond(request, "transition/file.html", status=status(form), form=form, package=package, child=package.child)


def _prompt(code: str) -> Prompt:
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]
