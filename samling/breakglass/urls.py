"""Addresses of *Nödöppning*."""

from django.urls import path

from . import views

app_name = "breakglass"

urlpatterns = [
    path("emergency/", views.begin, name="begin"),
    path("emergency/pupils/<uuid:number>/", views.pupil_opening, name="pupil"),
    path("emergency/<uuid:number>/", views.show, name="show"),
]
