"""The site map: one line for each chapter that has pages."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from samling.access import capacity_urls
from samling.people import urls as people

CHAPTERS = ("ui", "access", "work", "staff", "journey", "family", "contact", "letters", "concern", "checklist", "consent",
            "sharing", "misplaced", "attendance", "intake", "adaptations", "team", "agenda", "breakglass",
            "referral", "welcome", "views", "plan", "promises", "gathering", "papers", "support", "circle", "relay", "forum",
            "consultation", "directory", "office", "founding", "review", "lifeline", "clocks",
            "desk")


def has_pages(chapter: str) -> bool:
    """Whether a chapter of the story is built, and has addresses."""
    return bool(find_spec(f"samling.{chapter}") and find_spec(f"samling.{chapter}.urls"))


urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samling.people.signin_urls")),
    # The choice of capacity is a page of `access`, but people find it beside the rest of signing in.
    path("", include(([*people.urlpatterns, *capacity_urls.urlpatterns], "people"))),
    *(path("", include(f"samling.{one}.urls")) for one in CHAPTERS if has_pages(one)),
]

handler500 = "samling.ui.failing.failed"
