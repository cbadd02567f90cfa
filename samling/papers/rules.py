"""When a version can be published, and what differs between two. Plain values in and out."""

from typing import Any, NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _
from samling.plan.rules import may_write


class Change(NamedTuple):
    """One thing that differs between two versions."""

    kind: str  # goal_new, goal_gone, goal_changed, promise_new, promise_gone, promise_changed, state, holders, review, meets, needs
    before: str
    now: str


def changes(before: dict[str, Any], now: dict[str, Any]) -> list[Change]:
    """What changed since the version before: goals and promises by their keys, who holds it, the day."""
    found = [
        Change(kind, before.get(name, ""), now.get(name, ""))
        for name, kind in (("holders", "holders"), ("review_on", "review"), ("meets_at", "meets"), ("needs", "needs"))
        if before.get(name, "") != now.get(name, "") and (now.get(name) or name != "meets_at")
    ]
    for part, says in (("goals", "goal"), ("promises", "promise")):
        old, new = before.get(part, {}), now.get(part, {})
        found += [Change(f"{says}_gone", old[key]["text"], "") for key in old if key not in new]
        found += [Change(f"{says}_new", "", new[key]["text"]) for key in new if key not in old]
        both = [(old[key], new[key]) for key in new if key in old]
        found += [Change(f"{says}_changed", a["text"], b["text"]) for a, b in both if a["text"] != b["text"]]
        found += [Change("state", b["text"], b["state"]) for a, b in both if a.get("state") != b.get("state")]
    return found


def may_publish(*, goals: int, promises: int, writes: bool) -> Answer:
    """A version has something to say."""
    if not writes:
        return may_write(writes=False)
    if not goals or not promises:
        return refuse(_("Write at least one goal and one promise first."))
    return allow(_("The version can be published."))
