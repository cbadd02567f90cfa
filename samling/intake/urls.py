"""Attendance from a file: choose it, say what its columns hold, and follow it to its receipt."""

from django.urls import path

from . import views

app_name = "intake"

urlpatterns = [
    path("attendance/files/new/", views.new, name="new"),
    path("attendance/files/columns/", views.columns, name="columns"),
    path("attendance/files/<uuid:pk>/", views.file, name="file"),
    path("attendance/files/<uuid:pk>/application/", views.application, name="application"),
    path("attendance/files/<uuid:pk>/cancellation/", views.cancellation, name="cancellation"),
]
