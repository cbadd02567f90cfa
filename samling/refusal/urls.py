"""Addresses of the decision in writing, below the request that it is about."""

from django.urls import path

from . import views

app_name = "refusal"

urlpatterns = [
    path("extracts/<uuid:number>/refuse/", views.refuse, name="refuse"),
    path("extracts/<uuid:number>/refusal/", views.paper, name="paper"),
]
