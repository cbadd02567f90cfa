"""The addresses of a plan's versions and copies."""

from django.urls import path

from . import views

app_name = "papers"
urlpatterns = [
    path("plans/<uuid:pk>/versions/", views.versions, name="versions"),
    path("plans/<uuid:pk>/versions/new/", views.publish, name="publish"),
    path("plans/versions/<uuid:pk>/", views.version, name="version"),
    path("plans/versions/<uuid:pk>/readings/new/", views.acknowledge, name="acknowledge"),
    path("plans/versions/<uuid:pk>/copies/new/", views.send, name="send"),
    path("plans/copies/<uuid:pk>/receipt/", views.receipt, name="receipt"),
]
