"""Addresses of the desk."""

from django.urls import path

from . import views

app_name = "desk"

urlpatterns = [
    path("children/", views.children, name="children"),
    path("children/<uuid:pk>/", views.child, name="child"),
    path("children/<uuid:pk>/timeline/", views.timeline, name="timeline"),
    path("calendar/", views.meetings, name="meetings"),
    path("search/", views.search, name="search"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
