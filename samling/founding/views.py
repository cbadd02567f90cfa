"""*Kom i gång*: the steps to the first checklist, each on a page of its own; left and resumed as one likes."""

import smtplib
from typing import Any

from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from samling.access import guard, looks
from samling.access.door import door
from samling.concern.models import ReportContact
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.staff.employed import email_of
from samling.ui.respond import done, respond

from .forms import ReportsForm
from .steps import TEST_LETTER, Beginning


def _way(request: HttpRequest) -> Beginning:
    if request.capacity.unit is None:
        raise Http404
    found = Beginning(request.capacity, now())
    insist(found.may_see)
    return found


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@door("begin with Samling")
def beginning(request: HttpRequest) -> HttpResponse:
    """Every step as it stands, and the one that is next."""
    return respond(request, "founding/beginning.html", way=_way(request), today=today())


@door("begin with Samling")
def step(request: HttpRequest, name: str) -> HttpResponse:
    """One step: what and why, and the way to where it is done."""
    way = _way(request)
    here = way.step(name)
    if here is None:
        raise Http404
    number = way.steps.index(here) + 1
    return respond(request, "founding/step.html", way=way, here=here, number=number, of=len(way.steps))


@door("say where concern reports are received", asks=True)
def reports(request: HttpRequest) -> HttpResponse:
    """The number by day and by night, as every page's way out shows it."""
    way = _way(request)
    standing = ReportContact.of(way.organisation, now())
    first = standing.first()
    form = ReportsForm(_sent(request), initial=ReportsForm.filled(first))
    if form.is_valid():
        insist(way.may_settle)
        guard.call("put_report_contact", way.organisation.municipality_code, *form.told)
        return done(request, reverse("founding:reports"))
    return respond(request, "founding/reports.html", status=422 if form.is_bound else 200, form=form, standing=standing,
                   may=way.may_settle, today=today())


@door("send a test letter", asks=True)
def test_letter(request: HttpRequest) -> HttpResponse:
    """To oneself alone, with nothing in it."""
    _way(request)
    to = email_of(request.capacity.person_id)
    went = _send(to) if request.method == "POST" and to else None
    if went:
        looks.record("review", TEST_LETTER, [])
    return respond(request, "founding/test-letter.html", to=to, went=went)


def _send(to: str) -> bool:
    """Whether the mail server took it."""
    about, text = gettext("Samling: a test letter"), gettext("If you read this, letters from Samling arrive.")
    try:
        return bool(send_mail(about, text, None, [to]))
    except (OSError, smtplib.SMTPException):
        return False
