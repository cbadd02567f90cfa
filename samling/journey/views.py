"""Notes: write, read, correct, take back; and what one has only begun to write."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samling.access.door import door
from samling.kernel.answer import insist
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond
from samling.ui.words import time_in_words

from .models import Draft, Entry
from .noting import Correcting, Noting, page_of

KEPT_OUT = ("csrfmiddlewaretoken", "version")
MOST_TYPED = 60_000  # letters in all


@door("write a note", opens=Child, asks=True)
def new_note(request: HttpRequest, child: Child) -> HttpResponse:
    """The composer: three kinds, the text, what it is about and who reads it."""
    seat = Noting(child, request.capacity, now())
    form = seat.form(request.POST or None, request.GET)
    if request.method == "POST" and form.is_valid():
        return done(request, seat.write(form))
    return respond(
        request,
        "journey/new-note.html",
        "sees",
        child=child,
        seat=seat,
        form=form,
        readers=seat.readers_of(form),
        status=422 if form.errors else 200,
    )


@door("read a note", opens=Entry)
def note(request: HttpRequest, entry: Entry) -> HttpResponse:
    """One note, who reads it, and how it can be put right."""
    at = now()
    return respond(request, "journey/note.html", today=today(), **page_of(entry, request.capacity, at))


@door("correct a note", opens=Entry, asks=True)
def correction(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Change one's own note for a day; later a new version beside it."""
    seat = Correcting(entry, request.capacity, now())
    insist(entry.may_rewrite(seat.by.pk, seat.at) or entry.may_correct(seat.by.pk))
    form = seat.form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _both(request, seat, form) if seat.is_stale(form) else done(request, seat.write(form))
    return respond(
        request,
        "journey/correction.html",
        seat=seat,
        entry=entry,
        child=seat.child,
        form=form,
        rewrites=entry.may_rewrite(seat.by.pk, seat.at),
        readers=seat.readers.of(entry.wall),
        status=422 if form.errors else 200,
    )


def _both(request: HttpRequest, seat: Correcting, form: object) -> HttpResponse:
    """Both texts; saving here puts the sent one over the other."""
    data = request.POST.copy()
    data["base"] = seat.base
    here = reverse("journey:correction", args=[seat.entry.pk])
    return respond(
        request,
        "ui/conflict.html",
        theirs=seat.text,
        theirs_at=seat.entry.written_at,
        yours=form.cleaned_data["text"],
        form=seat.form(data),
        save_url=here,
        keep_url=seat.entry.get_absolute_url(),
        today=today(),
        status=409,
    )


@door("take back a note", opens=Entry, changes=True)
def taking_back(request: HttpRequest, entry: Entry) -> HttpResponse:
    """It was a mistake: within a day, by the one who wrote it."""
    entry.take_back(by=request.capacity.pk, at=now())
    return done(request, entry)


@door("keep a draft", changes=True)
def draft(request: HttpRequest, place: str) -> HttpResponse:
    """Keep what is typed, for this person in this capacity alone."""
    typed = {name: request.POST.getlist(name) for name in request.POST if name not in KEPT_OUT}
    if sum(len(value) for values in typed.values() for value in values) > MOST_TYPED:
        return HttpResponse(status=413)
    kept = Draft.keep(place, typed, by=request.capacity.pk, at=now())
    if not request.headers.get("X-Draft"):
        return redirect("/")
    return HttpResponse(status=204, headers={"Draft-Saved": time_in_words(kept.saved_at)})


@door("throw away a draft", changes=True)
def draft_end(request: HttpRequest, place: str) -> HttpResponse:
    """It is not wanted any more."""
    Draft.drop(place, by=request.capacity.pk)
    return redirect("/")
