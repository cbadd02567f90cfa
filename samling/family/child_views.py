"""The child's own facts and the adults around her."""

from typing import Any
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access import guard
from samling.access.door import door
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.people.birthdays import birthday_of
from samling.people.models import Child, Guardian, SignificantAdult
from samling.people.numbers import written_out
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import models
from .forms import AdultForm, FactsForm, GuardianForm


def _home(child: Any) -> str:
    return reverse("family:child-people", args=[child.pk])


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _shown(request: HttpRequest, child: Child, form: Any, **more: Any) -> HttpResponse:
    status = 409 if form.has_error("__all__", "stale") else 422 if form.is_bound else 200
    return respond(request, "family/form.html", status=status, child=child, form=form, today=today(), **more)


@door("read about the adults around a child", opens=Child)
def child_people(request: HttpRequest, child: Child) -> HttpResponse:
    """Facts, guardians and important adults."""
    return respond(request, "family/child-people.html", child=child, today=today(), birthday=birthday_of(child, today()),
                   guardians=models.guardians_of(child, now()), adults=models.adults_of(child, now()),
                   protected=guard.is_protected(child.pk), may_facts=models.may_change(child, Category.IDENTITY),
                   may_contacts=models.may_change(child, Category.CONTACT))


@door("read identity numbers", opens=Child)
def numbers(request: HttpRequest, child: Child) -> HttpResponse:
    """The identity numbers of the child and the guardians, asked for on purpose."""
    people = [(child.full_name, child.pk), *((str(one), one.pk) for one in models.guardians_of(child, now()))]
    known = guard.each("identity_number", [pk for _name, pk in people])
    lines = [(name, written_out(known[pk] or "")) for name, pk in people]
    return respond(request, "family/numbers.html", child=child, lines=lines)


@door("change a child's facts", opens=Child, asks=True)
def facts(request: HttpRequest, child: Child) -> HttpResponse:
    """What the child is called, language, class, birth, home municipality."""
    insist(models.may_change(child, Category.IDENTITY))
    form = FactsForm(_sent(request), record=child, real=guard.asked("is_real"), today=today())
    if not form.is_valid():
        return _shown(request, child, form, what="facts")
    told = form.told
    models.set_child_number(child, told.pop("number", ""))
    models.change_facts(child, told, by=request.capacity.pk, at=now())
    return done(request, _home(child))


def _added(request: HttpRequest, child: Child, form: Any, kind: Any, what: str) -> HttpResponse:
    insist(models.may_change(child, Category.CONTACT))
    if not form.is_valid():
        return _shown(request, child, form, what=what)
    by = request.capacity.pk
    models.add_around(kind, child, form.told, by=by, at=now(), pk=uuid5(by, str(form.cleaned_data["once"])))
    return done(request, _home(child))


@door("note a guardian", opens=Child, asks=True)
def guardian_new(request: HttpRequest, child: Child) -> HttpResponse:
    """One more guardian, or a parent without custody."""
    form = GuardianForm(_sent(request), real=guard.asked("is_real"), today=today())
    return _added(request, child, form, Guardian, "guardian")


@door("note an important adult", opens=Child, asks=True)
def adult_new(request: HttpRequest, child: Child) -> HttpResponse:
    """One more adult the child trusts."""
    return _added(request, child, AdultForm(_sent(request)), SignificantAdult, "adult")


def _changed(request: HttpRequest, adult: Any, form: Any, what: str) -> HttpResponse:
    child = models.child_of(adult)
    insist(models.may_change(child, Category.CONTACT))
    if not form.is_valid():
        return _shown(request, child, form, what=what, adult=adult)
    models.change_around(adult, form.told, by=request.capacity.pk, at=now())
    return done(request, _home(child))


@door("change what is known of a guardian", opens=Guardian, asks=True)
def guardian(request: HttpRequest, adult: Guardian) -> HttpResponse:
    """Custody, how to reach, in which language."""
    form = GuardianForm(_sent(request), record=adult, real=guard.asked("is_real"), today=today())
    return _changed(request, adult, form, "guardian")


@door("change what is known of an important adult", opens=SignificantAdult, asks=True)
def adult(request: HttpRequest, adult: SignificantAdult) -> HttpResponse:
    """How to reach, in which language."""
    return _changed(request, adult, AdultForm(_sent(request), record=adult), "adult")


@door("change what is known of a guardian", opens=Guardian, changes=True)
def guardian_end(request: HttpRequest, adult: Guardian) -> HttpResponse:
    """No longer a guardian here."""
    models.end_around(adult, by=request.capacity.pk, at=now())
    return done(request, _home(models.child_of(adult)))


@door("change what is known of an important adult", opens=SignificantAdult, changes=True)
def adult_end(request: HttpRequest, adult: SignificantAdult) -> HttpResponse:
    """No longer around the child."""
    models.end_around(adult, by=request.capacity.pk, at=now())
    return done(request, _home(models.child_of(adult)))
