"""The checklist's addresses."""

from django.urls import path

from samling.checklist import decision_views, views

app_name = "checklist"
urlpatterns = [
    path("children/<uuid:pk>/checklist/", views.begin, name="begin"),
    path("checklists/<uuid:pk>/", views.show, name="show"),
    path("checklists/<uuid:pk>/next-step/", views.go_on, name="continue"),
    path("checklists/<uuid:pk>/steps/<slug:code>/", views.page, name="page"),
    path("checklists/<uuid:pk>/cards/<slug:code>/", views.card, name="card"),
    path("checklists/<uuid:pk>/sheet/", views.sheet, name="sheet"),
    path("checklists/<uuid:pk>/earlier/<slug:code>/", views.history, name="history"),
    path("checklists/<uuid:pk>/own-notes/", views.own_notes, name="own-notes"),
    path("checklist-answers/<uuid:pk>/", views.answer, name="answer"),
    path("adaptations-tried/<uuid:pk>/", views.tried, name="tried"),
    path("adaptations-next/<uuid:pk>/", views.trial, name="trial"),
    path("checklists/<uuid:pk>/decision/", decision_views.decision, name="decision"),
    path("checklists/<uuid:pk>/follow-up/", decision_views.follow_up, name="follow-up"),
    path("checklists/<uuid:pk>/concern-back/", decision_views.concern_back, name="concern-back"),
]
