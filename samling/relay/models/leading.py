"""What whoever leads a unit sees: how much each person there has, and who would hold it if some were gone.

The answers come from the functions that pass things on for real; nothing is changed by asking.
"""

import datetime as dt
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.utils.functional import cached_property

from samling.access import guard
from samling.journey.models import Held, Sort, held
from samling.people.models import Capacity, Child
from samling.records.clock import STOCKHOLM

from .. import rules
from .giving import children_of_journeys


class Load(NamedTuple):
    """What one person has: children, open duties, meetings in the next four weeks. No score, and in order of name."""

    capacity: Capacity
    children: int
    duties: int
    meetings: int

    @property
    def ends_on(self) -> dt.date | None:
        """Her last day, where it is known."""
        ends = self.capacity.until_at
        return (ends - dt.timedelta(seconds=1)).astimezone(STOCKHOLM).date() if ends else None


def loads(at: dt.datetime) -> list[Load]:
    """Everyone whom the acting capacity leads, by name."""
    children = {row["capacity"]: row["children"] for row in guard.rows("workload")}
    people = Capacity.known(children)
    things = held(children)
    soon = (at + rules.AHEAD).astimezone(STOCKHOLM).date()
    found = []
    for key, one in people.items():
        own = [thing for thing in things if thing.capacity == key]
        meetings = [thing for thing in own if thing.sort is Sort.MEETING]
        ahead = [thing for thing in meetings if thing.on and thing.on <= soon]
        found.append(Load(one, children[key], len(own) - len(meetings), len(ahead)))
    return sorted(found, key=lambda one: (one.capacity.person.sort_key, str(one.capacity.pk)))


class Lost(NamedTuple):
    """One thing that would lose its holder: what, about whom, who has it and who would."""

    what: str
    child: Child | None
    before: Capacity | None
    after: Capacity | None
    on: dt.date | None = None


class Rehearsal:
    """*Öva*: these people are gone at once. Read in a transaction that can change nothing."""

    def __init__(self, who: list[UUID], at: dt.datetime):
        self.who, self.at = sorted(who, key=str), at
        with connection.cursor() as cursor:
            cursor.execute("set transaction read only")

    @cached_property
    def held(self) -> dict[UUID, tuple[UUID, UUID | None]]:
        """Every capacity whose duties they have: who holds them now and who would. Raises Refused to one who does not lead."""
        return {row["capacity"]: (row["holder"], row["heir"]) for row in guard.rows("rehearse_duties", self.who)}

    @cached_property
    def _rows(self) -> list[dict]:
        return guard.rows("rehearse_children", self.who)

    @cached_property
    def _things(self) -> list[Held]:
        return held(self.held)

    @cached_property
    def _journeys(self) -> list[dict]:
        return guard.rows("rehearse_journeys", self.who)

    @cached_property
    def known(self) -> dict[UUID, Capacity]:
        """Everyone who is named."""
        named = [one for row in self._journeys for one in row.values()]
        return Capacity.known([*self.who, *(one for pair in self.held.values() for one in pair), *named])

    @cached_property
    def _children(self) -> dict[UUID, Child]:
        about = {one.subject for one in self._things} | {row["journey"] for row in self._journeys}
        sides = children_of_journeys(about)
        wanted = {row["subject"] for row in self._rows} | about | set(sides.values())
        rows = {one.pk: one for one in Child.objects.filter(pk__in=wanted - {None}).select_related("unit")}
        return rows | {journey: rows[child] for journey, child in sides.items() if child in rows}

    @property
    def children(self) -> list[Lost]:
        """Every child they work with whose name one may see; without a reader where nobody else could read about her."""
        lines = [Lost("", self._children[row["subject"]], self.known[row["capacity"]],
                      self.known.get(row["heir"]) if row["passes"] else None)
                 for row in self._rows if row["subject"] in self._children]  # fmt: skip
        return sorted(lines, key=lambda one: (one.child.sort_key if one.child else "", str(one.before)))

    @property
    def unseen(self) -> int:
        """How many more children there are, of other units, whose names one does not see."""
        return len({(row["capacity"], n) for n, row in enumerate(self._rows) if row["subject"] not in self._children})

    @property
    def promises(self) -> list[Lost]:
        """Promises that would be without their maker."""
        return self._of(Sort.PROMISE)

    @property
    def meetings(self) -> list[Lost]:
        """Meetings to come."""
        return self._of(Sort.MEETING)

    @property
    def duties(self) -> list[Lost]:
        """Everything else that is held."""
        return self._of(Sort.DUTY)

    def _of(self, sort: Sort) -> list[Lost]:
        return [Lost(one.title, self._children.get(one.subject), self.known.get(self.held[one.capacity][0]),
                     self.known.get(self.held[one.capacity][1]), one.on)  # type: ignore[arg-type]
                for one in self._things if one.sort == sort]  # fmt: skip

    @property
    def journeys(self) -> list[tuple[Child | None, Capacity | None, Capacity | None]]:
        """Journeys whose coordination would change: the child, who would coordinate, who would be the deputy."""
        return [(self._children.get(row["journey"]), self.known.get(row["next_coordinator"]),
                 self.known.get(row["next_deputy"])) for row in self._journeys]  # fmt: skip

    @property
    def many(self) -> int:
        """How many children that is: two who leave may work with the same child."""
        return len({one.child for one in self.children})

    @property
    def without(self) -> int:
        """How many children nobody would read about."""
        return len({one.child for one in self.children if one.after is None})

    @property
    def shown(self) -> list[Child]:
        """The children whose names are on the page, for the log."""
        return list({one.pk: one for one in self._children.values()}.values())
