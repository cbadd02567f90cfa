"""Addresses of *I dag*."""

from django.urls import path

from . import views

app_name = "day"

urlpatterns = [
    path("", views.today, name="today"),
    path("notices/<uuid:pk>/done/", views.done, name="done"),
    path("notices/<uuid:pk>/again/", views.again, name="again"),
]
