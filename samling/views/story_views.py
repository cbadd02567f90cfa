"""A family's own story: written down, read, shared by choice, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now
from samling.sharing.models import Table
from samling.ui.respond import respond

from . import desk_story as desk
from .models import Story


@door("write down a story", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """Who tells, word for word, and how it was read back (?after= a version to begin from)."""
    seat = desk.Writing(request, child)
    insist(seat.views.may_begin())
    if seat.form.is_valid():
        return redirect(seat.written())
    return respond(request, "views/story-form.html", status=422 if seat.form.is_bound else 200, **seat.shown)


@door("read a story", opens=Story)
def show(request: HttpRequest, story: Story) -> HttpResponse:
    """One version: its words, its other versions, with whom it is shared."""
    return respond(request, "views/story.html", **desk.one(request, story))


@door("share a story", opens=Story, asks=True)
def share(request: HttpRequest, story: Story) -> HttpResponse:
    """The one who told it chooses with whom."""
    child = desk.child_of(story)
    insist(story.may_share(Table(child, now())))
    form = desk.share_form(request, story, child)
    if form.is_valid():
        story.share(child, **form.cleaned_data, by=request.capacity, at=now())
        return redirect(story)
    shown = desk.one(request, story)
    return respond(request, "views/story-share.html", status=422 if form.is_bound else 200, form=form, **shown)


@door("stop sharing a story", opens=Story, changes=True)
def stop(request: HttpRequest, story: Story) -> HttpResponse:
    """It is no longer shared with one of them, or with anyone."""
    story.stop(desk.stopped(request), by=request.capacity, at=now())
    return redirect(story)


@door("note that a story is taken back", opens=Story, changes=True)
def take_back(request: HttpRequest, story: Story) -> HttpResponse:
    """The one who told it takes it back."""
    child = desk.child_of(story)
    story.take_back(by=request.capacity, at=now())
    return redirect("views:child", child.pk)
