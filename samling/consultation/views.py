"""Questions without a name: one door, the thread, and how many there have been."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.concern.models.pupils import known_names
from samling.concern.models.raised import key
from samling.journey.models import Draft
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.respond import respond

from .forms import AnswerForm, QuestionForm
from .models import Consultation, counts, functions, may_ask

PLACE = "consultation"


@door("see questions without a name")
def consultations(request: HttpRequest) -> HttpResponse:
    """What I have asked, and what my unit has been asked."""
    by = request.capacity
    return respond(request, "consultation/list.html", may=may_ask(by), today=today(), asked=Consultation.asked_by(by),
                   received=Consultation.of_unit(by))  # fmt: skip


@door("choose how to ask without a name")
def way(request: HttpRequest) -> HttpResponse:
    """The one door: advice from another house, or a school that should act."""
    insist(may_ask(request.capacity))
    return respond(request, "consultation/way.html")


@door("ask another house without a name", asks=True)
def new(request: HttpRequest) -> HttpResponse:
    """A question about no child in particular."""
    by = request.capacity
    insist(may_ask(by))
    names, places = known_names(by)
    draft = Draft.at_place(PLACE, by=by.pk, at=now())
    begun = {name: said[0] for name, said in draft.typed.items() if said and name != "key"} if draft else {}
    form = QuestionForm(request.POST if request.method == "POST" else None, units=functions(by), names=names,
                        places=places, initial=begun)  # fmt: skip
    if not form.is_valid():
        return respond(request, "consultation/new.html", form=form, place=PLACE, status=422 if form.is_bound else 200)
    asked = Consultation.ask(form.cleaned_data, by=by, at=now(), pk=key(by, form.cleaned_data["key"]))
    Draft.drop(PLACE, by=by.pk)
    messages.success(request, _("Your question is sent. Nobody can tie it to a child."))
    return redirect(asked)


@door("read a question without a name", opens=Consultation, asks=True)
def show(request: HttpRequest, asked: Consultation) -> HttpResponse:
    """The thread, and an answer."""
    by = request.capacity
    names, places = known_names(by)
    form = AnswerForm(request.POST if request.method == "POST" else None, names=names, places=places)
    if form.is_valid():
        asked.say(form.cleaned_data["question"], by=by, at=now(), pk=form.pk(by))
        return redirect(asked)
    return respond(request, "consultation/show.html", asked=asked, thread=asked.thread(), form=form, today=today(),
                   may=asked.may_answer(by), status=422 if form.is_bound else 200, **asked.sides(by))  # fmt: skip


@door("close a question without a name", opens=Consultation, changes=True)
def end(request: HttpRequest, asked: Consultation) -> HttpResponse:
    """Nothing more to ask."""
    asked.close(by=request.capacity, at=now())
    return redirect(asked)


@door("count questions without a name")
def numbers(request: HttpRequest) -> HttpResponse:
    """How many, by term and by the unit that was asked; no words of any of them."""
    return respond(request, "consultation/numbers.html", rows=counts())
