"""Addresses of units, capacities and accounts; read as addresses of `people`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
