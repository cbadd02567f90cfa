"""Addresses of the journey."""

from django.urls import path

from . import party_views, views

app_name = "journey"

urlpatterns = [
    path("children/<uuid:pk>/notes/new/", views.new_note, name="new-note"),
    path("notes/<uuid:pk>/", views.note, name="note"),
    path("notes/<uuid:pk>/correction/", views.correction, name="correction"),
    path("notes/<uuid:pk>/taking-back/", views.taking_back, name="taking-back"),
    path("drafts/<slug:place>/", views.draft, name="draft"),
    path("drafts/<slug:place>/end/", views.draft_end, name="draft-end"),
    path("children/<uuid:pk>/parties/", party_views.invite, name="invite"),
    path("parties/<uuid:pk>/end/", party_views.end, name="party-end"),
    path("invitations/", party_views.invitations, name="invitations"),
    path("invitations/<uuid:pk>/acceptance/", party_views.accept, name="accept"),
]
