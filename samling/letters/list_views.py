"""Lists of letters, without a word of what they say; and how a guardian wants to be reached."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from samling.access.door import door, opened, shown
from samling.people.models import Child, Guardian
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import rules, standing
from .forms import WayForm
from .models import Letter, Way
from .unit import came_to, leads


@door("list letters")
def letters(request: HttpRequest) -> HttpResponse:
    """What I have to send and do, and for who leads a unit what its letters come to."""
    by, at = request.capacity, now()
    rows = standing.mine(opened(request, Letter), by, at)
    others = standing.wanting(opened(request, Letter), by, at)
    shown(request, "list letters", [*rows, *others])
    counts = came_to(at) if leads(by) else []
    return respond(request, "letters/letters.html", rows=rows, others=others, counts=counts, today=today())


@door("read what was sent home", opens=Child)
def about(request: HttpRequest, child: Child) -> HttpResponse:
    """The letters about one child, where each stands, and how each guardian is reached."""
    at = now()
    rows = standing.about_child(child, at)
    near = list(Letter.recipients(child, at))
    ways = Way.of_each([one.pk for one in near])
    reached = [(one, ways.get(one.pk)) for one in near]
    return respond(request, "letters/child.html", child=child, rows=rows, reached=reached, today=today())


@door("change what is known of a guardian", opens=Guardian, asks=True)
def way(request: HttpRequest, guardian: Guardian) -> HttpResponse:
    """The way that a guardian has chosen."""
    chosen = Way.of(guardian.pk)
    first = {"way": chosen.way} if chosen else {}
    form = WayForm(request.POST if request.method == "POST" else None, initial=first)
    home = reverse("letters:child", args=[guardian.subject_id])
    if form.is_valid():
        Way.choose(guardian, form.cleaned_data["way"], by=request.capacity.pk, at=now())
        return done(request, home)
    may = rules.may_note_way(writes=Way.may_choose(guardian))
    status = 422 if form.is_bound else 200
    return respond(request, "letters/way.html", status=status, guardian=guardian, form=form, home=home, may=may)
