"""Who coordinates a journey, and her deputy: never nobody."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import models

from samling.access import guard
from samling.records.shape import Dated, DatedQuerySet, Record, runs_forward

from .journeys import Journey


class Coordination(Record, Dated):
    """Coordinator and deputy of a journey from a moment on. One open row a journey; made by guard functions alone.

    A row says whom it was given to. Who holds it now is asked of `coordinating`.
    """

    policy = "plain"

    journey = models.ForeignKey(Journey, models.PROTECT, related_name="coordinations")
    coordinator = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    deputy = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            runs_forward("coordination_runs_forward"),
            models.UniqueConstraint(
                fields=["journey"], condition=models.Q(until_at=None), name="coordination_one_at_a_time"
            ),
            models.CheckConstraint(
                name="coordination_deputy_is_someone_else",
                condition=models.Q(deputy=None) | ~models.Q(deputy=models.F("coordinator")),
            ),
        ]
        indexes = [models.Index(fields=["coordinator"]), models.Index(fields=["deputy"])]


class Coordinating(NamedTuple):
    """Who coordinates now, by capacity, and since when the one named was: nobody only where nobody can hold it."""

    coordinator: UUID | None
    deputy: UUID | None
    since_at: dt.datetime


def coordinating(journeys: Iterable[UUID | None]) -> dict[UUID, Coordinating]:
    """Who coordinates each of these journeys now, as far as one takes part in them."""
    wanted = sorted({one for one in journeys if one}, key=str)
    rows = guard.rows("coordinating", wanted) if wanted else []
    return {row["journey"]: Coordinating(row["coordinator"], row["deputy"], row["since"]) for row in rows}


def taking_part(journeys: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """The branches that are in the space of each of these journeys now, as far as one takes part in them."""
    wanted = sorted(set(journeys), key=str)
    found: dict[UUID, set[UUID]] = {one: set() for one in wanted}
    for row in guard.rows("taking_part", wanted) if wanted else []:
        found[row["journey"]].add(row["branch"])
    return found


def coordinate(journey: UUID, *, coordinator: UUID, deputy: UUID) -> UUID:
    """Name both: the coordinator is oneself, or goes on as before. Raises Refused."""
    made: UUID = guard.call("coordinate", journey, coordinator, deputy)
    return made
