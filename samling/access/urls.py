"""Addresses of assignments, of who can see and who has looked, and of telling."""

from django.urls import path

from . import assignment_views, sight_views, telling_views

app_name = "access"

urlpatterns = [
    path("children/<uuid:pk>/assignments/", assignment_views.assignments, name="assignments"),
    path("children/<uuid:pk>/assignments/new/", assignment_views.assignment_new, name="assignment-new"),
    path("children/<uuid:pk>/assignments/<uuid:number>/end/", assignment_views.assignment_end, name="assignment-end"),
    path("children/<uuid:pk>/sight/", sight_views.who_can_see, name="who-can-see"),
    path("children/<uuid:pk>/looks/", sight_views.looks, name="looks"),
    path("my-looks/", sight_views.my_looks, name="my-looks"),
    path("may-i-tell/", telling_views.may_i_tell, name="may-i-tell"),
    path("children/<uuid:pk>/telling/", telling_views.tell, name="tell"),
    path("grounds/<uuid:pk>/", telling_views.told, name="told"),
    path("grounds/<uuid:pk>/end/", telling_views.ground_end, name="ground-end"),
    path("disclosures/<uuid:pk>/end/", telling_views.disclosure_end, name="disclosure-end"),
]
