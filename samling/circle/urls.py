"""Addresses of the people around a child."""

from django.urls import path

from . import views

app_name = "circle"

urlpatterns = [
    path("children/<uuid:pk>/circle/", views.circle, name="circle"),
    path("children/<uuid:pk>/circle/person/", views.person, name="person"),
    path("children/<uuid:pk>/chairs/new/", views.chair_new, name="chair-new"),
    path("chairs/<uuid:pk>/", views.chair, name="chair"),
    path("children/<uuid:pk>/named-contact/", views.named_contact, name="named-contact"),
    path("children/<uuid:pk>/coordinator/", views.coordinator, name="coordinator"),
]
