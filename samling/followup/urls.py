"""The addresses of follow-up."""

from django.urls import path

from . import answer_views, link_views, views

app_name = "followup"
urlpatterns = [
    path("children/<uuid:pk>/followup/", views.child, name="child"),
    path("children/<uuid:pk>/followup/new/", views.new, name="new"),
    path("followup/<uuid:pk>/", views.round, name="round"),
    path("followup/<uuid:pk>/day/", views.move, name="move"),
    path("followup/<uuid:pk>/done/", views.done, name="done"),
    path("followup/asked/<uuid:pk>/", answer_views.ask, name="ask"),
    path("followup/asked/<uuid:pk>/answer/", answer_views.answer, name="answer"),
    path("followup/asked/<uuid:pk>/paper/", answer_views.paper, name="paper"),
    path("followup/asked/<uuid:pk>/link/", answer_views.link, name="link"),
    path("followup/answers/<uuid:pk>/showing/", answer_views.put, name="put"),
    path("questions/<slug:secret>/", link_views.asked, name="asked"),
]
