"""What the pages of one promise are laid out from."""

from typing import Any

from samling.access import holding
from samling.people.models import Capacity
from samling.plan.models import Goal, Wording, bank
from samling.plan.models.plans import people
from samling.records.clock import today

from . import rules
from .desk import Line
from .forms import PromiseForm
from .models import Promise, PromiseWord
from .models.texts import in_words, is_adapted, text_of
from .reference import LEVELS, NATURES, RHYTHMS
from .rules import Word

CHOSEN = ("phrase", "what", "does", "home", "child", "rhythm", "starts_on", "until_on", "nature", "level", "sure", "goal_id")
FACTS = ("made_as", "side", "maker", "guardian", "party", "who")


def told(form: PromiseForm) -> dict[str, Any]:
    """What the form says, for the verb; a goal by its key."""
    said = form.cleaned_data
    goal = Goal.objects.filter(pk=said["goal_id"]).first() if said.get("goal_id") else None
    return {name: said.get(name) for name in (*CHOSEN, *FACTS)} | {"goal": goal}


def sayable(promise: Promise) -> list[Word]:
    """What can be said of it now."""
    return rules.sayable(promise.state)


def promise_page(promise: Promise) -> dict[str, Any]:
    """The line in three levels, every word about it with how it was heard, its versions, who holds it now."""
    versions = list(Wording.objects.filter(line_id=promise.pk).select_related("body", "written_by__person").order_by("-number")[:30])
    said = versions[0].body.said if versions else {}
    words = PromiseWord.objects.filter(promise=promise, withdrawn_at=None).select_related("body", "written_by__person")
    latest, on = promise.latest, today()
    holder = _holder(promise)
    line = Line(promise, text_of(said), True, promise.state, in_words(latest) if latest else "", promise.quiet(on),
                str(RHYTHMS[promise.rhythm]))  # fmt: skip
    return {
        "promise": promise, "plan": promise.plan, "child": promise.plan.child, "line": line, "today": on,
        "home": text_of(said, "home"), "home_own": is_adapted(said, "home"),
        "translated": bank.translated(said), "child_text": text_of(said, "child"), "child_own": is_adapted(said, "child"),
        "words": [(one, in_words(one)) for one in words.order_by("-written_at")[:50]],
        "versions": [(one, text_of(one.body.said)) for one in versions[1:]],
        "may_write": promise.plan.writes, "sayable": sayable(promise), "holder": holder,
        "nature": NATURES[promise.nature], "level": LEVELS[promise.level], "readers": promise.plan.readers,
        "others": others(promise) if promise.is_left and promise.may_decide else [],
        "goal_words": promise.goal.body.words if promise.goal else "",
    }  # fmt: skip


def others(promise: Promise) -> list[Capacity]:
    """Who can be asked to take over what a side has left: the others at the table who are there now."""
    there = [one for one in people(promise.subject_id).values() if one.unit and one.unit.branch_id in promise.sides]
    return [one for one in there if one.pk not in holding.duties()]


def _holder(promise: Promise) -> Capacity | None:
    """Who holds it now, when that is another than the one who made it."""
    if not promise.held_by:
        return None
    own = promise.held_by.pk
    now = holding.holders([own]).get(own)
    return Capacity.known([now]).get(now) if now and now != own else None
