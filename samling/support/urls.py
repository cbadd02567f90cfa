"""The addresses of support: a child's, one by itself, and what is done with it."""

from django.urls import path

from . import views

app_name = "support"
urlpatterns = [
    path("children/<uuid:pk>/supports/", views.of_child, name="child"),
    path("children/<uuid:pk>/supports/new/", views.new, name="new"),
    path("supports/<uuid:pk>/", views.show, name="show"),
    path("supports/<uuid:pk>/notes/", views.note, name="note"),
    path("supports/<uuid:pk>/step/", views.step, name="step"),
    path("supports/<uuid:pk>/sharing/", views.share, name="share"),
    path("supports/<uuid:pk>/evaluation/", views.evaluate, name="evaluate"),
    path("supports/<uuid:pk>/facts/", views.correct, name="correct"),
    path("supports/<uuid:pk>/withdrawal/", views.take_back, name="take-back"),
]
