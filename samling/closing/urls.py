"""The addresses of follow-up decisions, closings, the card and the calls afterwards."""

from django.urls import path

from . import closing_views, later_views, paper_views, views

app_name = "closing"
urlpatterns = [
    path("children/<uuid:pk>/decision/", views.decide, name="decide"),
    path("decisions/<uuid:pk>/", views.decision, name="decision"),
    path("plans/<uuid:pk>/signs/", views.criteria, name="criteria"),
    path("plans/signs/<uuid:pk>/end/", views.criterion_end, name="criterion-end"),
    path("children/<uuid:pk>/closing/", closing_views.begin, name="begin"),
    path("children/<uuid:pk>/again/", closing_views.again, name="again"),
    path("children/<uuid:pk>/later/", later_views.later, name="later"),
    path("closings/<uuid:pk>/", closing_views.closing, name="closing"),
    path("closings/<uuid:pk>/about/", closing_views.about, name="about"),
    path("closings/<uuid:pk>/promise/", closing_views.promise, name="promise"),
    path("closings/<uuid:pk>/contact/", closing_views.contact, name="contact"),
    path("closings/<uuid:pk>/answer/", closing_views.answer, name="answer"),
    path("closings/<uuid:pk>/close/", closing_views.close, name="close"),
    path("closings/<uuid:pk>/off/", closing_views.call_off, name="call-off"),
    path("closings/<uuid:pk>/letters/", closing_views.letters, name="letters"),
    path("closings/<uuid:pk>/card/", paper_views.card, name="card"),
    path("closings/<uuid:pk>/card/child/", paper_views.childs, name="card-child"),
    path("later-calls/<uuid:pk>/", later_views.call, name="call"),
]
