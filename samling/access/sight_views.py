"""Who can see, and who has looked."""

from django.http import HttpRequest, HttpResponse

from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import looked
from .door import door, shown
from .sight import sight


@door("see who can see, and why", opens=Child)
def who_can_see(request: HttpRequest, child: Child) -> HttpResponse:
    """Everyone who can read something about the child, with the reason."""
    return respond(request, "access/who-can-see.html", child=child, today=today(),
                   sight=sight(child, request.capacity, now()))


@door("see who has looked", opens=Child)
def looks(request: HttpRequest, child: Child) -> HttpResponse:
    """Who has opened what about the child, newest first."""
    found = looked.looks_at(child, looked.before(request.GET.get("before", "")))
    return respond(request, "access/looks.html", child=child, looked=found, today=today())


@door("read my own looks")
def my_looks(request: HttpRequest) -> HttpResponse:
    """What I have opened, day by day."""
    found = looked.my_looks(looked.before(request.GET.get("before", "")))
    shown(request, "read my own looks", found.children)
    return respond(request, "access/my-looks.html", looked=found, today=today())
