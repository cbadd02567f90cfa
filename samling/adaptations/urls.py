"""The addresses of what is tried, what helped, and special support."""

from django.urls import path

from . import catalogue_views, support_views, views

app_name = "adaptations"
urlpatterns = [
    path("adaptations/", catalogue_views.catalogue, name="catalogue"),
    path("adaptations/catalogue/<slug:code>/", catalogue_views.practice, name="practice"),
    path("adaptations/<uuid:pk>/", views.show, name="show"),
    path("adaptations/<uuid:pk>/evaluation/", views.evaluate, name="evaluate"),
    path("adaptations/<uuid:pk>/facts/", views.correct, name="correct"),
    path("adaptations/<uuid:pk>/end/", views.stop, name="stop"),
    path("adaptations/<uuid:pk>/withdrawal/", views.take_back, name="take-back"),
    path("children/<uuid:pk>/adaptations/", views.of_child, name="child"),
    path("children/<uuid:pk>/adaptations/new/", views.new, name="new"),
    path("children/<uuid:pk>/support/new/", support_views.new, name="support-new"),
    path("support/<uuid:pk>/", support_views.show, name="support"),
    path("support/<uuid:pk>/decision/", support_views.decide, name="support-decide"),
    path("support/<uuid:pk>/evaluation/", support_views.look_again, name="support-again"),
]
