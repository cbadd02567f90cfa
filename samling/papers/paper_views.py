"""Versions on paper: the plan or the SIP, the child's own, one authority's summary; and drafts that say they are drafts."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, override

from samling.access.door import door
from samling.plan.models import Plan
from samling.records.clock import now
from samling.ui.handing import handed, language_of

from . import printing
from .models import PlanVersion


@door("print a version of a plan", opens=PlanVersion)
def plan(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The plan, or the SIP with what the law asks for."""
    with override(language_of(request)):
        return handed(printing.plan_of(version), f"{gettext('plan')}.pdf")


@door("print a version of a plan", opens=PlanVersion)
def child(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The child's own version, page by page."""
    with override(language_of(request)):
        return handed(printing.child_of(version), f"{gettext('my-plan')}.pdf")


@door("print a version of a plan", opens=PlanVersion)
def booklet(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The child's own version, to print and fold."""
    with override(language_of(request)):
        return handed(printing.booklet_of(version), f"{gettext('booklet')}.pdf")


@door("print a version of a plan", opens=PlanVersion)
def summary(request: HttpRequest, version: PlanVersion, party: UUID) -> HttpResponse:
    """What one party keeps in its own record."""
    if str(party) not in version.body.told.get("parties", {}):
        raise Http404
    with override(language_of(request)):
        return handed(printing.summary_of(version, party), f"{gettext('summary')}.pdf")


@door("print a draft of a plan", opens=Plan)
def draft(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan as it stands, marked as a draft on every page."""
    with override(language_of(request)):
        return handed(printing.draft_of(plan, now()), f"{gettext('draft')}.pdf")
