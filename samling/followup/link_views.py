"""The page behind a one-time link: one sheet of questions, answered or skipped, without an account."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from samling.promises.models.texts import text_of
from samling.ui.asking import sent
from samling.ui.public import public
from samling.ui.respond import respond

from . import rules
from .forms import AnswerForm, state_of
from .models import answer_by, asked_by
from .page import minutes

QUIET = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
TRIES, WINDOW = 30, 600  # wrong links from one address in so many seconds


@public
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, secret: str) -> HttpResponse:
    """Only this sheet. It is answered by a press, never by opening it."""
    shown = None if _is_stopped(request) else asked_by(secret)
    if shown is None:
        return _closed(request)
    helps = {key: text_of(shown.promises[str(key)], rules.LEVELS[shown.sheet.voice]) for key in shown.sheet.helps}
    form = AnswerForm(sent(request), sheet=shown.sheet, helps=helps)
    if form.is_valid():
        state = state_of(request.POST)
        if answer_by(secret, state, form.answers):
            return _quiet(request, "followup/asked.html", answered=state)
    return _quiet(request, "followup/asked.html", form=form, shown=shown, takes=minutes(shown.sheet.seconds),
                  status=422 if form.is_bound else 200)  # fmt: skip


def _closed(request: HttpRequest) -> HttpResponse:
    """The same answer to what never was, has been used and has run out; wrong ones are counted."""
    name = _counter(request)
    if not cache.add(name, 1, WINDOW):
        cache.set(name, int(cache.get(name) or 0) + 1, WINDOW)
    return _quiet(request, "followup/asked.html", closed=True, status=410)


def _is_stopped(request: HttpRequest) -> bool:
    return int(cache.get(_counter(request)) or 0) >= TRIES


def _counter(request: HttpRequest) -> str:
    return f"ask-link:{request.META.get('REMOTE_ADDR', '')}"


def _quiet(request: HttpRequest, template: str, **told: Any) -> HttpResponse:
    """Nothing keeps it, finds it or carries its address on."""
    answer = respond(request, template, **told)
    for name, value in QUIET.items():
        answer.headers[name] = value
    return answer
