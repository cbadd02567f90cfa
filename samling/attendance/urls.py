"""A child's weeks, and the inquiry into absence."""

from django.urls import path

from . import inquiry_views, views

app_name = "attendance"

urlpatterns = [
    path("children/<uuid:pk>/attendance/", views.child, name="child"),
    path("children/<uuid:pk>/attendance/weeks/", views.weeks, name="weeks"),
    path("children/<uuid:pk>/absence-inquiries/new/", inquiry_views.new, name="inquiry-new"),
    path("absence-inquiries/<uuid:pk>/", inquiry_views.inquiry, name="inquiry"),
]
