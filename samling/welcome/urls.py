"""The information meeting."""

from django.urls import path

from . import views

app_name = "welcome"

urlpatterns = [
    path("children/<uuid:pk>/information-meeting/", views.arrangement, name="arrangement"),
    path("children/<uuid:pk>/information-meeting/guardians/", views.guardians, name="guardians"),
    path("information-meetings/<uuid:pk>/", views.show, name="show"),
    path("information-meetings/<uuid:pk>/holding/", views.holding, name="holding"),
    path("information-meetings/<uuid:pk>/answers/", views.answers, name="answers"),
    path("information-meetings/<uuid:pk>/end/", views.end, name="end"),
]
