"""Two tables that meet as one: offered, answered, moved after, and parted again."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.gathering.models import Point
from samling.gathering.models.lists import staff_around
from samling.records.clock import now, today
from samling.ui.asked import uuid
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from .forms import SeatForm
from .models import Joined, SameTable, free_meetings, occasions
from .models.tables import Pair


@door("offer a joint meeting to a brother's or sister's table", opens=Joined, changes=True)
def offer(request: HttpRequest, part: Joined) -> HttpResponse:
    """They read when and where it is, and nothing else."""
    at, asked = now(), uuid(request.POST.get("meeting"))
    meeting = next((one for one in free_meetings(part, at) if one.pk == asked), None)
    if meeting is None:
        messages.warning(request, _("Choose one of the meetings to come."))
        return redirect(part)
    SameTable.offer(part, meeting, by=request.capacity, at=at, pk=uuid4())
    messages.success(request, _("They see the time and the place, and can meet when you do."))
    return redirect(part)


@door("meet when a brother's or sister's table does", opens=Joined, asks=True)
def answer(request: HttpRequest, part: Joined, occasion: UUID) -> HttpResponse:
    """Our own meeting at their time: with its own question, agenda and people."""
    pair, by, at = _pair(part, occasion), request.capacity, now()
    if pair.there is None or pair.there.is_off:
        raise Http404
    form = SeatForm(sent(request), staff=staff_around(part.own_child, at))
    if form.is_valid():
        meeting = SameTable.answer(part, pair.there, form.told, by=by, at=at, pk=form.pk(by))
        if not Point.of(meeting):
            Point.suggest(meeting, by=by, at=at)
        return redirect(part)
    return respond(request, "siblings/table.html", part=part, child=part.own_child, there=pair.there, form=form, today=today(),
                   status=status(form))  # fmt: skip


@door("move a meeting after a brother's or sister's", opens=Joined, changes=True)
def follow(request: HttpRequest, part: Joined, occasion: UUID) -> HttpResponse:
    """Their table has moved: ours too, and whoever has answered is asked again."""
    pair = _pair(part, occasion)
    if pair.own is None or pair.there is None:
        raise Http404
    pair.own.follow(pair.there, by=request.capacity, at=now())
    messages.success(request, _("The meeting is moved. Tell the family yourself today."))
    return redirect(part)


@door("hold two meetings apart again", opens=SameTable, changes=True)
def part_again(request: HttpRequest, table: SameTable) -> HttpResponse:
    """Each table meets for itself after all."""
    table.part_again(by=request.capacity, at=now())
    return redirect(table.meeting)


def _pair(part: Joined, occasion: UUID) -> Pair:
    for pair in occasions(part):
        if occasion in (pair.own and pair.own.occasion, pair.there and pair.there.occasion):
            return pair
    raise Http404
