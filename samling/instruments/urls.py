"""The addresses of agreements about questionnaires."""

from django.urls import path

from . import views

app_name = "instruments"
urlpatterns = [
    path("settings/questionnaires/", views.licences, name="licences"),
    path("settings/questionnaires/<uuid:number>/end/", views.end, name="end"),
]
