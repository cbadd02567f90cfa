"""Addresses of *Utdrag*."""

from django.urls import path

from . import views

app_name = "extracts"

urlpatterns = [
    path("children/<uuid:pk>/extracts/", views.child, name="child"),
    path("extracts/<uuid:number>/", views.show, name="show"),
    path("extracts/<uuid:number>/name/", views.name, name="name"),
    path("extracts/<uuid:number>/items/", views.kinds, name="kinds"),
    path("extracts/<uuid:number>/items/<slug:kind>/", views.items, name="items"),
    path("extracts/<uuid:number>/finish/", views.finish, name="finish"),
    path("extracts/<uuid:number>/decide/", views.decide, name="decide"),
    path("extracts/<uuid:number>/give/", views.give, name="give"),
    path("extracts/<uuid:number>/again/", views.again, name="again"),
    path("extracts/<uuid:number>/close/", views.close, name="close"),
    path("extracts/<uuid:number>/draft/", views.draft, name="draft"),
    path("extracts/<uuid:number>/paper/", views.paper, name="paper"),
    path("extracts/<uuid:number>/data/", views.data, name="data"),
]
