"""Protected identity: set at once, read in words before, ended by someone who may decide."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from .models import OffSystem
from .protecting import Protecting
from .protection_forms import OffSystemForm, ReaderForm

PAGE = "family/protection.html"


def _home(child: Child) -> str:
    return reverse("family:protection", args=[child.pk])


@door("protect an identity", opens=Child, asks=True)
def protection(request: HttpRequest, child: Child) -> HttpResponse:
    """What stands and who reads; or whose, how and who, then what follows in words."""
    protecting = Protecting(child, request.capacity, now())
    data = request.POST if request.method == "POST" else None
    form = protecting.form(data)
    if data is not None and "change" not in data and form.is_valid():
        if "sure" in data:
            protecting.protect(form.cleaned_data)
            return done(request, _home(child))
        return respond(request, "family/protection-sure.html", child=child, form=form, said=form.said, sent=_sent(data))
    return respond(request, PAGE, status=422 if form.errors else 200, child=child, protecting=protecting, form=form,
                   reader=ReaderForm(candidates=protecting.candidates()), today=today())


def _sent(data):
    """What was filled in, to be carried over the page on which it is read once more."""
    return [(name, value) for name, values in data.lists() for value in values
            if name not in ("csrfmiddlewaretoken", "sure", "change")]


@door("end a protection", opens=Child, changes=True)
def protection_end(request: HttpRequest, child: Child) -> HttpResponse:
    """End the protection that stands."""
    Protecting(child, request.capacity, now()).end()
    return done(request, _home(child))


@door("name a reader", opens=Child, changes=True)
def reader(request: HttpRequest, child: Child) -> HttpResponse:
    """One more named reader."""
    protecting = Protecting(child, request.capacity, now())
    form = ReaderForm(request.POST, candidates=protecting.candidates())
    if form.is_valid():
        protecting.name_reader(form.cleaned_data["reader"])
    return done(request, _home(child))


@door("name a reader", opens=Child, changes=True)
def reader_end(request: HttpRequest, child: Child, number: UUID) -> HttpResponse:
    """A named reader no longer reads."""
    Protecting(child, request.capacity, now()).end_reader(number)
    return done(request, _home(child))


@door("note a child outside the system", asks=True)
def off_system(request: HttpRequest) -> HttpResponse:
    """The unit's references to children who are kept on paper, and one more."""
    by = request.capacity
    form = OffSystemForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        OffSystem.keep_out(form.cleaned_data["reference"], by=by, at=now())
        return done(request, reverse("family:off-system"))
    return respond(request, "family/off-system.html", status=422 if form.is_bound else 200, form=form,
                   stubs=OffSystem.at_unit(by.unit), today=today())
