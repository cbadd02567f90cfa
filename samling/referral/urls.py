"""Asking the team, the team's triage, and which schools a team meets."""

from django.urls import path

from . import asking_views, served_views, triage_views

app_name = "referral"

urlpatterns = [
    path("children/<uuid:pk>/referrals/new/", asking_views.new, name="new"),
    path("children/<uuid:pk>/not-offered/", asking_views.not_offered, name="not-offered"),
    path("triage/", triage_views.triage, name="triage"),
    path("triage/<uuid:pk>/reception/", triage_views.reception, name="reception"),
    path("referrals/<uuid:pk>/", triage_views.show, name="show"),
    path("referrals/<uuid:pk>/decision/", triage_views.decision, name="decision"),
    path("referrals/decisions/<uuid:pk>/passing/", triage_views.passing, name="passing"),
    path("served-schools/", served_views.served, name="served"),
    path("served-schools/<uuid:number>/end/", served_views.served_end, name="served-end"),
]
