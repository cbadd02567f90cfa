"""Attendance from a file: choose it, say what the columns hold, mend what is wrong, apply all of it or nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.attendance.models import AttendanceFile, ColumnMap
from samling.kernel.answer import insist
from samling.kernel.sheets.headings import guessed
from samling.records.clock import now, today
from samling.ui.respond import respond

from .forms import ColumnsForm, FileForm, UploadForm
from .page import page
from .reading_in import Columns, cancel, finish, may_read_in, stage
from .reference import WHEN
from .rules_columns import field_of, lacks


@door("read in attendance", asks=True)
def new(request: HttpRequest) -> HttpResponse:
    """Choose a file; where its columns are known or plain, it is checked at once."""
    by = request.capacity
    insist(may_read_in(by))
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if not form.is_valid():
        return respond(request, "intake/new.html", form=form, mine=AttendanceFile.mine(by.pk)[:6],
                       today=today(), status=422 if form.is_bound else 200)  # fmt: skip
    heads = form.headings
    fields = ColumnMap.known(by.unit.branch.organisation_id, heads.fingerprint()) or guessed(heads.said, field_of)
    if form.cleaned_data["choose"] or lacks(fields) or not set(fields) & set(WHEN):
        asked = ColumnsForm(headings=heads.said, fields=fields)
        return respond(request, "intake/columns.html", form=asked)
    return redirect(_begun(request, form, Columns.chosen(fields, None)))


@door("read in attendance", asks=True)
def columns(request: HttpRequest) -> HttpResponse:
    """What each column holds, said by the importer and remembered for the sender's next file."""
    by = request.capacity
    insist(may_read_in(by))
    if request.method != "POST":
        return redirect("intake:new")
    form = ColumnsForm(request.POST, request.FILES)
    if not form.is_valid():
        return respond(request, "intake/columns.html", form=form, status=422)
    if set(form.told) & set(WHEN):
        ColumnMap.remember(by.unit.branch.organisation_id, form.headings.fingerprint(), form.told, by=by.pk, at=now())
    return redirect(_begun(request, form, Columns.chosen(form.told, form.week())))


@door("read in attendance", opens=AttendanceFile)
def file(request: HttpRequest, file: AttendanceFile) -> HttpResponse:
    """How far it has come: rows checked, what has to be mended, what it would change, or the receipt."""
    return respond(request, "intake/file.html", today=today(), **page(file))


@door("read in attendance", opens=AttendanceFile, changes=True)
def application(request: HttpRequest, file: AttendanceFile) -> HttpResponse:
    """Apply all of it; sent twice it is applied once."""
    insist(may_read_in(request.capacity))
    if file.applied_at is None:
        finish(file, by=request.capacity.pk, at=now())
    return redirect("intake:file", file.pk)


@door("read in attendance", opens=AttendanceFile, changes=True)
def cancellation(request: HttpRequest, file: AttendanceFile) -> HttpResponse:
    """Give it up; what was staged is emptied. What has been applied in the meantime stays, and says so."""
    if file.applied_at:
        return redirect("intake:file", file.pk)
    cancel(file, by=request.capacity.pk, at=now())
    messages.success(request, _("The file is put away. Nothing has been changed."))
    return redirect("intake:new")


def _begun(request: HttpRequest, form: FileForm, chosen: Columns) -> str:
    staged = stage(form.rows(), chosen, by=request.capacity, at=now())
    if form.sheet.sheets > 1:
        messages.info(request, _("The file has several sheets. Only the first is read."))
    if form.sheet.formulas:
        messages.info(request, _("The file has formulas. We read the figures that were saved beside them."))
    return staged.get_absolute_url()
