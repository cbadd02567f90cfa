"""Versions on paper: the plan or the SIP, the child's own, one authority's summary; and drafts that say they are drafts."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, override

from samling.access.door import door
from samling.plan.models import Plan
from samling.records.clock import now

from . import printing
from .models import PlanVersion


@door("print a version of a plan", opens=PlanVersion)
def plan(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The plan, or the SIP with what the law asks for."""
    with override(language_of(request)):
        return handed(printing.plan_of(version), gettext("plan"))


@door("print a version of a plan", opens=PlanVersion)
def child(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The child's own version, page by page."""
    with override(language_of(request)):
        return handed(printing.child_of(version), gettext("my-plan"))


@door("print a version of a plan", opens=PlanVersion)
def booklet(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The child's own version, to print and fold."""
    with override(language_of(request)):
        return handed(printing.booklet_of(version), gettext("booklet"))


@door("print a version of a plan", opens=PlanVersion)
def summary(request: HttpRequest, version: PlanVersion, party: UUID) -> HttpResponse:
    """What one party keeps in its own record."""
    if str(party) not in version.body.told.get("parties", {}):
        raise Http404
    with override(language_of(request)):
        return handed(printing.summary_of(version, party), gettext("summary"))


@door("print a draft of a plan", opens=Plan)
def draft(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan as it stands, marked as a draft on every page."""
    with override(language_of(request)):
        return handed(printing.draft_of(plan, now()), gettext("draft"))


def language_of(request: HttpRequest) -> str:
    """The language asked for, else the reader's."""
    asked = request.GET.get("in", "")
    return asked if asked in dict(settings.LANGUAGES) else request.LANGUAGE_CODE


def handed(content: bytes, name: str) -> HttpResponse:
    """A PDF to look at or print; its file name says what it is and nothing about whom."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
