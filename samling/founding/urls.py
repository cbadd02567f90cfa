"""Addresses of *Kom i gång*."""

from django.urls import path

from . import import_views, views

app_name = "founding"

urlpatterns = [
    path("settings/beginning/", views.beginning, name="beginning"),
    path("settings/beginning/<slug:name>/", views.step, name="step"),
    path("settings/reports/", views.reports, name="reports"),
    path("settings/letters/", views.test_letter, name="test-letter"),
    path("settings/imports/units/", import_views.units, name="import-units"),
    path("settings/imports/staff/", import_views.staff, name="import-staff"),
    path("settings/imports/pupils/", import_views.pupils, name="import-pupils"),
]
