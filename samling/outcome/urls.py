"""Addresses of the wheel and the measurements."""

from django.urls import path

from . import paper_views, total_views, views

app_name = "outcome"

urlpatterns = [
    path("followup/<uuid:pk>/total/", total_views.total, name="total"),
    path("children/<uuid:pk>/wheel/", views.of_child, name="child"),
    path("children/<uuid:pk>/wheel/new/", views.new, name="new"),
    path("children/<uuid:pk>/wheel/meeting-paper/", paper_views.meeting, name="meeting-paper"),
    path("children/<uuid:pk>/wheel/child-paper/", paper_views.child, name="child-paper"),
    path("wheels/<uuid:pk>/", views.show, name="wheel"),
    path("wheels/<uuid:pk>/table/", views.put, name="put"),
    path("wheels/<uuid:pk>/undoing/", views.undo, name="undo"),
    path("wheels/<uuid:pk>/taking-back/", views.take_back, name="back"),
]
