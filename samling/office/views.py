"""*Inställningar*: what is settled and agreed, each change shown before it is saved."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from samling.access import guard, looks
from samling.access.door import door
from samling.kernel.answer import insist
from samling.kernel.settable import AREAS, KNOWN, Area
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import keeping, texts
from .forms import AgreementForm, SettingForm
from .front import rooms
from .rights import Rights
from .settled import Settled, after, midnight


def settled_of(request: HttpRequest) -> Settled:
    """The settings of one's own organisation. Raises Refused."""
    if request.capacity.unit is None:
        raise Http404
    found = Settled(request.capacity, now())
    insist(found.may_see)
    return found


def sent(request: HttpRequest) -> Any:
    """What a form was sent with, or nothing."""
    return request.POST if request.method == "POST" else None


@door("see the settings")
def front(request: HttpRequest) -> HttpResponse:
    """Everything that can be set up and kept in order, from one page."""
    settled = settled_of(request)
    return respond(request, "office/front.html", settled=settled, rooms=rooms(settled), today=today())


@door("see the settings")
def area(request: HttpRequest, name: str) -> HttpResponse:
    """One area: each setting, its value, since when, and what comes."""
    settled = settled_of(request)
    if name not in AREAS:
        raise Http404
    here = Area(name)
    kept = keeping.shown(settled) if here is Area.RETENTION else {}
    return respond(request, "office/area.html", settled=settled, lines=settled.lines(here), title=gettext(AREAS[here]),
                   here=here, at=settled.at, today=today(), **kept)


@door("change a setting", asks=True)
def value(request: HttpRequest, name: str, what: str) -> HttpResponse:
    """A new value: first what it changes, then saved; the history below."""
    settled, known = settled_of(request), KNOWN.get(f"{name}.{what}")
    if known is None:
        raise Http404
    line = settled.line(known)
    form = SettingForm(sent(request), line=line, today=settled.today)
    if form.is_valid() and "sure" in request.POST:
        settled.settle(known, *form.told, form.cleaned_data["decision"])
        return done(request, reverse("office:area", args=[known.area]))
    change = settled.change(known, *form.told) if form.is_valid() else None
    status = 422 if form.is_bound and change is None else 200
    return respond(request, "office/value.html", status=status, line=line, form=form, change=change,
                   title=gettext(AREAS[known.area]), history=settled.told(known), settled=settled, today=today())


@door("take back a setting", changes=True)
def withdraw(request: HttpRequest, number: UUID) -> HttpResponse:
    """What has not begun yet is taken back."""
    row = next((one for one in settled_of(request).rows if one.pk == number), None)
    if row is None:
        raise Http404
    guard.call("withdraw_setting", number)
    return done(request, reverse("office:value", args=row.code.split(".")))


@door("see agreements between parties", asks=True)
def agreements(request: HttpRequest) -> HttpResponse:
    """Who takes part how, by which paper."""
    settled = settled_of(request)
    form = AgreementForm(sent(request), others=settled.others, today=settled.today)
    if form.is_valid():
        told = form.cleaned_data
        guard.call("put_agreement", told["with_branch"].pk, told["how"], told["number"], midnight(told["from_on"]),
                   after(told["until_on"]))
        return done(request, reverse("office:agreements"))
    return respond(request, "office/agreements.html", status=422 if form.is_bound else 200, settled=settled, form=form,
                   may=settled.may_settle(), today=today(), at=now())


@door("end an agreement", changes=True)
def agreement_end(request: HttpRequest, number: UUID) -> HttpResponse:
    """It ends now."""
    guard.call("end_agreement", number)
    return done(request, reverse("office:agreements"))


@door("see roles and rights")
def rights(request: HttpRequest) -> HttpResponse:
    """What each role may be given, from the rows that decide."""
    settled = settled_of(request)
    return respond(request, "office/rights.html", rights=Rights(settled.organisation, settled.at), settled=settled)


@door("read the texts that families get")
def family_texts(request: HttpRequest) -> HttpResponse:
    """The words of a question, language by language."""
    settled = settled_of(request)
    looks.record("review", "read the texts that families get", [])
    return respond(request, "office/texts.html", shown=texts.shown(request.GET.get("in", "sv"), settled), settled=settled)
