"""A nameless concern: read by the one who asked and the one who receives, named only on a ground."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samling.access.door import door
from samling.access.telling import next_question
from samling.access.verdict import Verdict
from samling.kernel.answer import insist
from samling.records.clock import now, today
from samling.ui.respond import respond

from . import rules
from .forms import AnswerForm, NameForm
from .models import NamelessConcern
from .models.lists import due_on
from .models.pupils import pupil
from .rules import Word

PAGE, NAME = "concern/nameless.html", "concern/name.html"


@door("read a nameless concern", opens=NamelessConcern)
def nameless(request: HttpRequest, asked: NamelessConcern) -> HttpResponse:
    """The question, the answer so far, and what can be done."""
    return _page(request, asked, AnswerForm())


@door("answer a nameless concern", opens=NamelessConcern, changes=True)
def answer(request: HttpRequest, asked: NamelessConcern) -> HttpResponse:
    """One word of thanks to the one who asked."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, form, status=422)
    asked.answer(Word(form.cleaned_data["word"]), by=request.capacity, at=now())
    return redirect("concern:nameless", asked.pk)


@door("say who the child is", opens=NamelessConcern, asks=True)
def name(request: HttpRequest, asked: NamelessConcern) -> HttpResponse:
    """May I tell? Question by question; fields for a name only at the end of a yes."""
    by = request.capacity
    insist(asked.may_begin_naming(by))
    told = _answers(request.POST if request.method == "POST" else request.GET)
    found = next_question(told | asked.known(by))
    form = NameForm(request.POST if request.method == "POST" else None)
    if isinstance(found, Verdict) and found and form.is_valid():
        asked.say_name(form.told, found, by=by, at=now(), because=form.cleaned_data["because"])
        return redirect("concern:nameless", asked.pk)
    return respond(request, NAME, asked=asked, form=form, told=told, **_walk(asked, by, found),
                   status=422 if form.is_bound else 200)


@door("open the child of a concern", opens=NamelessConcern, changes=True)
def opening(request: HttpRequest, asked: NamelessConcern) -> HttpResponse:
    """The child is opened in the receiver's own compartment, and the question becomes a concern there."""
    by = request.capacity
    chosen = request.POST.get("pupil", "")
    signal = asked.open_here(by=by, at=now(), roster=pupil(UUID(chosen)) if _is_key(chosen) else None)
    return redirect("concern:show", signal.pk)


def _page(request: HttpRequest, asked: NamelessConcern, form: AnswerForm, status: int = 200) -> HttpResponse:
    by, said = request.capacity, asked.said_name
    return respond(
        request, PAGE, status=status, asked=asked, form=form, name=said, said=asked.answers(),
        namesakes=said.namesakes() if said else [], due=due_on(asked, now(), by), today=today(),
        is_mine=by.pk == asked.written_by_id, raiser=asked.raiser(), signal=asked.signal_here(),
        may_handle=rules.may_handle(by.role),
    )


def _walk(asked: NamelessConcern, by: Any, found: Any) -> dict[str, Any]:
    """The next question or the verdict, in the reader's language."""
    if isinstance(found, Verdict):
        may = asked.may_name(found, by)
        return {"verdict": found, "may": may, "because": _(may.because)}
    choices = [(value, _(label)) for value, label in found.choices]
    return {"question": found, "question_text": _(found.text), "question_help": found.help and _(found.help),
            "choices": choices}


def _answers(sent: QueryDict) -> dict[str, str]:
    return {key: str(sent[key])[:20] for key in rules.ASKED if key in sent}


def _is_key(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
