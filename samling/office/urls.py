"""Addresses of *Inställningar*."""

from django.urls import path

from . import keeping_views, ladder_views, views

app_name = "office"

urlpatterns = [
    path("settings/", views.front, name="front"),
    path("settings/areas/<slug:name>/", views.area, name="area"),
    path("settings/areas/<slug:name>/<slug:what>/", views.value, name="value"),
    path("settings/rows/<uuid:number>/withdrawal/", views.withdraw, name="withdraw"),
    path("settings/agreements/", views.agreements, name="agreements"),
    path("settings/agreements/<uuid:number>/end/", views.agreement_end, name="agreement-end"),
    path("settings/ladder/", ladder_views.ladder, name="ladder"),
    path("settings/ladder/own/", ladder_views.own, name="ladder-own"),
    path("settings/ladder/<int:number>/", ladder_views.step, name="ladder-step"),
    path("settings/ladder/<int:number>/end/", ladder_views.end, name="ladder-end"),
    path("settings/ladder/rows/<uuid:number>/withdrawal/", ladder_views.withdraw, name="ladder-withdraw"),
    path("settings/holds/", keeping_views.holds, name="holds"),
    path("settings/holds/<uuid:number>/end/", keeping_views.hold_end, name="hold-end"),
    path("settings/rights/", views.rights, name="rights"),
    path("settings/texts/", views.family_texts, name="texts"),
]
