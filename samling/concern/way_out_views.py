"""The way out to a concern report, open to everybody; and the reporter's own note that it has been made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door, opened, public, shown
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import rules
from .forms import StubForm
from .models import ReportContact, ReportStub
from .models.raised import key
from .models.reports import branch_beside

BRIS = "116 111"  # help for children, by telephone


@public
def way_out(request: HttpRequest) -> HttpResponse:
    """Whom to ring, for staff and families, signed in or not."""
    by = getattr(request, "capacity", None)
    is_staff = by is not None and by.unit_id is not None
    contacts = ReportContact.near(by, now()) if by else []
    base = "ui/page.html" if is_staff else "ui/family.html"
    return respond(
        request, "concern/way-out.html", base=base, contacts=contacts, is_staff=is_staff, bris=BRIS,
        came_from=request.GET.get("from") == "concern", may_note=bool(by and is_staff and branch_beside(by)),
    )


@door("note that I reported", asks=True)
def reports(request: HttpRequest) -> HttpResponse:
    """The reporter's notes, read by nobody else, and a new one."""
    by = request.capacity
    insist(rules.may_keep_note(has_place=by.unit_id is not None and branch_beside(by) is not None))
    children = sorted(opened(request, Child), key=lambda one: one.sort_key)
    first = {"reported_on": today(), "child": request.GET.get("child", "")}
    form = StubForm(request.POST if request.method == "POST" else None, children=children, initial=first)
    if form.is_valid():
        ReportStub.note(form.told, by=by, at=now(), pk=key(by, form.once))
        messages.success(request, _("Your note is kept. Only you can read it."))
        return redirect("concern:reports")
    mine = opened(request, ReportStub).filter(written_by=by).order_by("-reported_on")
    stubs = shown(request, "my own notes", mine)
    return respond(request, "concern/reports.html", form=form, rows=_named(stubs, children), today=today(),
                   status=422 if form.is_bound else 200)


def _named(stubs: list[ReportStub], children: list[Child]) -> list[tuple[ReportStub, Child | None]]:
    by_key = {one.pk: one for one in children}
    return [(stub, by_key.get(stub.subject_id)) for stub in stubs]
