"""The children whose running days are asked for, with the journeys in which one takes part with them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from samling.journey.models import Party
from samling.people.models import Child
from samling.records.question import Question


class Near(NamedTuple):
    """The children asked about, by their own keys and by those of their journeys; until which day, and now; all keys as one value."""

    children: dict[UUID, Child]
    journeys: dict[UUID, Child]
    until: dt.date
    today: dt.date
    keys: str

    @classmethod
    def around(cls, children: Iterable[Child], *, until: dt.date, today: dt.date) -> "Near":
        """These children and the journeys in which one takes part with them."""
        own = {one.pk: one for one in children}
        keys = f"{{{','.join(map(str, own))}}}"  # written out once: fourteen questions are put with them
        pairs = _spaces(keys) if own else []
        return cls(own, {journey: own[child] for journey, child in pairs if child}, until, today, keys)


@Question
def mine() -> QuerySet:
    """My children, all of them."""
    return Child.objects.mine()


@Question
def _spaces(children: Any) -> QuerySet:
    sides = Party.objects.filter(child_id__among=children, accepted_at__isnull=False, ended_at=None, how=Party.How.SPACE)
    return sides.filter(journey__closed_at=None).values_list("journey_id", "child_id")
