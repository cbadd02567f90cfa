"""What the child's page has read already of the way together: the next step there, and where it leads."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from samling.people.models import Capacity
from samling.referral.rules import State

from .rules import Next


@dataclass(frozen=True, slots=True)
class Way:
    """The panels of the page that tell how far those who help together have come. Nothing is asked anew."""

    child: Any
    welcome: dict[str, Any] | None
    meetings: dict[str, Any]
    views: dict[str, Any]
    plan: dict[str, Any]
    followup: dict[str, Any]
    question: Any = None  # what a school has asked a team

    def facts(self, by: Capacity) -> dict[str, Any]:
        """What decides about the next step."""
        meeting, plan, asks = self.meetings["next"], self.plan["plan"], self.followup["next"]
        state = self.question.state if self.question and self.question.at_team(by) else None
        held = self.welcome and self.welcome["meeting"] and self.welcome["meeting"].held_at
        return {
            "asks_team": state is State.RECEIVED,
            "points_on": state is State.REDIRECTED,
            "meets_family": bool(self.welcome and not held),
            "meets_on": meeting.on if meeting else None,
            "was_met": bool(self.meetings["held"]),
            "has_views": bool(self.views["counts"]),
            "has_plan": bool(plan and not plan.is_over),
            "review_on": plan.review_on if plan and not plan.is_over else None,
            "asks_on": asks.due_on if asks else None,
        }

    def address(self, step: Next) -> str:
        """The page of a step of this way that has a record of its own; empty for every other."""
        record = {
            Next.REPLY: self.question,
            Next.PASS_ON: self.question,
            Next.WELCOME: self.welcome and self.welcome["meeting"],
            Next.MEET: self.meetings["next"],
            Next.ASK_HOW: self.followup["next"],
        }.get(step)
        if record:
            return str(record.get_absolute_url())
        return reverse("welcome:arrangement", args=[self.child.pk]) if step is Next.WELCOME else ""
