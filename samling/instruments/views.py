"""Agreements about questionnaires that may not be given away: noted, seen by all staff, ended."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from .forms import AgreementForm
from .models import LicenceAgreement, agreement, agreements, may_note, terms


@door("see agreements about questionnaires", asks=True)
def licences(request: HttpRequest) -> HttpResponse:
    """What can be used on an agreement, which agreements there are, and a new one."""
    by = request.capacity
    if by.unit is None:
        raise Http404
    form = AgreementForm(sent(request), initial={"from_on": today()})
    if form.is_bound:
        insist(may_note(by))
    if form.is_valid():
        LicenceAgreement.note(form.cleaned_data, by=by, at=now(), pk=form.pk(by))
        messages.success(request, _("The agreement is noted."))
        return redirect("instruments:licences")
    rows = [(one, one.is_in_force(today())) for one in agreements()]
    return respond(request, "instruments/licences.html", form=form, may=may_note(by), packages=terms(), rows=rows, today=today(),
                   status=status(form))  # fmt: skip


@door("end an agreement about a questionnaire", changes=True)
def end(request: HttpRequest, number: UUID) -> HttpResponse:
    """It holds no more."""
    found = agreement(number)
    if found is None:
        raise Http404
    found.end(by=request.capacity, at=now())
    return redirect("instruments:licences")
