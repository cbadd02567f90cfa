"""The site map: one line for each chapter that has pages."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

CHAPTERS = ("ui", "people", "access", "journey", "concern", "checklist", "consent", "desk")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"samling.{chapter}.urls")) for chapter in CHAPTERS if find_spec(f"samling.{chapter}.urls")
]
