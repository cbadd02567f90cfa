"""Which consultation teams there are, who has a place in each, and when it meets."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import STOCKHOLM, now, today
from samling.ui.respond import respond

from .forms import CallForm, ForumForm, PlaceForm, RhythmForm
from .models import Forum, ForumMeeting, ForumMember
from .models.lists import coming, held, may_be_seated
from .models.lists import forums as known
from .rules import may_found


@door("see the consultation teams", asks=True)
def forums(request: HttpRequest) -> HttpResponse:
    """Every team I have to do with, its next meeting; and for the administrator one more."""
    by, at = request.capacity, now()
    form = ForumForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = Forum.begin(form.cleaned_data["name"], by=by, at=at, pk=form.pk(by))
        messages.success(request, _("The team is there. Give its members their places."))
        return redirect(made)
    teams = known(by)
    ahead = coming(teams, at)
    rows = [(one, [next_ for next_ in ahead if next_.forum == one][:1]) for one in teams]
    return respond(request, "forum/forums.html", rows=rows, form=form, may_found=may_found(role=by.role), today=today(),
                   status=422 if form.is_bound else 200)  # fmt: skip


@door("see a consultation team", opens=Forum)
def forum(request: HttpRequest, forum: Forum) -> HttpResponse:
    """When it meets, who has a place, and what comes."""
    return _forum(request, forum)


def _forum(request: HttpRequest, forum: Forum, status: int = 200, **forms: object) -> HttpResponse:
    at, by, may_lead = now(), request.capacity, forum.may_lead(request.capacity)
    shown_forms: dict[str, object] = {"rhythm_form": RhythmForm(prefix="rhythm"), "call_form": CallForm(prefix="call")}
    if may_lead:
        shown_forms |= {"place_form": PlaceForm(prefix="place", people=may_be_seated(forum, at))}
    return respond(
        request, "forum/forum.html", status=status, forum=forum, members=forum.sitting(at), rhythm=forum.rhythm(at),
        coming=coming([forum], at), held=held(forum), may_lead=may_lead, mine=forum.is_mine, by=by, today=today(),
        **(shown_forms | forms),
    )  # fmt: skip


@door("give a place in a consultation team", opens=Forum, changes=True)
def place_new(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Someone gets a place."""
    at, by = now(), request.capacity
    insist(forum.may_lead(by))
    form = PlaceForm(request.POST, prefix="place", people=may_be_seated(forum, at))
    if form.is_valid():
        capacity = form.cleaned_data["capacity"]
        may = forum.may_seat(capacity, by=by, at=at)
        if may:
            forum.seat(capacity, by=by, at=at, is_chair=form.cleaned_data["is_chair"])
            return redirect(forum)
        form.add_error("capacity", _(may.because))
    return _forum(request, forum, 422, place_form=form)


@door("end a place in a consultation team", changes=True)
def place_end(request: HttpRequest, number: UUID) -> HttpResponse:
    """Someone gives up the place; what was told to her at the table is shut."""
    ForumMember.leave(number)
    messages.success(request, _("The place is given up."))
    return redirect("forum:forums")


@door("set the rhythm of a consultation team", opens=Forum, changes=True)
def rhythm_new(request: HttpRequest, forum: Forum) -> HttpResponse:
    """A new rhythm from now on."""
    form = RhythmForm(request.POST, prefix="rhythm")
    if not form.is_valid():
        return _forum(request, forum, 422, rhythm_form=form)
    forum.keep_rhythm(form.cleaned_data, by=request.capacity, at=now())
    return redirect(forum)


@door("call a consultation team", opens=Forum, changes=True)
def meeting_new(request: HttpRequest, forum: Forum) -> HttpResponse:
    """A meeting called by hand, or the next one of the rhythm."""
    form = CallForm(request.POST, prefix="call")
    if not form.is_valid():
        return _forum(request, forum, 422, call_form=form)
    said = form.cleaned_data
    starts_at = dt.datetime.combine(said["day"], said["clock"], STOCKHOLM)
    return redirect(ForumMeeting.call(forum, starts_at, said["place"], by=request.capacity, at=now()))
