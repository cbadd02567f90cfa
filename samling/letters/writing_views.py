"""A letter is begun, written and dropped."""

from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samling.access.door import door
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import reading
from .forms import NewForm, TextForm
from .models import Letter


@door("write a letter", opens=Child, asks=True)
def new(request: HttpRequest, child: Child) -> HttpResponse:
    """To whom and about what; each guardian gets a letter with a good beginning."""
    at, by = now(), request.capacity
    people = Letter.recipients(child, at)
    form = NewForm(request.POST if request.method == "POST" else None, guardians=people)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return respond(request, "letters/new.html", status=status, child=child, form=form, people=people)
    told = form.cleaned_data
    begun = [
        Letter.draft(child, one, kind=told["kind"], words={"next_on": told["next_on"]}, by=by, at=at,
                     pk=uuid5(by.pk, f"{told['once']}{one.pk}"))
        for one in people if one.pk in told["guardians"]
    ]  # fmt: skip
    return done(request, begun[0] if len(begun) == 1 else reverse("letters:child", args=[child.pk]))


@door("read a letter", opens=Letter, asks=True)
def show(request: HttpRequest, letter: Letter) -> HttpResponse:
    """One letter: written on while it is a draft, read afterwards."""
    at, by = now(), request.capacity
    text = reading.text_of(letter)
    form = TextForm(request.POST if request.method == "POST" else None, initial={"text": text})
    if form.is_valid():
        letter.edit(form.cleaned_data["text"], by=by.pk, at=at)
        return redirect("letters:send" if "go" in request.POST else "letters:show", letter.pk)
    status = 422 if form.is_bound else 200
    page = reading.page_of(letter, by, at)
    return respond(request, "letters/show.html", status=status, form=form, text=text, today=today(), **page)


@door("drop a letter", opens=Letter, changes=True)
def drop(request: HttpRequest, letter: Letter) -> HttpResponse:
    """It is not to be sent."""
    letter.drop(by=request.capacity.pk, at=now())
    return done(request, reverse("letters:child", args=[letter.subject_id]))


@door("invite someone at home to tell", opens=Child, changes=True)
def ask(request: HttpRequest, child: Child) -> HttpResponse:
    """A letter that asks how she sees it is drafted, once a day; it goes when its writer has read it through."""
    at, by = now(), request.capacity
    one = next((one for one in Letter.recipients(child, at) if str(one.pk) == request.POST.get("who")), None)
    if one is None:
        raise Http404
    pk = uuid5(one.pk, f"view {by.pk} {today()}")
    return redirect(Letter.draft(child, one, kind=Letter.Kind.VIEW, words={}, by=by, at=at, pk=pk))
