"""*Avslut*: begun, prepared one thing at a time, closed with a net underneath, and opened again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samling.access.door import door, open_walls, opened
from samling.journey.models import journey_of
from samling.letters.models import Letter
from samling.people.models import Child
from samling.promises.models import Promise, PromiseWord
from samling.promises.rules import How, Word
from samling.records.clock import now, today
from samling.ui.asking import sent, status
from samling.ui.respond import respond

from . import laying, rules
from .forms import AboutForm, BeginForm, ChoiceForm, ContactForm, ReopenForm
from .models import Closing
from .models.closings import TEXTS, reopen
from .models.keeping import give, keep, promise_of


@door("begin to close", opens=Child, asks=True)
def begin(request: HttpRequest, child: Child) -> HttpResponse:
    """Why. A family that ends needs to give no reason, and nothing more is asked of it."""
    journey = journey_of(child.pk)
    found = Closing.of(journey) if journey else None
    if found and request.method != "POST":
        return redirect(found)
    form = BeginForm(sent(request))
    if form.is_valid():
        by = request.capacity
        return redirect(Closing.begin(child, form.cleaned_data["reason"], by=by, at=now(), pk=form.pk(by)))
    return respond(request, "closing/begin.html", form=form, child=child, status=status(form))


@door("read a closing", opens=Closing)
def closing(request: HttpRequest, closing: Closing) -> HttpResponse:
    """What hangs, what stays and who holds it, whom the family can turn to, and the way back."""
    return respond(request, "closing/closing.html", **laying.page_of(closing, request.capacity, today()),
                   **laying.went(closing))  # fmt: skip


@door("write about a closing", opens=Closing, asks=True)
def about(request: HttpRequest, closing: Closing) -> HttpResponse:
    """Why, whether everyone was asked, and everyone's words."""
    first = {"reason": closing.reason, "asked": closing.asked} | {name: getattr(closing.body, name) for name in TEXTS}
    form = AboutForm(sent(request), initial=first, is_answered=closing.is_answered)
    if form.is_valid():
        closing.tell_about(form.cleaned_data, by=request.capacity, at=now())
        return redirect(closing)
    return respond(request, "closing/about.html", form=form, closing=closing, child=closing.child, status=status(form),
                   readers=closing.readers)  # fmt: skip


@door("choose what becomes of a promise", opens=Closing, asks=True)
def promise(request: HttpRequest, closing: Closing) -> HttpResponse:
    """It is ended with a word, given to someone who accepts, or kept with the one who holds it."""
    found = promise_of(closing, request.GET.get("which", ""))
    if found is None:
        raise Http404
    open_walls(found, "choose what becomes of a promise")
    form = ChoiceForm(sent(request), **laying.choosing(found))
    if form.is_valid():
        _choose(closing, found, form, request)
        return redirect(f"{closing.get_absolute_url()}#promises")
    one = next((one for one in laying.owed_of(closing) if one.line.promise.pk == found.pk), None)
    if one is None:
        raise Http404
    return respond(request, "closing/promise.html", form=form, closing=closing, child=closing.child, owed=one, status=status(form),
                   readers=closing.readers)  # fmt: skip


def _choose(closing: Closing, found: Promise, form: ChoiceForm, request: HttpRequest) -> None:
    by, at, said = request.capacity, now(), form.cleaned_data
    if said["becomes"] == "keep":
        keep(closing, found, by=by, at=at, pk=form.pk(by))
    elif said["becomes"] == "give":
        give(closing, found, said["to"])
    else:
        how = How.SELF if found.is_mine else How.SPOKEN
        told = {"word": Word(said["becomes"]), "how": how, "heard_on": today(), "text": said["text"]}
        PromiseWord.say(found, told, by=by, at=at, pk=form.pk(by))


@door("say whom the family can turn to afterwards", opens=Closing, asks=True)
def contact(request: HttpRequest, closing: Closing) -> HttpResponse:
    """Somebody is asked and says yes herself; or the family wants nobody."""
    if request.method == "POST" and "nobody" in request.POST:
        closing.ask(None, by=request.capacity, at=now())
        return redirect(closing)
    form = ContactForm(sent(request), people=laying.contacts(closing))
    if form.is_valid():
        closing.ask(form.cleaned_data["contact"], by=request.capacity, at=now())
        return redirect(closing)
    return respond(request, "closing/contact.html", form=form, closing=closing, child=closing.child, status=status(form))


@door("answer about being there afterwards", opens=Closing, changes=True)
def answer(request: HttpRequest, closing: Closing) -> HttpResponse:
    """The one who was asked says yes or no."""
    yes = request.POST.get("yes") == "yes"
    closing.answer(yes=yes, by=request.capacity, at=now())
    if yes and closing.child:
        laying.name_contact(closing.child, closing, by=request.capacity, at=now())
    return redirect(closing)


@door("close with a net underneath", opens=Closing, asks=True)
def close(request: HttpRequest, closing: Closing) -> HttpResponse:
    """What happens when the matter is closed, in words; then it is closed."""
    child = closing.child
    if request.method == "POST":
        closing.close(by=request.capacity, at=now())
        messages.success(request, _("It is closed, with a net underneath."))
        here = opened(request, Closing).filter(pk=closing.pk).exists()
        return redirect(closing if here or child is None else reverse("desk:child", args=[child.pk]))
    return respond(request, "closing/close.html", **laying.page_of(closing, request.capacity, today()))


@door("call off a closing", opens=Closing, changes=True)
def call_off(request: HttpRequest, closing: Closing) -> HttpResponse:
    """It is not closed after all."""
    closing.call_off(by=request.capacity, at=now())
    return redirect("desk:child", closing.child.pk) if closing.child else redirect("day:today")


@door("write home about a closing", opens=Closing, changes=True)
def letters(request: HttpRequest, closing: Closing) -> HttpResponse:
    """A letter to each guardian who may be written to, with the way back and without secrets."""
    child, by, at = closing.child, request.capacity, now()
    if child is None:
        raise Http404
    words = {"what": laying.way_back_words(closing)}
    made = [
        Letter.draft(child, one, kind="closing", words=words, by=by, at=at, pk=laying.letter_key(closing, one))
        for one in Letter.recipients(child, at) if Letter.may_draft(child, one, "closing", at)
    ]  # fmt: skip
    messages.success(request, _("A letter to the home is begun. Read it and let it go.") if made else _("Nobody can be written to here."))
    return redirect("desk:child", child.pk)


@door("open a closed matter again", opens=Child, asks=True)
def again(request: HttpRequest, child: Child) -> HttpResponse:
    """The way back: by the family's word or a colleague's, without a new referral."""
    journey = journey_of(child.pk)
    found = Closing.of(journey) if journey else None
    form = ReopenForm(sent(request))
    if form.is_valid():
        reopen(child, form.cleaned_data["how"])
        messages.success(request, _("It is open again. Everything that was written is there."))
        return redirect("desk:child", child.pk)
    may = found.may_go_back(today()) if found else rules.may_go_back(closed=False, back_until_on=None, today=today())
    return respond(request, "closing/again.html", form=form, child=child, closing=found, status=status(form), today=today(),
                   may_back=may)  # fmt: skip
