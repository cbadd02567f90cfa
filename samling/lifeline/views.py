"""*Nödblad*: a passphrase once, a fresh sheet every week, taken out by its head alone."""

from io import BytesIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from pypdf import PdfReader, PdfWriter

from samling.access import looks
from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.handing import handed
from samling.ui.respond import done, respond
from samling.work.entrusting import entrust

from . import rules, sheet
from .forms import ChooseForm, OpenForm
from .models import EmergencySheet, SheetKey, may_have

ERRAND = "take out an emergency sheet"


def _head(request: HttpRequest) -> Any:
    if request.capacity.unit is None:
        raise Http404
    insist(may_have(request.capacity))
    return request.capacity


@door("keep an emergency sheet", asks=True)
def lifeline(request: HttpRequest) -> HttpResponse:
    """The sheet there is, or a passphrase to begin with."""
    by, at = _head(request), now()
    form = ChooseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        key = SheetKey.make(form.cleaned_data["chosen"], by=by, at=at)
        entrust(rules.TASK, key.pk, by=by.pk, at=at)
        return done(request, reverse("lifeline:lifeline"))
    kept = EmergencySheet.latest(by.pk)
    return respond(request, "lifeline/lifeline.html", status=422 if form.is_bound else 200, form=form, key=SheetKey.mine(by.pk),
                   kept=kept, opening=OpenForm(), may=rules.may_hand_out(made_at=kept.made_at, at=at) if kept else None, today=today())


@door("make an emergency sheet", changes=True)
def renew(request: HttpRequest) -> HttpResponse:
    """A new one now."""
    by, at = _head(request), now()
    key = SheetKey.mine(by.pk)
    if key is None:
        raise Http404
    sheet.make(key, by, at)
    return done(request, reverse("lifeline:lifeline"))


@door("take out an emergency sheet", asks=True)
def paper(request: HttpRequest) -> HttpResponse:
    """The sheet as a PDF that the passphrase opens; each child on it is in the log."""
    by, at = _head(request), now()
    kept, key = EmergencySheet.latest(by.pk), SheetKey.mine(by.pk)
    if kept is None or key is None:
        raise Http404
    insist(rules.may_hand_out(made_at=kept.made_at, at=at))
    form = OpenForm(request.POST if request.method == "POST" else None)
    content = key.open(kept, form.cleaned_data["passphrase"]) if form.is_valid() else None
    if content is not None:
        return _locked(content, form.cleaned_data["passphrase"], kept)
    if form.is_bound and form.is_valid():
        form.add_error("passphrase", gettext("That is not the passphrase. Try again, or choose a new one: then a new sheet is made."))
    return respond(request, "lifeline/paper.html", status=422 if form.is_bound else 200, form=form, kept=kept, today=today())


def _locked(content: bytes, passphrase: str, kept: EmergencySheet) -> HttpResponse:
    looks.record("export", ERRAND, kept.children)
    writer, out = PdfWriter(clone_from=PdfReader(BytesIO(content))), BytesIO()
    writer.encrypt(passphrase, algorithm="AES-256")
    writer.write(out)
    return handed(out.getvalue(), f"{gettext('emergency-sheet')}.pdf", to_keep=True)
