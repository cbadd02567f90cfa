"""The log searched for a reason, and the assessment as page and as PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext

from samling.access import looks
from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.handing import handed
from samling.ui.pdf import pdf
from samling.ui.respond import respond

from . import rules
from .assessment import assessment
from .forms import SearchForm
from .searching import Searcher


@door("search the log", asks=True)
def log(request: HttpRequest) -> HttpResponse:
    """Why first; what is found is shown once, and the search stays on record."""
    if request.capacity.unit is None:
        raise Http404
    searcher = Searcher(request.capacity)
    insist(searcher.may_search)
    form = SearchForm(request.POST if request.method == "POST" else None, people=searcher.people,
                      nameless=searcher.nameless, today=today())  # fmt: skip
    found = None
    if form.is_valid():
        found = searcher.search(form.asked)
        looks.record("review", "search the log", [])
    return respond(request, "review/log.html", status=422 if form.is_bound and found is None else 200, form=form,
                   found=found, searcher=searcher, today=today())


def _assessed(request: HttpRequest):
    if request.capacity.unit is None:
        raise Http404
    insist(rules.may_assess(role=request.capacity.role, leads=Searcher(request.capacity).leads))
    return assessment(request.capacity.unit.branch.organisation, now(), get_language() or "sv")


@door("read the impact assessment")
def dpia(request: HttpRequest) -> HttpResponse:
    """What this installation does with whose information, and what is left to fill in."""
    return respond(request, "review/dpia.html", paper=_assessed(request), today=today())


@door("read the impact assessment")
def dpia_paper(request: HttpRequest) -> HttpResponse:
    """The same as PDF/A-2a and PDF/UA-1."""
    return handed(pdf(_assessed(request)), f"{gettext('impact-assessment')}.pdf", to_keep=True)
