"""The house's own addresses: how it looks, and the choices of the reader."""

from django.urls import path

from samling.ui import views

app_name = "ui"
urlpatterns = [
    path("patterns/", views.patterns, name="patterns"),
    path("theme/", views.theme, name="theme"),
    path("keys/", views.keys, name="keys"),
    path("language/", views.language, name="language"),
]
