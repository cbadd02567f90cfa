"""The page behind a one-time link: one line, yes or no, without an account."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from samling.ui.public import public
from samling.ui.respond import respond

from .forms import LinkAnswerForm
from .models.texts import text_of
from .models.words import answer_by, asked_by
from .reference import RHYTHMS

QUIET = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
TRIES, WINDOW = 30, 600  # wrong links from one address in so many seconds


@public
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, secret: str) -> HttpResponse:
    """Only this line. It is answered by a press, never by opening it."""
    line = None if _is_stopped(request) else asked_by(secret)
    if line is None:
        return _closed(request)
    form = LinkAnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and answer_by(secret, yes=form.cleaned_data["answer"] == "yes"):
        return _quiet(respond(request, "promises/asked.html", answered=form.cleaned_data["answer"]))
    return _quiet(respond(request, "promises/asked.html", form=form, line=line, text=text_of(line.said, "home"),
                          who=line.said.get("who", ""), rhythm=RHYTHMS[line.rhythm], status=422 if form.is_bound else 200))  # fmt: skip


def _closed(request: HttpRequest) -> HttpResponse:
    """The same answer to what never was, has been used and has run out; wrong ones are counted."""
    name = _counter(request)
    if not cache.add(name, 1, WINDOW):
        cache.set(name, int(cache.get(name) or 0) + 1, WINDOW)
    return _quiet(respond(request, "promises/asked.html", closed=True, status=410))


def _is_stopped(request: HttpRequest) -> bool:
    return int(cache.get(_counter(request)) or 0) >= TRIES


def _counter(request: HttpRequest) -> str:
    return f"promise-link:{request.META.get('REMOTE_ADDR', '')}"


def _quiet(answer: HttpResponse) -> HttpResponse:
    """Nothing keeps it, finds it or carries its address on."""
    for name, value in QUIET.items():
        answer.headers[name] = value
    return answer
