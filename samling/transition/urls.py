"""Addresses of packages that go along with a child, and of those that come."""

from django.urls import path

from . import coming_views, views

app_name = "transition"

urlpatterns = [
    path("children/<uuid:pk>/transition/", views.of_child, name="child"),
    path("transitions/coming/", coming_views.arrivals, name="coming"),
    path("transitions/coming/<uuid:pk>/", coming_views.answer, name="answer"),
    path("transitions/read-in/", coming_views.read_in, name="read-in"),
    path("transitions/known/", coming_views.neighbours, name="neighbours"),
    path("transitions/known/<uuid:pk>/forget/", coming_views.forget, name="forget"),
    path("transitions/<uuid:pk>/", views.show, name="show"),
    path("transitions/<uuid:pk>/parts/<slug:code>/", views.part, name="part"),
    path("transitions/<uuid:pk>/seen/new/", views.seen, name="seen"),
    path("transitions/<uuid:pk>/give/", views.give, name="give"),
    path("transitions/<uuid:pk>/receipt/", views.receipt, name="receipt"),
    path("transitions/<uuid:pk>/back/", views.take_back, name="take-back"),
    path("transitions/<uuid:pk>/paper.pdf", views.paper, name="paper"),
    path("transitions/<uuid:pk>/file/", views.file, name="file"),
]
