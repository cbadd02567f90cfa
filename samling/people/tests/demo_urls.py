"""The addresses of a process that was started as a demo."""

from django.urls import include, path

from samling.people import signin_views
from samling.people import urls as people
from samling.urls import urlpatterns as real

demo = path("demo/", signin_views.demo, name="demo")
own = [one for one in real if getattr(one, "namespace", "") != "people"]
found = next(one for one in real if getattr(one, "namespace", "") == "people")
urlpatterns = [*own, path("", include(([*found.url_patterns, demo], people.app_name)))]
