"""Addresses of tasks, reviews and alarms."""

from django.urls import path

from . import review_views, views

app_name = "work"

urlpatterns = [
    path("tasks/<uuid:pk>/", views.task, name="task"),
    path("overdue/", views.overdue, name="overdue"),
    path("reviews/", review_views.reviews, name="reviews"),
    path("reviews/<uuid:pk>/", review_views.review, name="review"),
    path("reviews/<uuid:pk>/question/", review_views.review_ask, name="review-ask"),
    path("alarms/<uuid:pk>/", review_views.alarm, name="alarm"),
]
