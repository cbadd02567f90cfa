"""What every page knows: where one can go, in whose shoes one stands, which theme and language."""

from functools import cache, partial
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext, gettext_noop

THEME_COOKIE = "samling_theme"
KEYS_COOKIE = "samling_keys"
THEMES = (
    ("", gettext_noop("As the device")),
    ("light", gettext_noop("Light")),
    ("dark", gettext_noop("Dark")),
)
DENSITIES = ("work", "family", "meeting")

# Name (msgid), route, glyph. A place whose route does not exist is left out. Never more than five.
STAFF_PLACES = (
    (gettext_noop("Today"), "day:today", "house"),
    (gettext_noop("Children"), "desk:children", "users"),
    (gettext_noop("Meetings"), "desk:meetings", "calendar"),
    (gettext_noop("Follow-up"), "desk:follow-up", "scale"),
)
FAMILY_PLACES = (
    (gettext_noop("Home page"), "desk:family", "house"),
    (gettext_noop("The plan"), "desk:family-plan", "list-checks"),
    (gettext_noop("Write"), "desk:family-write", "message-circle"),
    (gettext_noop("Yes and no"), "consent:family", "handshake"),
)

SHEETS = tuple(
    f"ui/css/{name}.css"
    for name in ("tokens", "base", "layout", "actions", "fields", "people", "panels", "flow", "charts", "print")
)
MODULES = tuple(
    f"ui/js/{name}.js" for name in ("s-draft", "s-send", "s-lock", "s-sure", "s-exit", "s-keys", "s-map", "s-trouble")
)


class Place(NamedTuple):
    """A word in the navigation."""

    name: str
    url: str
    glyph: str
    here: bool

    @property
    def key(self) -> str:
        """The shortcut to go there: g and the first letter of the word."""
        return f"g {self.name[:1].lower()}"


def page(request: HttpRequest) -> dict:
    """The variables that ui/root.html and its heirs need."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "nav": _places(request, getattr(settings, "STAFF_PLACES", STAFF_PLACES)),
        "family_nav": _places(request, getattr(settings, "FAMILY_PLACES", FAMILY_PLACES)),
        "capacity": getattr(request, "capacity", None),
        "density": "work",
        "theme": theme if theme in dict(THEMES) else "",
        "themes": [(code, gettext(name)) for code, name in THEMES],
        "keys": request.COOKIES.get(KEYS_COOKIE) != "off",
        "language": get_language(),
        "languages": settings.LANGUAGES,
        "here": request.get_full_path(),
        "is_demo": getattr(settings, "DEMO", False),
        "idle_seconds": partial(_seconds_left, request),
        "stylesheets": SHEETS,
        "modules": MODULES,
        **addresses(),
    }


ROUTES = {
    "way_out_url": "concern:way-out",
    "search_url": "desk:search",
    "switch_url": "people:capacity",
    "sign_in_url": "account_login",
    "sign_out_url": "account_logout",
    "leave_url": "people:leave",
    "alive_url": "people:alive",
    "help_url": "guides:front",
    "accessibility_url": "desk:accessibility",
    "theme_url": "ui:theme",
    "language_url": "ui:language",
    "keys_url": "ui:keys",
}


@cache
def addresses() -> dict[str, str]:
    """The addresses that base pages link to; empty for a route that this installation does not have."""
    return {key: address(route) for key, route in ROUTES.items()}


@cache
def address(route: str) -> str:
    """The path of a route without arguments, or an empty text."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def _seconds_left(request: HttpRequest) -> int:
    """How long the session lasts if nothing happens; 0 when no one is signed in."""
    left = getattr(getattr(request, "session", None), "seconds_left", None)
    return left() if left and getattr(request, "capacity", None) else 0


def _places(request: HttpRequest, places) -> list[Place]:
    found = [(gettext(name), address(route), glyph) for name, route, glyph in places]
    longest = max((url for _, url, _ in found if url and _is_within(request.path, url)), key=len, default="")
    return [Place(name, url, glyph, url == longest) for name, url, glyph in found if url]


def _is_within(path: str, url: str) -> bool:
    """A page under a place; the first page holds nothing but itself."""
    return path == url or (url != "/" and path.startswith(url))
