"""Addresses of *Fel barn*."""

from django.urls import path

from . import views

app_name = "misplaced"

urlpatterns = [
    path("notes/<uuid:pk>/wrong-child/", views.note, name="note"),
    path("children/<uuid:pk>/wrong-child/", views.child, name="child"),
    path("wrong-child/<uuid:number>/", views.which, name="which"),
    path("wrong-child/<slug:kind>/<uuid:number>/", views.record, name="record"),
    path("concerns/<uuid:pk>/wrong-child/", views.concern, name="concern"),
]
