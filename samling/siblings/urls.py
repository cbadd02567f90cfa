"""Addresses of brothers and sisters: two tables joined, what lies at both, and meetings held together."""

from django.urls import path

from . import table_views, views

app_name = "siblings"

urlpatterns = [
    path("children/<uuid:pk>/siblings/", views.of_child, name="child"),
    path("children/<uuid:pk>/siblings/word/", views.offer, name="offer"),
    path("children/<uuid:pk>/siblings/join/", views.answer, name="answer"),
    path("siblings/<uuid:pk>/", views.joined, name="joined"),
    path("siblings/<uuid:pk>/end/", views.end, name="end"),
    path("siblings/<uuid:pk>/beside/", views.lay, name="lay"),
    path("siblings/beside/<uuid:pk>/end/", views.take_away, name="take-away"),
    path("siblings/<uuid:pk>/meetings/", table_views.offer, name="table"),
    path("siblings/<uuid:pk>/meetings/<uuid:occasion>/", table_views.answer, name="table-answer"),
    path("siblings/<uuid:pk>/meetings/<uuid:occasion>/time/", table_views.follow, name="follow"),
    path("siblings/meetings/<uuid:pk>/end/", table_views.part_again, name="part-again"),
]
