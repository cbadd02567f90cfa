"""Consultation teams, their meetings and items, and referrals to child psychiatry."""

from django.urls import path

from . import forum_views, health_views, item_views, meeting_views

app_name = "forum"

urlpatterns = [
    path("forums/", forum_views.forums, name="forums"),
    path("forums/<uuid:pk>/", forum_views.forum, name="forum"),
    path("forums/<uuid:pk>/places/new/", forum_views.place_new, name="place-new"),
    path("forums/places/<uuid:number>/end/", forum_views.place_end, name="place-end"),
    path("forums/<uuid:pk>/rhythms/new/", forum_views.rhythm_new, name="rhythm-new"),
    path("forums/<uuid:pk>/meetings/new/", forum_views.meeting_new, name="meeting-new"),
    path("forums/meetings/<uuid:pk>/", meeting_views.meeting, name="meeting"),
    path("forums/meetings/<uuid:pk>/guests/new/", meeting_views.guest_new, name="guest-new"),
    path("forums/meetings/<uuid:pk>/end/", meeting_views.end, name="end"),
    path("children/<uuid:pk>/forum/new/", item_views.take_up, name="take-up"),
    path("forums/items/<uuid:pk>/", item_views.item, name="item"),
    path("forums/items/<uuid:pk>/opening/", item_views.opening, name="opening"),
    path("forums/items/<uuid:pk>/drop/", item_views.drop, name="drop"),
    path("forums/items/<uuid:pk>/decisions/new/", item_views.decision_new, name="decision-new"),
    path("forums/decisions/<uuid:pk>/", item_views.decision, name="decision"),
    path("forums/decisions/<uuid:pk>/end/", item_views.decision_end, name="decision-end"),
    path("forums/decisions/<uuid:pk>/telling/", item_views.telling, name="telling"),
    path("children/<uuid:pk>/health-referrals/new/", health_views.new, name="health-new"),
    path("health-referrals/<uuid:pk>/", health_views.show, name="health-referral"),
]
