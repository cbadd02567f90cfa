"""*Vad har hjälpt?*: every adaptation of the catalogue, how it is done, and what is known of it here."""

from django.http import Http404, HttpRequest, HttpResponse

from samling.access.door import door
from samling.questions.rules.shape import Stage
from samling.records.clock import today
from samling.ui.respond import respond

from .shelf import listed, shelf, term_words

UNTRIED = "untried"


@door("see what has helped")
def catalogue(request: HttpRequest) -> HttpResponse:
    """All that can be tried, by name, with what is known of it where the reader works."""
    asked, sort = request.GET.get("stage", ""), request.GET.get("sort", "")
    stage = asked if asked in list(Stage) else ""
    rows = listed(shelf(today(), stage), untried_first=sort == UNTRIED)
    return respond(request, "adaptations/catalogue.html", rows=rows, stage=stage, sort=sort if sort == UNTRIED else "",
                   term=term_words(), today=today())  # fmt: skip


@door("see what has helped")
def practice(request: HttpRequest, code: str) -> HttpResponse:
    """One of them: what it is, how it is done, where it was tried and how often it helped."""
    found = [one for one in shelf(today(), ended=True) if one.slug == code]
    if not found:
        raise Http404
    return respond(request, "adaptations/practice.html", one=found[0], term=term_words(), today=today())
