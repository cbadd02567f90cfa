"""The addresses of the plan and its goals."""

from django.urls import path

from . import goal_views, views

app_name = "plan"
urlpatterns = [
    path("children/<uuid:pk>/plan/", views.of_child, name="child"),
    path("children/<uuid:pk>/plan/new/", views.new, name="new"),
    path("plans/<uuid:pk>/facts/", views.facts, name="facts"),
    path("plans/<uuid:pk>/needs/", views.needs, name="needs"),
    path("plans/<uuid:pk>/goals/new/", goal_views.new, name="goal-new"),
    path("plans/goals/<uuid:pk>/", goal_views.goal, name="goal"),
    path("plans/goals/<uuid:pk>/end/", goal_views.end, name="goal-end"),
    path("plans/goals/<uuid:pk>/marks/new/", goal_views.mark, name="mark"),
]
