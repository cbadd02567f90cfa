"""Addresses of the three views."""

from django.urls import path

from . import analysis_views, story_views, views

app_name = "views"

urlpatterns = [
    path("children/<uuid:pk>/views/", views.of_child, name="child"),
    path("children/<uuid:pk>/views/notes/new/", views.new, name="note-new"),
    path("views/notes/<uuid:pk>/", views.show, name="note"),
    path("views/notes/<uuid:pk>/version/", views.change, name="note-change"),
    path("views/notes/<uuid:pk>/table/", views.put, name="note-put"),
    path("views/notes/<uuid:pk>/undoing/", views.undo, name="note-undo"),
    path("views/notes/<uuid:pk>/taking-back/", views.take_back, name="note-back"),
    path("children/<uuid:pk>/stories/new/", story_views.new, name="story-new"),
    path("stories/<uuid:pk>/", story_views.show, name="story"),
    path("stories/<uuid:pk>/sharing/", story_views.share, name="story-share"),
    path("stories/<uuid:pk>/stop/", story_views.stop, name="story-stop"),
    path("stories/<uuid:pk>/taking-back/", story_views.take_back, name="story-back"),
    path("children/<uuid:pk>/needs/new/", analysis_views.new, name="analysis-new"),
    path("needs/<uuid:pk>/", analysis_views.show, name="analysis"),
]
