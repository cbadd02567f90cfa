"""Meetings: every one, one of them, one item, one decision."""

from django.urls import path

from . import item_views, meeting_views

app_name = "agenda"

urlpatterns = [
    path("meetings/", meeting_views.meetings, name="meetings"),
    path("meetings/<uuid:pk>/", meeting_views.meeting, name="meeting"),
    path("meetings/<uuid:pk>/end/", meeting_views.end, name="end"),
    path("meetings/<uuid:pk>/paper/", meeting_views.paper, name="paper"),
    path("children/<uuid:pk>/meeting-items/new/", item_views.take_up, name="take-up"),
    path("meetings/items/<uuid:pk>/", item_views.item, name="item"),
    path("meetings/items/<uuid:pk>/decisions/new/", item_views.decision_new, name="decision-new"),
    path("meetings/items/<uuid:pk>/postponement/", item_views.postponement, name="postponement"),
    path("meetings/decisions/<uuid:pk>/", item_views.decision, name="decision"),
    path("meetings/decisions/<uuid:pk>/end/", item_views.decision_end, name="decision-end"),
    path("meetings/decisions/<uuid:pk>/telling/", item_views.telling, name="telling"),
]
