"""The plan as plain values, for keeping: without ids of people, without promises that were let go."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid5

from samling.gathering.models import JointMeeting
from samling.journey.models import Party
from samling.plan.models import Goal, Plan
from samling.plan.models.plans import day
from samling.promises.models import Promise, PromiseWord
from samling.promises.models.promises import WORDS as SAID
from samling.promises.models.texts import heard_in_words, text_of
from samling.promises.models.whole import Whole
from samling.promises.rules import State
from samling.records.clock import now


def frozen(plan: Plan) -> dict[str, Any]:
    """The plan as it stands, without ids of people, for keeping. Released promises are no part of it."""
    whole = Whole(plan)
    first, second = plan.holders
    places = {place: str(one.pk) for one in plan.parties for place in (one.unit.branch_id, one.unit_id)}
    return {
        "kind": str(whole.kind),
        "holders": f"{first or '–'}; {second or '–'}",
        "coordinator": str(first or ""), "deputy": str(second or ""), "phone": first.phone if first else "",
        "accountable": str(plan.accountable or ""),
        "review_on": plan.review_on.isoformat(),
        "child": plan.called,
        "age": age(plan), "meets_at": meets_at(plan), "nobody_else": whole.nobody_else,
        "parties": _parties(whole),
        **whole.needs,
        "goals": {str(one.pk): {"turn": turn, **_goal(one, whole)} for turn, one in enumerate(whole.live())},
        "promises": {
            str(one.pk): {"turn": turn, **_promise(one, whole), **_body(one, places)}
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
    latest, said = one.latest, whole.said.get(one.pk, {})
    return {
        "said": {name: said[name] for name in SAID if said.get(name)},
        "who": one.who, "side": one.side, "goal": str(one.goal_id or ""), "level": one.level,
        "rhythm": one.rhythm, "starts_on": one.starts_on.isoformat(), "until_on": one.until_on.isoformat(),
        "state": str(one.state), "heard": _heard(latest) if latest else {},
    }  # fmt: skip


def _parties(whole: Whole) -> dict[str, dict[str, Any]]:
    """Everyone who takes part, in the space or by copy; organisations without Samling too, who are known by name alone."""
    found = {str(one.pk): _party(one) for one in whole.plan.parties}
    found |= {_outside(one): {"unit": one.who, "branch": "", "body": "", "how": Party.How.COPY.value}
              for one in whole.promises if is_unknown(one) and one.state is not State.RELEASED}  # fmt: skip
    return {key: {"turn": turn, **one} for turn, (key, one) in enumerate(found.items())}


def is_unknown(one: Promise) -> bool:
    """Whether its maker belongs to an organisation that Samling does not know."""
    return one.made_as == Promise.Maker.OUTSIDE and one.party_id is None


def _outside(one: Promise) -> str:
    return str(uuid5(one.plan_id, one.who))


def _heard(word: PromiseWord) -> dict[str, Any]:
    """How its latest word was heard; of one who said it herself neither a writer nor a day is told."""
    by = {} if word.in_person else {"who": word.written_by.person.short_name, "on": word.heard_on.isoformat()}
    return {"how": word.how, **by}


def spoken(kept: dict[str, Any]) -> dict[str, Any]:
    """What was kept with its sentences in the reader's language; what people wrote stays as they wrote it.

    Versions from before the values were kept hold the sentences themselves, and are read as they stand.
    """
    return kept | {"promises": {key: _spoken(one) for key, one in kept["promises"].items()}}


def _spoken(one: dict[str, Any]) -> dict[str, Any]:
    if "said" not in one:
        return one
    told = {"text": text_of(one["said"]), "home": text_of(one["said"], "home"), "child": text_of(one["said"], "child")}
    return one | told | {"how": _how(one["heard"])}


def _how(heard: dict[str, Any]) -> str:
    if not heard:
        return ""
    how = str(PromiseWord.Heard(heard["how"]).label)
    if "on" not in heard:
        return heard_in_words(how, in_person=True, who="", on=dt.date.min)
    return heard_in_words(how, in_person=False, who=heard["who"], on=dt.date.fromisoformat(heard["on"]))


def _party(one: Party) -> dict[str, Any]:
    branch = one.unit.branch
    return {"unit": str(one.unit), "branch": branch.name, "body": branch.organisation.name, "how": one.how}


def _body(one: Promise, places: dict[UUID, str]) -> dict[str, Any]:
    """Which authority answers for a promise, and as which party: the maker's own unit, else another of the same branch."""
    unit = one.maker.unit if one.maker else one.party.unit if one.party else None
    if unit is None:
        return {"body": one.who, "branch": "", "party": _outside(one)} if is_unknown(one) else {"body": "", "branch": "", "party": ""}
    own = str(one.party_id) if one.party_id else places.get(unit.pk) or places.get(unit.branch_id, "")
    return {"body": unit.branch.organisation.name, "branch": unit.branch.name, "party": own}


def age(plan: Plan) -> int | None:
    """How many years old the child is now, or becomes this year when the day is not known."""
    child, on = plan.child, day(now())
    if child is None:
        return None
    born = child.born_on
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day)) if born else on.year - child.birth_year


def meets_at(plan: Plan) -> str:
    """When everyone meets next, as it was known then; empty when no meeting has been called."""
    rows = JointMeeting.objects.filter(subject_id=plan.subject_id, withdrawn_at=None, held_at=None, cancelled_at=None)
    found = rows.filter(starts_at__gte=now()).order_by("starts_at").values_list("starts_at", flat=True).first()
    return found.isoformat() if found else ""
