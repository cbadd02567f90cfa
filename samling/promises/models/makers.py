"""Everyone who can promise something around a child, and the facts that a promise keeps of each."""

from typing import Any

from django.utils.translation import gettext

from samling.journey.models import Party
from samling.people.models import Capacity, Guardian
from samling.plan.models import Plan
from samling.plan.models.plans import people

NOBODY: dict[str, Any] = {"maker": None, "guardian": None, "party": None}
Makers = dict[str, tuple[str, dict[str, Any]]]


def of_staff(one: Capacity) -> dict[str, Any]:
    """A colleague promises."""
    side = one.unit.branch.actor if one.unit else "school"
    return NOBODY | {"made_as": "staff", "maker": one, "who": str(one.person), "side": side}


def of_home(one: Guardian | None, name: str) -> dict[str, Any]:
    """A guardian promises; by name alone where one's own side does not read her row."""
    return NOBODY | {"made_as": "guardian", "guardian": one, "who": name, "side": "home"}


def of_child(plan: Plan) -> dict[str, Any]:
    """The child promises."""
    return NOBODY | {"made_as": "child", "who": plan.called or gettext("the child"), "side": "child"}


def of_adult(name: str = "") -> dict[str, Any]:
    """Another adult promises; who she is, is asked where the name is empty."""
    return NOBODY | {"made_as": "adult", "who": name, "side": "home"}


def makers(plan: Plan) -> Makers:
    """Everyone who can promise: those who work with the child, the home, those by copy, others by name."""
    found: Makers = {f"staff:{key}": (f"{one}, {one.unit}", of_staff(one)) for key, one in people(plan.subject_id).items()}
    for one in plan.home:
        found[f"guardian:{one.pk}"] = (f"{one}, {one.relation}", of_home(one, str(one)))
    child = of_child(plan)
    found["child"] = (f"{child['who']} ({gettext('the child')})", child)
    for party in plan.parties:
        if party.how == Party.How.COPY:
            facts = {"made_as": "outside", "party": party, "who": str(party.unit), "side": party.unit.branch.actor}
            found[f"party:{party.pk}"] = (gettext("%(unit)s, which gets a copy") % {"unit": party.unit}, NOBODY | facts)
    elsewhere = NOBODY | {"made_as": "outside", "who": "", "side": ""}
    found["outside"] = (gettext("Someone at an organisation without Samling"), elsewhere)
    found["adult"] = (gettext("Another adult whom the child trusts"), of_adult())
    return found
