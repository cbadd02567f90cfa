"""Joint meetings: called, prepared around a table, held, and told of."""

from django.urls import path

from . import hour_views, promise_views, table_views, views

app_name = "gathering"

urlpatterns = [
    path("children/<uuid:pk>/joint-meetings/", views.meetings, name="meetings"),
    path("children/<uuid:pk>/joint-meetings/new/", views.new, name="new"),
    path("joint-meetings/<uuid:pk>/", views.meeting, name="meeting"),
    path("joint-meetings/<uuid:pk>/time/", views.move, name="move"),
    path("joint-meetings/<uuid:pk>/ending/", views.call_off, name="call-off"),
    path("joint-meetings/<uuid:pk>/letters/", views.letters, name="letters"),
    path("joint-meetings/<uuid:pk>/calendar/", views.calendar, name="calendar"),
    path("joint-meetings/<uuid:pk>/paper/", views.paper, name="paper"),
    path("joint-meetings/<uuid:pk>/invited/new/", table_views.invite, name="invite"),
    path("joint-meetings/<uuid:pk>/childs-way/", table_views.way, name="way"),
    path("joint-meetings/<uuid:pk>/interpreter/", table_views.booking, name="interpreter"),
    path("joint-meetings/<uuid:pk>/hour/", hour_views.hour, name="hour"),
    path("joint-meetings/<uuid:pk>/points/", hour_views.point_new, name="point-new"),
    path("joint-meetings/<uuid:pk>/read-back/", promise_views.read_back, name="read-back"),
    path("joint-meetings/<uuid:pk>/promises/", promise_views.promise_new, name="promise-new"),
    path("joint-meetings/<uuid:pk>/not-offered/", promise_views.lack, name="lack"),
    path("joint-meetings/promises/<uuid:pk>/answer/", promise_views.promise_answer, name="promise-answer"),
    path("joint-meetings/<uuid:pk>/held/", hour_views.held, name="held"),
    path("joint-meetings/invited/<uuid:pk>/answer/", table_views.answer, name="answer"),
    path("joint-meetings/invited/<uuid:pk>/end/", table_views.take_away, name="take-away"),
    path("joint-meetings/ways/<uuid:pk>/telling/", table_views.told, name="told"),
    path("joint-meetings/bookings/<uuid:pk>/steps/", table_views.booking_step, name="booking-step"),
    path("joint-meetings/points/<uuid:pk>/done/", hour_views.point_done, name="point-done"),
    path("joint-meetings/points/<uuid:pk>/end/", hour_views.point_away, name="point-away"),
]
