"""A journey with a plan for the tests: the school and Lotsen around Adam, both of his parents, goals and promises."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from samling.access import guard
from samling.access.door import open_walls
from samling.access.models import Ground
from samling.journey.parties import invite
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, Guardian
from samling.plan.models import Goal, Plan
from samling.plan.models.plans import plan_of
from samling.promises.models import Promise, PromiseWord
from samling.records.clock import now, today

NAME = wall(1, Category.IDENTITY)
WEEKS = dt.timedelta(weeks=1)


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def joined(cast: Any, unit: str = "lotsen_social", who: str = "maria", how: str = "space") -> None:
    """Lotsen is invited on a ground that stands, and comes in; by copy it is invited and stays so."""
    with cast.acting("gunilla") as acting:
        ground = guard.give_ground(cast.adam, [NAME], basis="harm_test", because="Tillsammans.", unit=cast.world.unit[unit])
        child = Child.objects.get(pk=cast.adam)
        party = invite(child, Ground.objects.get(pk=ground), how=how, question="Kan ni?", by=acting.capacity_id, at=now())
    if how == "space":
        with cast.acting(who):
            cast.world.child["adam_at_lotsen"] = guard.accept_party(party)


def begun(cast: Any, who: str = "petra", kind: str = "joint", deputy: str = "jonas") -> UUID:
    """A plan that one person holds and another stands in for."""
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.world.capacity[deputy], because="Står vid sidan.")
    with cast.acting(who) as acting:
        by = me(acting)
        child = Child.objects.select_related("unit__branch").get(pk=cast.adam)
        told = {"kind": kind, "coordinator": by, "deputy": Capacity.objects.get(pk=cast.world.capacity[deputy]),
                "accountable": None, "review_on": today() + 8 * WEEKS}  # fmt: skip
        return Plan.begin(child, told, by=by, at=now()).pk


GOAL = {
    "words": "Jag vill gå in genom lilla dörren.", "name": "Adam", "voice": "child", "baseline": -1, "wording": "I tid fyra av fem dagar.",
    "minus_two": "Aldrig", "minus_one": "En dag", "zero": "Fyra dagar", "plus_one": "Fem dagar", "plus_two": "Fem dagar, glad",
}  # fmt: skip
DOOR = {
    "made_as": "staff", "side": "school", "guardian": None, "party": None, "phrase": "side_door", "what": "08.10", "does": "",
    "home": "", "child": "", "rhythm": "daily", "level": "individual", "nature": "setting", "goal": None,
}  # fmt: skip


def opened(acting: Any, plan: UUID) -> Plan:
    """The plan, looked at."""
    found = Plan.objects.select_related(*Plan.beside).get(pk=plan)
    open_walls(found, "read the plan")
    return found


def goal(cast: Any, plan: UUID, who: str = "petra", **more: Any) -> UUID:
    """A goal in Adam's words."""
    with cast.acting(who) as acting:
        found = opened(acting, plan)
        return Goal.add(found, GOAL | {"said_on": today()} | more, by=me(acting), at=now(), pk=uuid4()).pk


def promise(cast: Any, plan: UUID, maker: str = "petra", writer: str = "petra", **more: Any) -> UUID:
    """A promise by one of the staff, or by someone else as `more` says."""
    with cast.acting(writer) as acting:
        found = opened(acting, plan)
        told = DOOR | {"starts_on": today(), "until_on": today() + 4 * WEEKS}
        if more.get("made_as", "staff") == "staff":
            one = Capacity.objects.select_related("person").get(pk=cast.world.capacity[maker])
            told |= {"maker": one, "who": str(one.person)}
        else:
            told |= {"maker": None}
        return Promise.make(found, told | more, by=me(acting), at=now(), pk=uuid4()).pk


def of_hodan(cast: Any) -> dict[str, Any]:
    """A promise that Adam's mother makes."""
    with cast.acting("petra"):
        mother = Guardian.objects.get(pk=cast.hodan)
    return {"made_as": "guardian", "side": "home", "guardian": mother, "who": "Hodan Hassan", "nature": "routine",
            "phrase": "morning", "what": "yoghurt i bilen"}  # fmt: skip


def say(cast: Any, promise: UUID, word: str, who: str = "petra", how: str = "self", heard_on: dt.date | None = None) -> Any:
    """A word about a promise."""
    with cast.acting(who) as acting:
        found = Promise.objects.select_related(*Promise.beside).get(pk=promise)
        open_walls(found, "note what was said of a promise")
        told = {"word": word, "how": how, "heard_on": heard_on or today(), "text": ""}
        return PromiseWord.say(found, told, by=me(acting), at=now(), pk=uuid4()).pk


__all__ = ["begun", "goal", "joined", "me", "of_hodan", "opened", "plan_of", "promise", "say"]
