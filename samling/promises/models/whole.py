"""The whole plan with its goals and promises, and what it lacks before it may be called a SIP."""

from samling.access import guard
from samling.plan.models import Goal, Plan, Wording
from samling.plan.models.plans import NEEDS

from .. import rules
from ..rules import Sip
from .promises import Promise
from .texts import text_of


class Whole:
    """A plan with its goals, promises and wordings, fetched in a handful of statements."""

    def __init__(self, plan: Plan):
        self.plan = plan
        goals = Goal.objects.filter(plan=plan, withdrawn_at=None).select_related("body").prefetch_related("marks")
        self.goals = list(goals.order_by("written_at"))
        self.promises = Promise.of_plan(plan)
        self.said = Wording.of([plan.pk, *(one.pk for one in (*self.goals, *self.promises))])

    @property
    def needs(self) -> dict[str, str]:
        """What the plan says as a whole: needs, what runs already, how the child was asked, wishes, what if."""
        kept = self.said.get(self.plan.pk, {})
        return {name: str(kept.get(name, "")) for name in NEEDS}

    @property
    def nobody_else(self) -> bool:
        """Whether it says that nobody else does anything."""
        return bool(self.said.get(self.plan.pk, {}).get("nobody_else"))

    def live(self) -> list[Goal]:
        """The goals one works towards."""
        return [one for one in self.goals if not one.ended_at]

    def text(self, promise: Promise, level: str = "staff", language: str = "") -> str:
        """What a promise says, as one of the three reads it; in this language where the phrase bank has it."""
        return text_of(self.said.get(promise.pk, {}), level, language)

    def sip(self) -> list[str]:
        """What is missing before it may be called a SIP."""
        sides = {one.side for one in self.promises if one.state in rules.STANDS}
        body = self.plan.accountable
        return rules.missing(Sip(
            needs=bool(self.needs["needs"]), social="social" in sides, health="health" in sides,
            others=bool(sides - {"social", "health"}) or self.nobody_else,
            accountable=body is not None and body.kind in ("municipality", "region"),
            consent=bool(guard.asked("sip_stands", self.plan.subject_id)),
            child_asked=bool(self.needs["asked"]) or any(one.voice == Goal.Voice.CHILD for one in self.goals),
        ))  # fmt: skip

    @property
    def kind(self) -> str:
        """What it may be called now: a plan that lacks something is a joint plan, whatever it is meant to be."""
        return Plan.Kind.JOINT if self.plan.kind == Plan.Kind.SIP and self.sip() else self.plan.kind
