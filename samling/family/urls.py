"""Addresses of the child's facts, the adults around her, and protection; read as addresses of `people`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
