"""The site map: one line for each chapter that has pages."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from samling.access import capacity_urls
from samling.family import urls as family
from samling.people import urls as people
from samling.staff import urls as staff

CHAPTERS = ("ui", "access", "journey", "contact", "concern", "checklist", "consent", "sharing", "misplaced",
            "desk")

PEOPLE = [*people.urlpatterns, *capacity_urls.urlpatterns, *family.urlpatterns, *staff.urlpatterns]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samling.people.signin_urls")),
    # Pages about people stand behind doors, so their packages come after `access`; to a reader they are one place.
    path("", include((PEOPLE, "people"))),
    *(path("", include(f"samling.{one}.urls")) for one in CHAPTERS if find_spec(f"samling.{one}.urls")),
]
