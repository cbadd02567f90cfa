"""Addresses of telling."""

from django.urls import path

from . import views

app_name = "sharing"

urlpatterns = [
    path("consents/<uuid:pk>/opening/", views.opening, name="opening"),
    path("consents/<uuid:pk>/receipt/", views.receipt_of, name="receipt"),
    path("told/", views.told, name="told"),
    path("told/<uuid:pk>/", views.told_child, name="told-child"),
]
