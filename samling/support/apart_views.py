"""Pages about no child in particular: general support and routines; and one's own answers to inquiries."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, opened, shown
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from .apart import general_page, nameless, noted, routine_units, routines_page
from .apart_forms import AnsweredForm, AskedForm, GeneralForm, RoutineForm
from .models import Contribution, GeneralSupport, Routine
from .rules import may_count
from .shelf import shelf


@door("see what has helped at home")
def at_home(request: HttpRequest) -> HttpResponse:
    """What can be tried at home, by name, with what is known of it where the reader works."""
    return respond(request, "support/at-home.html", rows=shelf(today()))


@door("see support without a named child", asks=True)
def general(request: HttpRequest) -> HttpResponse:
    """What is given to parents and colleagues in general, counted half-year by half-year; and one more occasion."""
    insist(may_count(works=request.capacity.unit_id is not None))
    form = GeneralForm(sent(request), today=today(), **nameless())
    if form.is_valid():
        GeneralSupport.note(form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        messages.success(request, _("It is noted and counted."))
        return redirect("support:general")
    return respond(request, "support/general.html", status=status(form), form=form, **general_page(request.capacity, today()))


@door("take back support without a named child", changes=True)
def general_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was noted by mistake."""
    noted(GeneralSupport, pk).take_back(by=request.capacity, at=now())
    return redirect("support:general")


@door("see what has become routine", asks=True)
def routines(request: HttpRequest) -> HttpResponse:
    """What began as help for one child and is done for everyone now, and at how many units."""
    insist(may_count(works=request.capacity.unit_id is not None))
    first = {"code": request.GET.get("code", ""), "unit": request.capacity.unit_id}
    form = RoutineForm(sent(request), initial=first, today=today(), units=routine_units(request.capacity), **nameless())
    if form.is_valid():
        Routine.note(form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect("support:routines")
    return respond(request, "support/routines.html", status=status(form), form=form, **routines_page(request.capacity, today()))


@door("take back a routine", changes=True)
def routine_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is not done any more, or was noted by mistake."""
    noted(Routine, pk).take_back(by=request.capacity, at=now())
    return redirect("support:routines")


@door("note an answer to an inquiry", asks=True)
def contributions(request: HttpRequest) -> HttpResponse:
    """One's own answers to the committee's questions, read by nobody else, and a new one."""
    by = request.capacity
    insist(Contribution.may_note(by))
    children = sorted(opened(request, Child), key=lambda one: one.sort_key)
    form = AskedForm(sent(request), children=children, today=today(), initial={"child": request.GET.get("child", "")})
    if form.is_valid():
        Contribution.note(form.cleaned_data, by=by, at=now(), pk=form.pk(by))
        messages.success(request, _("Your note is kept. Only you can read it."))
        return redirect("support:contributions")
    return respond(request, "support/contributions.html", form=form, rows=_own(request, children), status=status(form),
                   answered=AnsweredForm(today=today()), today=today())  # fmt: skip


@door("note an answer to an inquiry", changes=True)
def answered(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It has been sent."""
    form = AnsweredForm(request.POST, today=today())
    one = opened(request, Contribution).filter(written_by=request.capacity, pk=pk, withdrawn_at=None).first()
    if one is None:
        raise Http404
    if form.is_valid():
        one.answer(form.cleaned_data, by=request.capacity, at=now())
    return redirect("support:contributions")


def _own(request: HttpRequest, children: list[Child]) -> list[tuple[Contribution, Child | None]]:
    by_key = {one.pk: one for one in children}
    rows = shown(request, "my own notes", opened(request, Contribution).filter(written_by=request.capacity).order_by("-asked_on"))
    return [(one, by_key.get(one.subject_id)) for one in rows]
