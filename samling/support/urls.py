"""The addresses of support: a child's, one by itself, what names no child, and answers to inquiries."""

from django.urls import path

from . import apart_views, views

app_name = "support"
urlpatterns = [
    path("children/<uuid:pk>/supports/", views.of_child, name="child"),
    path("children/<uuid:pk>/supports/new/", views.new, name="new"),
    path("supports/at-home/", apart_views.at_home, name="catalogue"),
    path("supports/general/", apart_views.general, name="general"),
    path("supports/general/<uuid:pk>/withdrawal/", apart_views.general_back, name="general-back"),
    path("supports/routines/", apart_views.routines, name="routines"),
    path("supports/routines/<uuid:pk>/withdrawal/", apart_views.routine_back, name="routine-back"),
    path("contributions/", apart_views.contributions, name="contributions"),
    path("contributions/<uuid:pk>/answer/", apart_views.answered, name="answered"),
    path("supports/<uuid:pk>/", views.show, name="show"),
    path("supports/<uuid:pk>/notes/", views.note, name="note"),
    path("supports/<uuid:pk>/step/", views.step, name="step"),
    path("supports/<uuid:pk>/sharing/", views.share, name="share"),
    path("supports/<uuid:pk>/evaluation/", views.evaluate, name="evaluate"),
    path("supports/<uuid:pk>/facts/", views.correct, name="correct"),
    path("supports/<uuid:pk>/withdrawal/", views.take_back, name="take-back"),
]
