"""The school asks the team: everything known is filled in, and a person reads it through."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.concern.models.raised import key
from samling.journey.models import Draft
from samling.kernel.answer import insist
from samling.people.models import Child, Setting
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import rules
from .forms import NotOfferedForm, ReferralForm, row_name
from .models import NotOffered, Referral
from .models.asked import may_refer
from .models.known import Known, known
from .models.reach import Reach


@door("ask the team about a child", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """Which team, the question, whose words, the rows and the tier."""
    by, at, place = request.capacity, now(), f"referral-{child.pk}"
    insist(may_refer(child, by))
    found, reach = known(child, at, today()), Reach.of(child, at)
    form = _form(request, found, reach, place)
    if not form.is_valid():
        return respond(request, "referral/new.html", child=child, form=form, reach=reach, known=found, place=place, today=today(),
                       suggestion=rules.suggest(found.rows), status=422 if form.is_bound else 200)  # fmt: skip
    told = form.told | {"checklist": found.checklist, "decision": reach.decision}
    made = Referral.ask(child, told, by=by, at=at, pk=key(by, told["key"]))
    Draft.drop(place, by=by.pk)
    messages.success(request, _("Sent. The team answers by the day on the page."))
    return redirect(made)


def _form(request: HttpRequest, found: Known, reach: Reach, place: str) -> ReferralForm:
    draft = Draft.at_place(place, by=request.capacity.pk, at=now())
    begun: dict[str, Any] = {name: said[0] for name, said in draft.typed.items() if said and name != "key"} if draft else {}
    first = {"question": found.question, "languages": found.languages, "team": reach.only}
    words = {"child_words": found.child_words, "guardian_words": found.guardian_words}
    rows = {row_name(row): "" if points is None else points for row, points in found.rows.items()}
    return ReferralForm(
        request.POST if request.method == "POST" else None, teams=reach.open, covers=reach.covers,
        tiers=Setting.tiers(now(), capacity=request.capacity.pk), initial=first | words | rows | begun,
    )  # fmt: skip


@door("note what could not be offered", opens=Child, asks=True)
def not_offered(request: HttpRequest, child: Child) -> HttpResponse:
    """What is noted already, and one more."""
    form = NotOfferedForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        NotOffered.note(child, told, by=request.capacity, at=now(), pk=key(request.capacity, told["key"]))
        messages.success(request, _("Noted. It shows where something is missing."))
        return redirect("referral:not-offered", child.pk)
    rows = NotOffered.about(child.pk)
    return respond(request, "referral/not-offered.html", child=child, form=form, rows=rows, today=today(),
                   status=422 if form.is_bound else 200)  # fmt: skip
