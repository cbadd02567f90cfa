"""Addresses of the days that run."""

from django.urls import path

from . import views

app_name = "clocks"

urlpatterns = [
    path("days/", views.clocks, name="clocks"),
    path("children/<uuid:pk>/days/", views.child, name="child"),
    path("children/<uuid:pk>/question/", views.ask, name="ask"),
    path("children/<uuid:pk>/question/coordinator/", views.colleague, name="colleague"),
]
