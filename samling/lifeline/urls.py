"""Addresses of the emergency sheet."""

from django.urls import path

from . import views

app_name = "lifeline"

urlpatterns = [
    path("settings/emergency-sheet/", views.lifeline, name="lifeline"),
    path("settings/emergency-sheet/renewal/", views.renew, name="renew"),
    path("settings/emergency-sheet/paper/", views.paper, name="paper"),
]
