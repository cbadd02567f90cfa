"""A team: its rhythm, its places, a meeting called by hand, and who is at its table."""

from django.urls import path

from . import views

app_name = "team"

urlpatterns = [
    path("meetings/teams/new/", views.team_new, name="team-new"),
    path("meetings/teams/<uuid:pk>/", views.team, name="team"),
    path("meetings/teams/<uuid:pk>/rhythms/new/", views.rhythm_new, name="rhythm-new"),
    path("meetings/teams/<uuid:pk>/members/new/", views.member_new, name="member-new"),
    path("meetings/teams/<uuid:pk>/new/", views.meeting_new, name="meeting-new"),
    path("meetings/members/<uuid:pk>/end/", views.member_end, name="member-end"),
    path("meetings/<uuid:pk>/table/", views.table, name="table"),
    path("meetings/<uuid:pk>/room/", views.room, name="room"),
    path("meetings/<uuid:pk>/guests/new/", views.guest_new, name="guest-new"),
    path("meetings/guests/<uuid:pk>/end/", views.guest_end, name="guest-end"),
]
