"""Our own pages around signing in; `account_login` and its neighbours are in signin_urls.py."""

from allauth.account import views as account
from django.conf import settings
from django.urls import path

from samling.people import signin_views as views

app_name = "people"
urlpatterns = [
    path("sign-in/", account.login, name="sign-in"),
    path("sign-out/", account.logout, name="sign-out"),
    path("alive/", views.alive, name="alive"),
    path("farewell/", views.leave, name="leave"),
    path("empty/", views.left, name="left"),
    path("second-factor/", views.second_factor, name="second-factor"),
    path("my-sign-in/once-more/", views.again, name="again"),
    path("my-sign-in/places/", views.sessions, name="sessions"),
    path("my-sign-in/places/others/end/", views.other_sessions_end, name="other-sessions-end"),
    path("my-sign-in/places/<uuid:number>/end/", views.session_end, name="session-end"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", views.demo, name="demo"))
