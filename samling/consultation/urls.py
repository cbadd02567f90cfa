"""Questions without a name."""

from django.urls import path

from . import views

app_name = "consultation"

urlpatterns = [
    path("consultations/", views.consultations, name="consultations"),
    path("consultations/way/", views.way, name="way"),
    path("consultations/new/", views.new, name="new"),
    path("consultations/numbers/", views.numbers, name="numbers"),
    path("consultations/<uuid:pk>/", views.show, name="show"),
    path("consultations/<uuid:pk>/end/", views.end, name="end"),
]
