"""Concerns: the way in, the list, the answers; and the way out to a concern report."""

from django.urls import path

from . import nameless_views, raise_views, receive_views, way_out_views

app_name = "concern"

urlpatterns = [
    path("concerns/", receive_views.inbox, name="inbox"),
    path("concerns/new/", raise_views.new, name="new"),
    path("concerns/new/nameless/", raise_views.new_nameless, name="new-nameless"),
    path("concerns/new/pupils/<uuid:pk>/", raise_views.new_pupil, name="new-pupil"),
    path("children/<uuid:pk>/concerns/new/", raise_views.new_child, name="new-child"),
    path("concerns/mine/", raise_views.mine, name="mine"),
    path("concerns/<uuid:pk>/", receive_views.show, name="show"),
    path("concerns/<uuid:pk>/steps/", receive_views.step, name="step"),
    path("concerns/<uuid:pk>/tier/", receive_views.level, name="tier"),
    path("concerns/nameless/<uuid:pk>/", nameless_views.nameless, name="nameless"),
    path("concerns/nameless/<uuid:pk>/answer/", nameless_views.answer, name="answer"),
    path("concerns/nameless/<uuid:pk>/name/", nameless_views.name, name="name"),
    path("concerns/nameless/<uuid:pk>/child/", nameless_views.opening, name="nameless-child"),
    path("harm/", way_out_views.way_out, name="way-out"),
    path("harm/reports/", way_out_views.reports, name="reports"),
]
