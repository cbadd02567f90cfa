"""What the pages of the needs analysis are laid out from."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from samling.people.models import Child
from samling.records.clock import now, today

from . import rules
from .forms import AnalysisForm
from .models import Analysis, Note
from .models.analyses import lengths
from .page import Views, child_of


class Summing:
    """One person who sums up for the team."""

    def __init__(self, request: HttpRequest, child: Child):
        self.request, self.child, self.at = request, child, now()
        self.views = Views(child, request.capacity, self.at)
        self.views.open_shared("write a needs analysis")

    @cached_property
    def form(self) -> AnalysisForm:
        """Empty, beginning from the latest version, or sent."""
        sent = self.request.POST if self.request.method == "POST" else None
        last = next(iter(self.views.analyses), None)
        first = {"text": last.body.text, "notes": [str(pk) for pk in last.notes]} if last and hasattr(last, "body") else {}
        first |= {"where": "table" if last.is_shared else "own"} if last else {}
        first |= {"where": self.request.GET["where"]} if "where" in self.request.GET else {}
        notes = self.views.notes
        open_ = {note.pk for note in notes if self.views.is_open(note)}
        return AnalysisForm(sent, initial=first, offered=notes, on_table=open_, stories=lengths(self.child.pk))

    def written(self) -> Analysis:
        """The version becomes a record."""
        by, form = self.request.capacity, self.form
        return Analysis.write(self.child, form.told, offered=self.views.notes, by=by, at=self.at, pk=form.pk(by.pk))

    @property
    def shown(self) -> dict[str, Any]:
        """What the page shows; who reads it where the form says now, and in each of the two places."""
        own = self.views.readers(Analysis.stands(self.child, at_table=False, by=self.request.capacity)[1])
        longest = max(lengths(self.child.pk), default=0)
        return {
            "child": self.child, "form": self.form, "views": self.views, "last": next(iter(self.views.analyses), None),
            "own_readers": own, "table_readers": self.views.table.names,
            "readers": self.views.table.names if self.form["where"].value() == "table" else own,
            "longest": min(longest or rules.ANALYSIS_LONGEST, rules.ANALYSIS_LONGEST), "today": today(),
        }  # fmt: skip


def one(request: HttpRequest, analysis: Analysis) -> dict[str, Any]:
    """The page of one version."""
    child = child_of(analysis)
    views = Views(child, request.capacity, now())
    views.open_shared("read a needs analysis")
    rows = Note.objects.filter(pk__in=analysis.notes).select_related("body")
    fresh = Analysis.objects.select_related("body", "written_by__person", "written_by__unit").get(pk=analysis.pk)
    return {
        "analysis": fresh,
        "body": getattr(fresh, "body", None),
        "child": child,
        "notes": [note for note in rows.order_by("written_at") if hasattr(note, "body")],
        "versions": [one for one in views.analyses if one.pk != analysis.pk],
        "readers": views.readers(analysis.wall),
        "may_begin": views.may_begin(),
        "today": today(),
    }
