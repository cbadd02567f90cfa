"""The addresses of a plan's versions and copies."""

from django.urls import path

from . import paper_views, views

app_name = "papers"
urlpatterns = [
    path("plans/<uuid:pk>/versions/", views.versions, name="versions"),
    path("plans/<uuid:pk>/versions/new/", views.publish, name="publish"),
    path("plans/versions/<uuid:pk>/", views.version, name="version"),
    path("plans/versions/<uuid:pk>/readings/new/", views.acknowledge, name="acknowledge"),
    path("plans/versions/<uuid:pk>/copies/new/", views.send, name="send"),
    path("plans/copies/<uuid:pk>/receipt/", views.receipt, name="receipt"),
    path("plans/<uuid:pk>/draft.pdf", paper_views.draft, name="draft"),
    path("plans/versions/<uuid:pk>/plan.pdf", paper_views.plan, name="plan"),
    path("plans/versions/<uuid:pk>/child.pdf", paper_views.child, name="child"),
    path("plans/versions/<uuid:pk>/booklet.pdf", paper_views.booklet, name="booklet"),
    path("plans/versions/<uuid:pk>/summaries/<uuid:party>.pdf", paper_views.summary, name="summary"),
]
