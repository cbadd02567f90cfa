"""The reader's choices of theme and language, and the pattern page."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from samling.ui import samples
from samling.ui.context import DENSITIES, KEYS_COOKIE, THEME_COOKIE, THEMES
from samling.ui.parts import SHAPES
from samling.ui.public import public
from samling.ui.respond import respond

YEAR = 365 * 24 * 60 * 60  # seconds


@public
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Remember light, dark or as the device; an unknown value forgets the choice."""
    chosen = request.POST.get("theme", "")
    return _remember(request, THEME_COOKIE, chosen if chosen in dict(THEMES) else "")


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the reader's language; an unknown value forgets the choice."""
    chosen = request.POST.get("language", "")
    known = chosen if chosen in dict(settings.LANGUAGES) else ""
    return _remember(request, settings.LANGUAGE_COOKIE_NAME, known)


@public
@require_POST
def keys(request: HttpRequest) -> HttpResponse:
    """Turn the single-key shortcuts off or on again (WCAG 2.1.4)."""
    return _remember(request, KEYS_COOKIE, "off" if request.POST.get("keys") == "off" else "")


def _remember(request: HttpRequest, cookie: str, value: str) -> HttpResponse:
    answer = redirect(_back(request))
    if not value:
        answer.delete_cookie(cookie, samesite="Lax")
        return answer
    answer.set_cookie(cookie, value, max_age=YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    return answer


def _back(request: HttpRequest) -> str:
    """The local path the reader came from; never another site."""
    wanted = request.POST.get("back", "")
    is_local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_local else "/"


@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    """Every part of the house on one page: ?density=, ?lang=, ?theme=, ?wrong=1 for a form with errors."""
    asked = request.GET
    density = asked.get("density") if asked.get("density") in DENSITIES else "work"
    form = samples.SampleForm({"tried": "Kortare uppgifter"} if asked.get("wrong") else None)
    with translation.override(asked.get("lang") or translation.get_language()):
        return respond(request, "ui/patterns.html", form=form, density=density, **_sample_context(asked))


# For whoever is signed in. The door stands in a later chapter; these are the marks it leaves.
vars(patterns).update(errand="see the parts of the house", opens=None, methods=("GET", "HEAD"))


def _sample_context(asked) -> dict:
    family = asked.get("density") == "family"
    theme = {"theme": asked["theme"]} if asked.get("theme") in dict(THEMES) else {}
    return theme | {
        "base": "ui/family.html" if family else "ui/page.html",
        "densities": DENSITIES, "tongues": ("sv", "en", "ar"), "kinds": SHAPES,
        "today": samples.TODAY, "late": samples.TODAY - timedelta(days=2), "saved": samples.MORNING,
        "meeting": samples.MORNING + timedelta(days=1, hours=3, minutes=19), "said": samples.ENTRIES[2].at,
        "steps": samples.STEPS, "tasks": samples.TASKS, "entries": samples.ENTRIES,
        "people": samples.PEOPLE, "attendance": samples.ATTENDANCE,
    }  # fmt: skip
