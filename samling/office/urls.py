"""Addresses of *Inställningar*."""

from django.urls import path

from . import views

app_name = "office"

urlpatterns = [
    path("settings/", views.front, name="front"),
    path("settings/areas/<slug:name>/", views.area, name="area"),
    path("settings/areas/<slug:name>/<slug:what>/", views.value, name="value"),
    path("settings/rows/<uuid:number>/withdrawal/", views.withdraw, name="withdraw"),
    path("settings/agreements/", views.agreements, name="agreements"),
    path("settings/agreements/<uuid:number>/end/", views.agreement_end, name="agreement-end"),
    path("settings/rights/", views.rights, name="rights"),
    path("settings/texts/", views.family_texts, name="texts"),
]
