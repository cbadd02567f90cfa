"""The shelf of guides, and one of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from samling.access.door import public
from samling.ui.respond import respond

from . import shelf


@public
def front(request: HttpRequest) -> HttpResponse:
    """Every guide, by whom it is for."""
    return respond(request, "guides/front.html", guides=shelf.guides(get_language() or ""))


@public
def guide(request: HttpRequest, name: str) -> HttpResponse:
    """One guide in the reader's language."""
    found = shelf.guide(name, get_language() or "")
    if found is None:
        raise Http404
    return respond(request, "guides/guide.html", guide=found)
