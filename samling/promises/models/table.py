"""What a meeting asks of the plan: a promise straight into it, the list that is read back, and what is still open."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.utils.translation import gettext

from samling.people.models import Capacity
from samling.plan.models import Plan, Wording
from samling.plan.models.plans import day

from ..reference import AGREED, RHYTHMS
from ..rules import OPEN, How, Word
from .promises import Promise
from .texts import LEVELS, how_often, in_words, text_of
from .words import PromiseWord

UNNAMED = {"nature": AGREED, "level": "individual"}  # a meeting does not stop to name the sort of help


def rhythms() -> list[tuple[str, str]]:
    """How often something can be promised, in words."""
    return [(code, gettext(word)) for code, word in RHYTHMS.items()]


class Line(NamedTuple):
    """One promise as it is read back: who, what, how often, until when, and where it stands."""

    promise: Promise
    text: str
    home: str
    child: str
    rhythm: str

    @property
    def heard(self) -> str:
        """How the latest word was said, and who heard it."""
        return in_words(self.promise.latest) if self.promise.latest else ""


def promise_at_table(
    plan: Plan, told: dict[str, Any], gathering: UUID, *, by: Capacity, at: dt.datetime, pk: UUID, said_yes: bool = False
) -> Promise:
    """A promise made at a meeting. `said_yes`: its maker said so aloud, and it is noted as heard. Raises Refused."""
    made = Promise.make(plan, UNNAMED | told | {"gathering_id": gathering}, by=by, at=at, pk=pk)
    if said_yes and made.latest is None:
        answer_at_table(made, Word.YES, by=by, at=at)
    return made


def answer_at_table(promise: Promise, word: Word, *, by: Capacity, at: dt.datetime) -> PromiseWord:
    """A yes or a no aloud in the room: the maker's own when she writes it herself, else noted as heard. Raises Refused."""
    how = How.SELF if promise.is_mine else How.ROOM
    said = {"word": word, "how": how, "heard_on": day(at), "text": ""}
    return PromiseWord.say(promise, said, by=by, at=at, pk=uuid5(promise.pk, word))


def read_back(plan: Plan, gathering: UUID) -> list[Line]:
    """What has been promised at one meeting, as each of the three reads it. The page opens the plan first."""
    rows = [one for one in Promise.of_plan(plan) if one.gathering_id == gathering]
    said = Wording.of([one.pk for one in rows]) if rows else {}
    return [_line(one, said.get(one.pk, {})) for one in rows]


def _line(one: Promise, said: dict[str, Any]) -> Line:
    staff, home, child = (text_of(said, level) for level in LEVELS)
    return Line(one, staff, home, child, how_often(one.rhythm))


def open_promises(journey: UUID) -> list[Promise]:
    """Promises of a journey that somebody still holds; none may hang when a matter is closed."""
    held = ("maker__person", "maker__unit", "holder__person", "holder__unit", "plan")
    rows = Promise.objects.filter(subject_id=journey, withdrawn_at=None).select_related(*held)
    return [one for one in rows.prefetch_related("words").order_by("until_on") if one.state in OPEN]
