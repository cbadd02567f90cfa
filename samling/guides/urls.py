"""Addresses of the guides."""

from django.urls import path

from . import views

app_name = "guides"

urlpatterns = [
    path("help/", views.front, name="front"),
    path("help/<slug:name>/", views.guide, name="guide"),
]
