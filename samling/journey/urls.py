"""Addresses of the journey."""

from django.urls import path

from . import party_views

app_name = "journey"

urlpatterns = [
    path("children/<uuid:pk>/parties/", party_views.invite, name="invite"),
    path("parties/<uuid:pk>/end/", party_views.end, name="party-end"),
    path("invitations/", party_views.invitations, name="invitations"),
    path("invitations/<uuid:pk>/acceptance/", party_views.accept, name="accept"),
]
