"""The site map: one line for each chapter that has pages."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from samling.access import capacity_urls
from samling.kernel.story import packages
from samling.people import urls as people


def has_pages(chapter: str) -> bool:
    """Whether a chapter of the story has addresses of its own; those of `people` stand beside signing in."""
    return chapter != "people" and bool(find_spec(f"samling.{chapter}.urls"))


urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samling.people.signin_urls")),
    # The choice of capacity is a page of `access`, but people find it beside the rest of signing in.
    path("", include(([*people.urlpatterns, *capacity_urls.urlpatterns], "people"))),
    # No two chapters share an address (tests/house/test_routes.py): the desk's pages, asked for most, are looked for first.
    *(path("", include(f"samling.{one}.urls")) for one in reversed(packages()) if has_pages(one)),
]

handler500 = "samling.ui.failing.failed"
