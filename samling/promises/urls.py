"""The addresses of the plan with its promises, and of each promise."""

from django.urls import path

from . import link_views, views

app_name = "promises"
urlpatterns = [
    path("plans/<uuid:pk>/", views.show, name="plan"),
    path("plans/<uuid:pk>/promises/new/", views.new, name="new"),
    path("plans/promises/<uuid:pk>/", views.promise, name="promise"),
    path("plans/promises/<uuid:pk>/wording/", views.reword, name="reword"),
    path("plans/promises/<uuid:pk>/words/new/", views.word, name="word"),
    path("plans/promises/<uuid:pk>/answer/", views.answer, name="answer"),
    path("plans/promises/<uuid:pk>/question/", views.ask, name="ask"),
    path("plans/promises/<uuid:pk>/take/", views.take, name="take"),
    path("plans/promises/<uuid:pk>/asking-another/", views.another, name="another"),
    path("plans/promises/<uuid:pk>/link/", views.link, name="link"),
    path("promises/<slug:secret>/", link_views.asked, name="asked"),
]
