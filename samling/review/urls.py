"""Addresses of the review."""

from django.urls import path

from . import views

app_name = "review"

urlpatterns = [
    path("settings/log/", views.log, name="log"),
    path("settings/dpia/", views.dpia, name="dpia"),
    path("settings/dpia.pdf", views.dpia_paper, name="dpia-paper"),
]
