"""Versions: published, acknowledged at home, and sent to those who get a copy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samling.access.door import door
from samling.plan.models import Plan
from samling.records.clock import now, today
from samling.ui.asking import status
from samling.ui.respond import respond

from . import desk
from .models import Acknowledgement, PlanVersion, SentCopy


@door("see the versions of a plan", opens=Plan)
def versions(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Every version, the latest first."""
    return respond(request, "papers/versions.html", **desk.versions_page(plan))


@door("publish a plan", opens=Plan, asks=True)
def publish(request: HttpRequest, plan: Plan) -> HttpResponse:
    """What happens, in words; then a version that never changes."""
    plan.insist_writes()
    if request.method == "POST":
        return redirect(PlanVersion.publish(plan, by=request.capacity, at=now()))
    return respond(request, "papers/publish.html", **desk.publishing(plan))


@door("read a version of a plan", opens=PlanVersion)
def version(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The plan as it stood, what changed since last time, who has read it, and where it was sent."""
    return respond(request, "papers/version.html", **desk.version_page(version))


@door("note that a plan has been read", opens=PlanVersion, asks=True)
def acknowledge(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """What a guardian or the child said of it; a no weighs the same as a yes."""
    version.plan.insist_writes()
    form = desk.acknowledgement_form(request, version)
    if form.is_valid():
        Acknowledgement.note(version, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(version)
    return respond(request, "papers/version-form.html", form=form, status=status(form), **desk.version_page(version))


@door("note that a plan was sent", opens=PlanVersion, asks=True)
def send(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Sent outside Samling; here stands to whom, how and when."""
    version.plan.insist_writes()
    form = desk.copy_form(request, version)
    if form.is_valid():
        SentCopy.send(version, form.cleaned_data, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(version)
    return respond(request, "papers/version-form.html", form=form, copy=True, status=status(form), **desk.version_page(version))


@door("note that a plan arrived", opens=SentCopy, changes=True)
def receipt(request: HttpRequest, copy: SentCopy) -> HttpResponse:
    """They have said that it came, today."""
    copy.version.plan.insist_writes()
    if not copy.receipt_on:
        copy.arrive(today(), by=request.capacity, at=now())
    return redirect(copy.version)
