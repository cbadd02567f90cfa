"""A letter goes: what happens, the sending and its undoing; and paper."""

from django.http import HttpRequest, HttpResponse

from samling.access.door import door
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.respond import done, respond

from . import reading
from .forms import HandedForm
from .models import Letter


@door("send a letter", opens=Letter, asks=True)
def send(request: HttpRequest, letter: Letter) -> HttpResponse:
    """What happens, in words, before it does."""
    at, by = now(), request.capacity
    insist(letter.may_go(by, at))
    if request.method == "POST":
        letter.send(by=by, at=at)
        return done(request, letter)
    text = reading.text_of(letter)
    page = reading.page_of(letter, by, at) | reading.going(letter, by, at)
    return respond(request, "letters/send.html", text=text, today=today(), **page)


@door("take a letter back", opens=Letter, changes=True)
def take_back(request: HttpRequest, letter: Letter) -> HttpResponse:
    """It does not go after all."""
    letter.take_back(by=request.capacity.pk, at=now())
    return done(request, letter)


@door("print a letter", opens=Letter)
def paper(request: HttpRequest, letter: Letter) -> HttpResponse:
    """The letter on one sheet of paper."""
    insist(letter.may_hand_over("printed", now()))
    text = reading.text_of(letter)
    return respond(request, "letters/paper.html", letter=letter, text=text, today=today(), **reading.head_of(letter))


@door("hand a letter over", opens=Letter, asks=True)
def handed(request: HttpRequest, letter: Letter) -> HttpResponse:
    """How it came into the guardian's hand."""
    at, by = now(), request.capacity
    page = reading.page_of(letter, by, at)
    form = HandedForm(request.POST if request.method == "POST" else None, ways=page["ways"])
    if form.is_valid():
        letter.hand_over(form.cleaned_data["how"], by=by.pk, at=at)
        return done(request, letter)
    insist(letter.may_hand_over("read", at))
    status = 422 if form.is_bound else 200
    return respond(request, "letters/handed.html", status=status, form=form, today=today(), **page)
