"""Letters: one's own and the unit's, those about a child, one letter on its way; and how a guardian is reached."""

from django.urls import path

from . import list_views, sending_views, writing_views

app_name = "letters"

urlpatterns = [
    path("letters/", list_views.letters, name="letters"),
    path("children/<uuid:pk>/letters/", list_views.about, name="child"),
    path("children/<uuid:pk>/letters/new/", writing_views.new, name="new"),
    path("children/<uuid:pk>/letters/view/", writing_views.ask, name="ask"),
    path("letters/<uuid:pk>/", writing_views.show, name="show"),
    path("letters/<uuid:pk>/withdrawal/", writing_views.drop, name="drop"),
    path("letters/<uuid:pk>/sending/", sending_views.send, name="send"),
    path("letters/<uuid:pk>/taking-back/", sending_views.take_back, name="take-back"),
    path("letters/<uuid:pk>/paper/", sending_views.paper, name="paper"),
    path("letters/<uuid:pk>/handed/", sending_views.handed, name="handed"),
    path("guardians/<uuid:pk>/way/", list_views.way, name="way"),
]
