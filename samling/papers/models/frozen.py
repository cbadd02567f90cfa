"""The plan as plain values, for keeping: without ids of people, without promises that were let go."""

from typing import Any

from samling.plan.models import Goal, Plan
from samling.promises.models import Promise
from samling.promises.models.texts import in_words
from samling.promises.models.whole import Whole
from samling.promises.rules import State


def frozen(plan: Plan) -> dict[str, Any]:
    """The plan as it stands, without ids of people, for keeping. Released promises are no part of it."""
    whole = Whole(plan)
    first, second = plan.holders
    return {
        "kind": str(whole.kind),
        "holders": f"{first or '–'}; {second or '–'}",
        "coordinator": str(first or ""), "deputy": str(second or ""), "phone": first.phone if first else "",
        "accountable": str(plan.accountable or ""),
        "review_on": plan.review_on.isoformat(),
        "child": plan.called,
        **whole.needs,
        "goals": {str(one.pk): {"turn": turn, **_goal(one, whole)} for turn, one in enumerate(whole.live())},
        "promises": {
            str(one.pk): {"turn": turn, **_promise(one, whole)}
            for turn, one in enumerate(whole.promises)
            if one.state is not State.RELEASED
        },
    }  # fmt: skip


def _goal(goal: Goal, whole: Whole) -> dict[str, Any]:
    return {
        "text": goal.body.words, "name": goal.body.name, "voice": goal.voice, "said_on": goal.said_on.isoformat(),
        "baseline": goal.baseline, **whole.said.get(goal.pk, {}),
    }  # fmt: skip


def _promise(one: Promise, whole: Whole) -> dict[str, Any]:
    latest = one.latest
    return {
        "text": whole.text(one), "home": whole.text(one, "home"), "child": whole.text(one, "child"),
        "who": one.who, "side": one.side, "goal": str(one.goal_id or ""), "level": one.level,
        "rhythm": one.rhythm, "starts_on": one.starts_on.isoformat(), "until_on": one.until_on.isoformat(),
        "state": str(one.state), "how": in_words(latest) if latest else "",
    }  # fmt: skip
