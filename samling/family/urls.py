"""Addresses of the child's facts, the adults around her, and protection."""

from django.urls import path

from . import child_views, protection_views

app_name = "family"

urlpatterns = [
    path("children/<uuid:pk>/people/", child_views.child_people, name="child-people"),
    path("children/<uuid:pk>/numbers/", child_views.numbers, name="child-numbers"),
    path("children/<uuid:pk>/facts/", child_views.facts, name="child-facts"),
    path("children/<uuid:pk>/guardians/new/", child_views.guardian_new, name="guardian-new"),
    path("children/<uuid:pk>/adults/new/", child_views.adult_new, name="adult-new"),
    path("guardians/<uuid:pk>/", child_views.guardian, name="guardian"),
    path("guardians/<uuid:pk>/end/", child_views.guardian_end, name="guardian-end"),
    path("adults/<uuid:pk>/", child_views.adult, name="adult"),
    path("adults/<uuid:pk>/end/", child_views.adult_end, name="adult-end"),
    path("children/<uuid:pk>/protection/", protection_views.protection, name="protection"),
    path("children/<uuid:pk>/protection/end/", protection_views.protection_end, name="protection-end"),
    path("children/<uuid:pk>/protection/readers/", protection_views.reader, name="protection-reader"),
    path("children/<uuid:pk>/protection/readers/<uuid:number>/end/", protection_views.reader_end, name="protection-reader-end"),
    path("outside/", protection_views.off_system, name="off-system"),
]
