"""The promises that stand, in short: the first few and how many there are, in one statement however old the plan is."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, Count, OuterRef, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce

from samling.records.question import Question

from .. import rules
from ..rules import State
from .promises import Promise
from .words import PromiseWord

FEW = 6
NOTHING = ""  # in the place of a word, before anything is said
GOES_ON = [NOTHING, *(str(word) for word, state in rules.AFTER.items() if state in rules.OPEN)]


def latest(column: str) -> Subquery:
    """A column of the word that counts, beside each promise."""
    words = PromiseWord.objects.filter(promise_id=OuterRef("pk"), withdrawn_at=None).order_by("-written_at", "-pk")
    return Subquery(words.values(column)[:1])


def going_on(rows: QuerySet) -> QuerySet:
    """Those of these promises that somebody is to keep, each with the word that counts as `said`."""
    said = Coalesce(latest("word"), Value(NOTHING), output_field=CharField())
    return rows.annotate(said=said).filter(said__in=GOES_ON)


class Open(NamedTuple):
    """One promise that stands, and where."""

    promise: Promise
    state: State


def open_promises(plan: UUID) -> tuple[list[Open], int]:
    """Those of a plan that stand, first begun first; and how many more there are."""
    rows = _open(plan)
    found = [Open(one, rules.state([one.said] if one.said else [])) for one in rows]
    return found, rows[0].number - len(rows) if rows else 0


@Question
def _open(plan: Any) -> QuerySet:
    rows = going_on(Promise.objects.filter(plan_id=plan, withdrawn_at=None))
    return rows.annotate(number=Window(Count("pk"))).order_by("starts_on", "written_at")[:FEW]
