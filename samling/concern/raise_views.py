"""The one way in: is there danger, who is it about, what was seen."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, shown
from samling.journey.models import Draft
from samling.kernel.answer import insist
from samling.kernel.categories import Category
from samling.people.models import Child, Setting
from samling.people.roles import ROLES
from samling.records.clock import now, today
from samling.ui.respond import respond
from samling.ui.words import long_day

from . import rules
from .forms import NamelessForm, SignalForm, again
from .models import NamelessConcern, Signal
from .models.lists import told_by
from .models.pupils import groups, known_names, opened_pupil, pupil, pupils
from .models.raised import key, receivers

FORM, NAMELESS = "concern/form.html", "nameless"


@door("raise a concern")
def new(request: HttpRequest) -> HttpResponse:
    """Danger first; then the pupil of one's own school, or the nameless way for everybody else."""
    by = _raiser(request)
    inside = rules.may_name_at_once(domain=by.unit.branch.domain, unit_kind=by.unit.kind)
    if request.GET.get("danger") not in ("no", "reported"):
        return respond(request, "concern/danger.html")
    if not inside:
        return redirect("concern:new-nameless")
    asked = {name: request.GET.get(name, "").strip()[:80] for name in ("name", "group")}
    rows = shown(request, "find a pupil", pupils(by, **asked), kind="search")
    told: dict[str, Any] = {"rows": rows, "groups": groups(by), "asked": asked}
    return respond(request, "concern/new.html", danger=request.GET["danger"], **told)


@door("raise a concern", asks=True)
def new_pupil(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A concern about a pupil of one's own school, who need not be opened before."""
    by, at, entry = _raiser(request), now(), pupil(pk)
    if entry is None:
        raise Http404
    place = f"pupil-{pk}"
    form = _signal_form(request, place)
    if not form.is_valid():
        return _ask(request, form, place, child=entry, readers=_readers(by.unit_id, at))
    signal = Signal.note(opened_pupil(entry, by), form.told, by=by, at=at, pk=key(by, form.once))
    return _thanked(request, signal, place)


@door("raise a concern", opens=Child, asks=True)
def new_child(request: HttpRequest, child: Child) -> HttpResponse:
    """A concern about a child one works with already."""
    by, at = _raiser(request), now()
    place = f"concern-{child.pk}"
    form = _signal_form(request, place)
    if not form.is_valid():
        unit = child.unit_id if child.branch_id == by.unit.branch_id else None
        return _ask(request, form, place, child=child, readers=_readers(unit, at))
    signal = Signal.note(child, form.told, by=by, at=at, pk=key(by, form.once))
    return _thanked(request, signal, place)


@door("ask without a name", asks=True)
def new_nameless(request: HttpRequest) -> HttpResponse:
    """A question from outside: an age, an area, a receiving unit; the form has no field for a name."""
    by, at = _raiser(request), now()
    filled = request.POST if request.method == "POST" else None
    names, places = known_names(by)
    form = NamelessForm(filled, by=by, names=names, places=places, initial=_begun(by, NAMELESS))
    if not form.is_valid():
        return _ask(request, form, NAMELESS, page="concern/nameless-form.html")
    Draft.drop(NAMELESS, by=by.pk)
    asked = NamelessConcern.ask(form.told, by=by, at=at, pk=key(by, form.once))
    messages.success(request, _thanks(asked, at, by))
    return redirect("concern:mine")


@door("read what I told")
def mine(request: HttpRequest) -> HttpResponse:
    """What one has told, to whom it went, and the answer."""
    rows = told_by(_raiser(request), now())
    return respond(request, "concern/mine.html", rows=shown(request, "what I told", rows), today=today())


def _raiser(request: HttpRequest) -> Any:
    by = request.capacity
    rule = ROLES.get(by.role)
    holds = bool(rule and rule.may_hold_children)
    insist(rules.may_raise(is_family=by.unit_id is None, holds_children=holds))
    return by


def _signal_form(request: HttpRequest, place: str) -> SignalForm:
    asked = {"no": "no", "reported": "yes"}.get(request.GET.get("danger", ""), "")
    begun = _begun(request.capacity, place) | ({"danger": asked} if asked else {})
    filled = request.POST if request.method == "POST" else None
    return SignalForm(filled, danger=asked, today=today(), initial=begun)


def _begun(by: Any, place: str) -> dict[str, Any]:
    draft = Draft.at_place(place, by=by.pk, at=now())
    return again(draft.typed) if draft else {}


def _ask(request: HttpRequest, form: Any, place: str, page: str = FORM, **context: Any) -> HttpResponse:
    return respond(request, page, form=form, place=place, status=422 if form.is_bound else 200, **context)


def _readers(unit: UUID | None, at: dt.datetime) -> list[str]:
    """Who will read it: the leaders by name, and those who work with the child."""
    reading = tuple(role for role in rules.LEADS if Category.CONCERN in ROLES[role].whole_unit)
    leaders = [str(one.person) for one in receivers(unit, at, reading)]
    return [_("you"), *leaders, _("those who work with the child here")]


def _thanked(request: HttpRequest, signal: Signal, place: str) -> HttpResponse:
    by = request.capacity
    Draft.drop(place, by=by.pk)
    messages.success(request, _thanks(signal, now(), by))
    is_reported = request.GET.get("danger") == "reported"
    return redirect("concern:way-out" if signal.danger and not is_reported else "concern:mine")


def _thanks(concern: Signal | NamelessConcern, at: dt.datetime, by: Any) -> str:
    due = rules.reply_due(concern.raised_on, Setting.number("deadline.reply_days", at, capacity=by.pk))
    return _("Thank you for telling. You get an answer by %(day)s.") % {"day": long_day(due, today())}
