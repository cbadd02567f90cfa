"""*Vem ringer jag?*: the directory by function, open to all staff."""

from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import models
from .forms import NumberForm
from .models import WORDS, FunctionNumber, may_keep


def _staff(request: HttpRequest) -> Any:
    if request.capacity.unit is None or not models.is_staff():
        raise Http404
    return request.capacity


@door("look up whom to call")
def directory(request: HttpRequest) -> HttpResponse:
    """Every function by organisation, with number, hours and when it was checked."""
    by, asked = _staff(request), request.GET.get("find", "")
    found, days = models.entries(asked), models.stale_after(by, now())
    lines = [(one, one.is_stale(today(), days), may_keep(one.branch, by)) for one in found]
    groups = [(place, list(inside)) for place, inside in groupby(lines, key=lambda line: line[0].branch)]
    return respond(request, "directory/directory.html", groups=groups, asked=asked, today=today(), days=days,
                   may=may_keep(by.unit.branch, by))


@door("keep a number in order", asks=True)
def entry(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """A new function, or one that is there: mended, checked or ended."""
    by, here = _staff(request), _entry(pk)
    where = models.branches(by)
    given = {name: getattr(here, name) for name in ("branch", *WORDS)} if here else {"branch": by.unit.branch}
    form = NumberForm(request.POST if request.method == "POST" else None, branches=where, initial=given)
    if form.is_valid():
        _keep(here, form, by)
        return done(request, reverse("directory:directory"))
    may = may_keep(here.branch if here else by.unit.branch, by)
    return respond(request, "directory/entry.html", status=422 if form.is_bound else 200, form=form, here=here, may=may)


def _keep(here: FunctionNumber | None, form: NumberForm, by: Any) -> None:
    told = form.cleaned_data
    if here:
        here.mend(told, by=by, at=now())
    else:
        FunctionNumber.keep(told["branch"], told, by=by, at=now(), pk=told["key"] or uuid4())


@door("keep a number in order", changes=True)
def check(request: HttpRequest, number: UUID) -> HttpResponse:
    """The number is right today."""
    _found(number).check_number(by=_staff(request), at=now())
    return done(request, reverse("directory:directory"))


@door("keep a number in order", changes=True)
def end(request: HttpRequest, number: UUID) -> HttpResponse:
    """The function is there no more."""
    _found(number).end(by=_staff(request), at=now())
    return done(request, reverse("directory:directory"))


def _entry(number: UUID | None) -> FunctionNumber | None:
    return _found(number) if number else None


def _found(number: UUID) -> FunctionNumber:
    found = next((one for one in models.entries() if one.pk == number), None)
    if found is None:
        raise Http404
    return found
