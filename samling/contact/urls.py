"""Addresses of *Kontakta inte hemmet*."""

from django.urls import path

from . import views

app_name = "contact"

urlpatterns = [
    path("children/<uuid:pk>/no-contact/", views.no_contact, name="no-contact"),
    path("no-contact/<uuid:pk>/end/", views.end, name="end"),
]
