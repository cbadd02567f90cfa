"""Units, staff and class lists from a sheet: chosen, read, shown with every fault, and then all of it or nothing."""

from itertools import islice
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samling.access import looks
from samling.access.door import door
from samling.kernel.answer import insist
from samling.kernel.sheets import Troubled, read
from samling.records.clock import now
from samling.staff.employed import Office
from samling.ui.forms import SamlingForm
from samling.ui.respond import done, respond

from . import importing
from .imported import Import
from .imported_pupils import Pupils
from .imported_staff import Staff
from .imported_units import Units
from .importing import MOST, Column, Plan

IMPORTS = {one.code: one for one in (Units, Staff, Pupils)}
SHOWN = 50  # rows and faults on a page


class SheetForm(SamlingForm):
    """The file."""

    sheet = forms.FileField(label=_("Which file?"), help_text=_("Excel, LibreOffice or CSV. Columns that are not used are not kept."))


class Reading:
    """A sheet that is being read: its rows, which column is what, and what would come of it."""

    def __init__(self, request: HttpRequest, kind: Import):
        self.kind, self.by = kind, request.capacity.pk
        self.trouble, self.rows = "", []
        sheet, sent = request.FILES.get("sheet"), request.POST.get("rows", "")
        if sheet:
            self._read(sheet)
        elif sent:
            self.rows = importing.unpack(sent, kind.code, self.by)
        self.head, guess = importing.guessed(self.rows, kind.columns)
        self.mapping = guess if sheet else _chosen(request.POST, kind.columns)

    def _read(self, sheet: Any) -> None:
        try:
            self.rows = list(islice(read(sheet.chunks()), MOST + 1))
        except Troubled as trouble:
            self.trouble = gettext(str(trouble))
        if len(self.rows) > MOST:
            self.rows, self.trouble = [], gettext("There are more than 3000 rows. Send them in parts.")

    @property
    def columns(self) -> list[tuple[Column, list[tuple[int, str, bool]]]]:
        """For each thing that the sheet can say: the columns to choose from, and which is chosen."""
        heads = [importing.plain(cell) for cell in self.rows[self.head][1]] if self.rows else []
        return [(one, [(place, head or str(place + 1), self.mapping.get(one.code) == place) for place, head in enumerate(heads)])
                for one in self.kind.columns]  # fmt: skip

    @property
    def packed(self) -> str:
        """The rows, to be carried along."""
        return importing.pack(self.rows, self.kind.code, self.by)

    def plan(self) -> Plan:
        """What it would do."""
        return self.kind.plan(importing.lines(self.rows, self.head, self.mapping))


def _chosen(sent: Any, columns: tuple[Column, ...]) -> dict[str, int]:
    found = {one.code: sent.get(f"column-{one.code}", "") for one in columns}
    return {code: int(place) for code, place in found.items() if place.isascii() and place.isdigit() and len(place) < 3}


def _page(request: HttpRequest, code: str) -> HttpResponse:
    if request.capacity.unit is None:
        raise Http404
    kind = IMPORTS[code](Office(request.capacity, now()))
    insist(kind.may)
    reading = Reading(request, kind) if request.method == "POST" else None
    plan = reading.plan() if reading and reading.rows else None
    if plan and not plan.faults and plan.deeds and "sure" in request.POST:
        return _done(request, kind, plan)
    form = SheetForm() if reading is None or reading.rows or reading.trouble else SheetForm(request.POST, request.FILES)
    return respond(request, "founding/import.html", status=422 if reading and not reading.rows else 200, kind=kind,
                   reading=reading, plan=plan, form=form, many=SHOWN)


def _done(request: HttpRequest, kind: Import, plan: Plan) -> HttpResponse:
    many = kind.apply(plan)
    looks.record("review", f"read in {kind.code} from a sheet", [])
    messages.success(request, ngettext("%(n)d row has been read in.", "%(n)d rows have been read in.", many) % {"n": many})
    return done(request, reverse("founding:beginning"))


@door("read in units from a sheet", asks=True)
def units(request: HttpRequest) -> HttpResponse:
    """Units."""
    return _page(request, "units")


@door("read in staff from a sheet", asks=True)
def staff(request: HttpRequest) -> HttpResponse:
    """People and roles."""
    return _page(request, "staff")


@door("read in pupils from a sheet", asks=True)
def pupils(request: HttpRequest) -> HttpResponse:
    """Class lists."""
    return _page(request, "pupils")
