"""Addresses of hand-over, and of what whoever leads a unit sees."""

from django.urls import path

from . import unit_views, views

app_name = "relay"

urlpatterns = [
    path("handovers/", views.handovers, name="handovers"),
    path("staff/capacities/<uuid:number>/handovers/", views.of_colleague, name="of-colleague"),
    path("children/<uuid:pk>/handover/", views.handover_new, name="handover-new"),
    path("handovers/<uuid:pk>/", views.handover, name="handover"),
    path("handovers/<uuid:pk>/answer/", views.answer, name="answer"),
    path("staff/workload/", unit_views.workload, name="workload"),
    path("staff/rehearsal/", unit_views.rehearsal, name="rehearsal"),
]
