"""Addresses of consent."""

from django.urls import path

from . import views

app_name = "consent"

urlpatterns = [
    path("children/<uuid:pk>/consents/", views.matrix, name="matrix"),
    path("children/<uuid:pk>/consents/new/", views.ask, name="ask"),
    path("consents/<uuid:pk>/", views.show, name="show"),
    path("consents/<uuid:pk>/answers/new/", views.answer, name="answer"),
    path("consents/<uuid:pk>/end/", views.end, name="end"),
    path("consents/<uuid:pk>/reminder/", views.remind, name="remind"),
    path("consents/<uuid:pk>/exceptions/new/", views.exception, name="exception"),
    path("consents/<uuid:pk>/exceptions/officer/", views.officer, name="officer"),
    path("answers/<uuid:pk>/withdrawal/", views.taking_back, name="taking-back"),
    path("exceptions/<uuid:pk>/end/", views.exception_end, name="exception-end"),
]
