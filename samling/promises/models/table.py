"""What a meeting asks of the plan: a promise straight into it, the list that is read back, and what is still open."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from samling.people.models import Capacity
from samling.plan.models import Plan
from samling.plan.models.plans import day

from ..rules import OPEN, How, Word
from .promises import Promise
from .whole import Whole
from .words import PromiseWord


class Line(NamedTuple):
    """One promise as it is read back: who, what, how often, until when, and where it stands."""

    promise: Promise
    text: str
    home: str
    child: str


def promise_at_table(
    plan: Plan, told: dict[str, Any], gathering: UUID, *, by: Capacity, at: dt.datetime, pk: UUID, said_yes: bool
) -> Promise:
    """A promise made at a meeting. `said_yes`: its maker said so aloud, and it is noted as heard. Raises Refused."""
    made = Promise.make(plan, told | {"gathering_id": gathering}, by=by, at=at, pk=pk)
    if said_yes and made.latest is None:
        how = How.SELF if made.maker_id == by.pk else How.SPOKEN
        yes = {"word": Word.YES, "how": how, "heard_on": day(at), "text": ""}
        PromiseWord.say(made, yes, by=by, at=at, pk=uuid5(pk, "yes"))
    return made


def read_back(plan: Plan, gathering: UUID | None = None) -> list[Line]:
    """What has been promised, of one meeting when asked, as each of the three reads it. The page opens the plan first."""
    whole = Whole(plan)
    rows = [one for one in whole.promises if gathering is None or one.gathering_id == gathering]
    return [Line(one, *(whole.text(one, level) for level in ("staff", "home", "child"))) for one in rows]


def open_promises(journey: UUID) -> list[Promise]:
    """Promises of a journey that somebody still holds; none may hang when a matter is closed."""
    rows = Promise.objects.filter(subject_id=journey, withdrawn_at=None).select_related("maker__person", "plan")
    return [one for one in rows.prefetch_related("words").order_by("until_on") if one.state in OPEN]
