"""Addresses of the directory."""

from django.urls import path

from . import views

app_name = "directory"

urlpatterns = [
    path("directory/", views.directory, name="directory"),
    path("directory/new/", views.entry, name="new"),
    path("directory/<uuid:pk>/", views.entry, name="entry"),
    path("directory/<uuid:number>/check/", views.check, name="check"),
    path("directory/<uuid:number>/end/", views.end, name="end"),
]
