"""Addresses of *Fel barn*."""

from django.urls import path

from . import views

app_name = "misplaced"

urlpatterns = [
    path("notes/<uuid:pk>/wrong-child/", views.note, name="note"),
    path("concerns/<uuid:pk>/wrong-child/", views.concern, name="concern"),
]
