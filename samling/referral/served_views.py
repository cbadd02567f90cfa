"""Which team meets which school: open to all staff, entered by the system administrator."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.kernel.answer import Refused
from samling.records.clock import now, today
from samling.ui.respond import respond

from .forms import ServedForm
from .models import ServedSchool
from .models.served import own_teams, schools


@door("see which schools the teams meet", asks=True)
def served(request: HttpRequest) -> HttpResponse:
    """Every team with its schools, and one more."""
    by, may = request.capacity, request.capacity.role == "sysadmin"
    form = ServedForm(request.POST if request.method == "POST" else None, teams=own_teams(by), schools=schools())
    if form.is_valid() and _put(form, may):
        messages.success(request, _("Saved. The school can ask the team now."))
        return redirect("referral:served")
    return respond(request, "referral/served.html", rows=ServedSchool.every(now()), form=form, today=today(),
                   may=may, status=422 if form.is_bound else 200)  # fmt: skip


def _put(form: ServedForm, may: bool) -> bool:
    try:
        ServedSchool.put(**form.cleaned_data)
    except Refused as no:
        if not may:
            raise
        form.add_error(None, _(no.answer.because))
        return False
    return True


@door("end that a team meets a school", changes=True)
def served_end(request: HttpRequest, number: UUID) -> HttpResponse:
    """The team meets the school no longer; what has been asked goes on."""
    ServedSchool.end(number)
    return redirect("referral:served")
