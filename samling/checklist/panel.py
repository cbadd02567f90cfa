"""What the child's page and the day's list show of checklists."""

from typing import Any

from django.http import HttpRequest

from samling.access.door import opened
from samling.people.models import Child
from samling.records.clock import now

from .front import tasks, ways
from .models import Checklist, Decision, Sitting


def checklists(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The newest checklist about a child, as this reader sees it; drawn by panel.html as `checklists`."""
    by = request.capacity
    shown: dict[str, Any] = {"child": child, "may_begin": Checklist.may_begin(child, by)}
    newest = opened(request, Checklist).filter(subject_id=child.pk, withdrawn_at=None)
    checklist = newest.order_by("-written_at").first()
    if checklist is None:
        return shown
    sitting = Sitting(checklist, by, now())
    return shown | {
        "checklist": checklist,
        "sitting": sitting,
        "decision": checklist.decision,
        "closed": checklist.is_closed,
        "tasks": tasks(sitting),
        "urls": ways(sitting),
        "today": sitting.today,
    }


def follow_ups(request: HttpRequest) -> list[Decision]:
    """What the acting capacity has decided to solve here and has not asked about again, the nearest first."""
    by = request.capacity
    mine = opened(request, Decision).filter(written_by=by, ended_at=None, follow_up_on__isnull=False)
    return list(mine.filter(follow_ups=None).select_related("checklist").order_by("follow_up_on"))
