"""Who reads behind which wall of a child now, in words: the line that stands before every save."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.access.models import Assignment, Disclosure
from samling.kernel.categories import SHARED_BRANCH, branch_of
from samling.people.models import Capacity
from samling.records.question import Question

from .models import Party

FEW = 3


@Question
def _told(child: Any, at: Any) -> QuerySet:
    stands = Q(ground__until_at=None) | Q(ground__until_at__gt=at)
    rows = Disclosure.objects.filter(stands, subject_id=child, ended_at=None, record_id=None)
    return rows.select_related("ground__to_unit", "ground__to_capacity__person")


class Readers:
    """The standing assignments and tellings about one child, read once for all its walls."""

    def __init__(self, child: UUID, at: dt.datetime, me: UUID, writers: Iterable[UUID] = ()):
        """`writers` are further people to know by name: those who wrote what is read."""
        self.child, self.at, self.me = child, at, me
        self.given = [row for row in Assignment.around(child) if row.from_at <= at and (row.until_at is None or at < row.until_at)]
        self.people = Capacity.known([*(row.capacity_id for row in self.given), *writers])
        self._parties: list[str] | None = None

    @cached_property
    def told(self) -> list[Disclosure]:
        """What stands told of the child, category by category."""
        return _told(self.child, self.at)

    def of(self, wall: int) -> list[str]:
        """By name; a unit stands for those who lead it, or for those there who were told."""
        if branch_of(wall) == SHARED_BRANCH:
            return self.parties
        rows = [row for row in self.given if wall in row.walls]
        mine = [gettext("you")] if any(row.capacity_id == self.me for row in rows) else []
        names = [str(one.person) for one in self._readers(rows) if one.pk != self.me]
        names += [gettext("those who lead %(unit)s") % {"unit": row.unit} for row in rows if row.unit]
        names += [str(row.ground.to_unit or row.ground.to_capacity.person) for row in self.told if row.wall == wall]
        return [*mine, *dict.fromkeys(names)]

    def in_short(self, wall: int) -> str:
        """The same in one short line: three names, then how many more."""
        names = self.of(wall)
        if len(names) <= FEW + 1:
            return ", ".join(names)
        more = gettext("and %(number)d more") % {"number": len(names) - FEW}
        return f"{', '.join(names[:FEW])} {more}"

    @property
    def parties(self) -> list[str]:
        """Everyone who takes part in the journey, unit by unit."""
        if self._parties is None:
            own = Party.objects.filter(child_id=self.child, accepted_at__isnull=False, ended_at=None)
            there = Party.objects.filter(journey_id__in=own.values("journey_id"), accepted_at__isnull=False)
            units = there.filter(ended_at=None, how=Party.How.SPACE).select_related("unit").order_by("accepted_at")
            self._parties = [str(party.unit) for party in units]
        return self._parties

    def colleagues(self, walls: list[int]) -> list[Capacity]:
        """Those who read any of these walls by name, without me: one of them can be the only reader."""
        rows = [row for row in self.given if set(row.walls) & set(walls)]
        found = {one.pk: one for one in self._readers(rows)}
        found.pop(self.me, None)
        return sorted(found.values(), key=lambda one: one.person.sort_key)

    def _readers(self, rows: list[Assignment]) -> list[Capacity]:
        """The capacities that these assignments name; those of a whole unit name none."""
        return [self.people[row.capacity_id] for row in rows if row.capacity_id in self.people]
