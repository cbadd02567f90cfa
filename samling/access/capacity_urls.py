"""The choice of capacity; samling/urls.py puts it among the addresses of `people`."""

from django.urls import path

from . import capacity_views as views

urlpatterns = [path("capacity/", views.capacity, name="capacity")]
