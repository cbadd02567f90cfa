"""What the pages of a plan and of one goal are laid out from."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from samling.journey.models import journey_of
from samling.people.models import Capacity, Child, Organisation, Setting
from samling.records.clock import now, today
from samling.seating.models import colleagues
from samling.ui.asking import sent

from .forms import NeedsForm, PlanForm, step_name
from .models import Goal, Plan, Wording
from .models.goals import SCALE
from .models.plans import NEEDS, people
from .rules import LEVELS


def plan_form(request: HttpRequest, near: dict[UUID, Capacity], plan: Plan | None = None) -> PlanForm:
    """The form of who holds it, filled with what stands."""
    first: dict[str, Any] = {"coordinator": request.capacity.pk, "review_on": _again_on(request.capacity)}
    now: list[Capacity] = [request.capacity]
    if plan:
        holder, deputy = plan.holders
        now = list({one.pk: one for one in (holder, request.capacity) if one}.values())
        first = {"coordinator": now[0].pk, "deputy": deputy.pk if deputy else "", "accountable": plan.accountable_id,
                 "kind": plan.kind, "review_on": plan.review_on}  # fmt: skip
    bodies = list(Organisation.objects.filter(kind__in=("municipality", "region")).order_by("name"))
    return PlanForm(sent(request), initial=first, people=near, able=now, bodies=bodies)


def _again_on(by: Capacity) -> dt.date:
    """The day that is proposed for looking at a new plan again."""
    return today() + dt.timedelta(weeks=Setting.number("deadline.review_weeks", now(), capacity=by.pk))


def begin_form(request: HttpRequest, child: Child) -> PlanForm:
    """The form that begins a plan: those on every side where there is a journey, else one's own side."""
    journey = journey_of(child.pk)
    near = people(journey) if journey else {one.pk: one for one in colleagues(child, now())}
    return plan_form(request, near)


def needs_form(request: HttpRequest, plan: Plan) -> tuple[NeedsForm, Wording | None]:
    """The form of the plan as a whole, and what stands."""
    stands = Wording.latest(plan.pk)
    said = stands.body.said if stands else {}
    first = {"seen": stands.number if stands else 0, "nobody_else": bool(said.get("nobody_else"))}
    return NeedsForm(sent(request), initial=first | {name: said.get(name, "") for name in NEEDS}), stands


def scale_of(said: dict[str, Any]) -> list[tuple[int, str, str]]:
    """The five steps with their words."""
    return [(level, step_name(level), str(said.get(name, ""))) for name, level in zip(SCALE, LEVELS, strict=True)]


def goal_page(goal: Goal, said: dict[str, Any]) -> dict[str, Any]:
    """The quotation, the steps, and where it has been."""
    marks = goal.marks.filter(withdrawn_at=None).select_related("written_by__person").order_by("-on", "-written_at")
    return {
        "goal": goal, "plan": goal.plan, "child": goal.plan.child, "said": said, "steps": scale_of(said),
        "marks": list(marks[:20]), "may_write": goal.plan.writes, "readers": goal.plan.readers, "today": today(),
    }  # fmt: skip


def steps_of(goal: Goal) -> list[tuple[str, str]]:
    """The steps to choose from, each with its words."""
    stands = Wording.latest(goal.pk)
    steps = scale_of(stands.body.said if stands else {})
    return [(str(level), f"{name}: {words}" if words else name) for level, name, words in steps]
