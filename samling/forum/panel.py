"""What the child's page shows of consultation teams and child psychiatry, in one statement."""

from typing import Any

from django.http import HttpRequest

from samling.people.models import Child
from samling.records.clock import today

from .models import ForumDecision, HealthReferral
from .models.lists import glance
from .rules import wait


def forum(request: HttpRequest, child: Child) -> dict[str, Any]:
    """The latest item, what was decided, and how long child psychiatry has taken; drawn by panel.html as `forum`."""
    by, row, day = request.capacity, glance(child, request.capacity), today()
    sent, answer, decision = row.get("referral"), row.get("answer"), row.get("decision")
    answered = answer["on"] if sent and answer and answer["key"] == sent["key"] else None
    waited = wait(sent_on=sent["on"], due_on=sent["due"], answered_on=answered, today=day) if sent else None
    return {"child": child, "row": row, "decided": ForumDecision.What(decision["kind"]).label if decision else "",
            "wait": waited, "today": day, "may_write": HealthReferral.may_send(child, by)}
