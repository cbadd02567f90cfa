"""Promises: made, changed, answered by their makers or noted as heard, and asked by a link."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.journey.models import Draft
from samling.plan.models import Plan, Wording
from samling.plan.models.plans import people
from samling.records.clock import now, today
from samling.ui.asked import uuid
from samling.ui.asking import both, came_from, sent, status
from samling.ui.respond import respond

from . import desk, lines
from .forms import RewordForm, WordForm
from .models import Promise, PromiseWord
from .models.asking import ask as ask_how
from .models.asking import asking
from .models.words import ask_another, take_over
from .models.words import link as make_link
from .rules import AFTER, How, Word


@door("read the plan", opens=Plan)
def show(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Who does what when; read as staff, as a guardian or as the child (?as=)."""
    return respond(request, "promises/plan.html", **desk.page_of(request, plan))


@door("ask for a promise", opens=Plan, asks=True)
def new(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Who – does what – how often – until when."""
    plan.insist_writes()
    form, back = desk.promise_form(request, plan), came_from(request)
    if form.is_valid():
        made = Promise.make(plan, lines.told(form), by=request.capacity, at=now(), pk=form.pk(request.capacity))
        Draft.drop(desk.place_of(plan), by=request.capacity.pk)
        return redirect(back or made)
    return respond(request, "promises/promise-new.html", form=form, plan=plan, child=plan.child, place=desk.place_of(plan), back=back,
                   readers=plan.readers, status=status(form))  # fmt: skip


@door("read a promise", opens=Promise)
def promise(request: HttpRequest, promise: Promise) -> HttpResponse:
    """The line in three levels, everything that was said of it, and what one can do."""
    asks = asking([promise], promise.plan, by=request.capacity.pk, at=now()).get(promise.pk)
    return respond(request, "promises/promise.html", asking=asks, **lines.promise_page(promise))


@door("change a promise", opens=Promise, asks=True)
def reword(request: HttpRequest, promise: Promise) -> HttpResponse:
    """Other words or days; two who write at once see both texts."""
    promise.plan.insist_writes()
    stands = Wording.latest(promise.pk)
    form = RewordForm(sent(request), initial=desk.what_of(stands, promise), called=promise.plan.called)
    context = {"promise": promise, "plan": promise.plan, "child": promise.plan.child, "readers": promise.plan.readers}
    if form.is_valid():
        told = form.cleaned_data
        if promise.reword(told, seen=told["seen"], by=request.capacity, at=now()):
            return redirect(promise)
        return both(request, "promises/reword.html", form, stands, today=today(), **context)
    return respond(request, "promises/reword.html", form=form, status=status(form), **context)


@door("note what was said of a promise", opens=Promise, asks=True)
def word(request: HttpRequest, promise: Promise) -> HttpResponse:
    """A yes, a no or how it goes: in person, or who heard it, how and when."""
    promise.plan.insist_writes()
    form = WordForm(sent(request), sayable=lines.sayable(promise), is_maker=promise.is_mine, today=today())
    if form.is_valid():
        PromiseWord.say(promise, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(promise)
    return respond(request, "promises/word.html", form=form, status=status(form), **lines.promise_page(promise))


@door("answer for one's own promise", opens=Promise, changes=True)
def answer(request: HttpRequest, promise: Promise) -> HttpResponse:
    """One tap, from *I dag*: yes, no, going on, done, no time."""
    said, on = request.POST.get("word", ""), today()
    if (said in set(Word) and AFTER[Word(said)] is not promise.state) or (said == Word.GOING and promise.heard_on < on):
        told = {"word": said, "how": How.SELF, "heard_on": on, "text": ""}
        PromiseWord.say(promise, told, by=request.capacity, at=now(), pk=uuid4())
        messages.success(request, _("Thank you. The others see it in the plan."))
    return redirect("day:today" if request.POST.get("from") == "today" else promise)


@door("ask how a promise is going", opens=Promise, changes=True)
def ask(request: HttpRequest, promise: Promise) -> HttpResponse:
    """One tap; whoever holds it finds the question on *I dag*, and whoever asked sees when it is answered."""
    holder = ask_how(promise, by=request.capacity, at=now())
    messages.success(request, _("%(who)s finds the question on Today.") % {"who": holder.person})
    return redirect(came_from(request) or promise.plan)


@door("take over a promise", opens=Promise, changes=True)
def take(request: HttpRequest, promise: Promise) -> HttpResponse:
    """Its maker is gone: the one who is asked takes it over in her own name, or lets it go."""
    take_over(promise, yes=request.POST.get("yes") == "yes", by=request.capacity, at=now())
    messages.success(request, _("Thank you. The others see it in the plan."))
    return redirect("day:today" if request.POST.get("from") == "today" else promise)


@door("ask another to take over a promise", opens=Promise, changes=True)
def another(request: HttpRequest, promise: Promise) -> HttpResponse:
    """Whoever coordinates asks somebody else at the table; it is hers when she has said yes."""
    whom = people(promise.subject_id).get(uuid(request.POST.get("whom")))  # type: ignore[arg-type]
    if whom is None:
        messages.warning(request, _("Choose whom you ask."))
        return redirect(promise)
    ask_another(promise, whom, by=request.capacity, at=now())
    messages.success(request, _("%(who)s finds the question on Today.") % {"who": whom.person})
    return redirect(promise)


@door("make a link for a promise", opens=Promise, asks=True)
def link(request: HttpRequest, promise: Promise) -> HttpResponse:
    """A link that shows only this line, works once and for two weeks; it is shown once, to be handed over."""
    promise.plan.insist_writes()
    address = ""
    if request.method == "POST":
        address = request.build_absolute_uri(reverse("promises:asked", args=[make_link(promise)]))
        promise.plan.tell("link made for a promise", by=request.capacity, at=now(), record=promise.pk)
    return respond(request, "promises/link.html", address=address, **lines.promise_page(promise))
