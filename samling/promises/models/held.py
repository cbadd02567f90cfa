"""Whose promise it is now, and when it stands without anybody."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from samling.access import holding
from samling.journey.models import coordinating, taking_part
from samling.kernel.answer import Answer
from samling.people.models import Capacity
from samling.records.acting import insist_acting
from samling.records.clock import now

from .. import rules


class Holding:
    """Who holds a promise, as it is asked of the record."""

    asked_id: Any
    holder: Any
    maker: Any
    state: Any
    subject_id: Any

    @cached_property
    def is_mine(self) -> bool:
        """Whether the one who acts made it or took it over, or stands in for whoever did while she is away."""
        return self.held_by is not None and self.held_by.pk in holding.duties() and not self.is_left

    @property
    def held_by(self) -> Capacity | None:
        """Whose promise it is now: its maker's, or of whoever took it over."""
        return self.holder or self.maker

    @cached_property
    def is_left(self) -> bool:
        """Whether it stands without anybody: its maker, or her side, has gone, and nobody has taken it over yet."""
        if self.state not in rules.OPEN:
            return False
        return self.asked_id is not None or self.has_ended or self.is_outside

    @property
    def has_ended(self) -> bool:
        """Whether the one who holds it is no longer at work."""
        one = self.held_by
        return one is not None and one.until_at is not None and one.until_at <= now()

    @property
    def is_outside(self) -> bool:
        """Whether the side of the one who holds it has left the shared space; not to be told by one who is not in it."""
        one = self.held_by
        return one is not None and one.unit is not None and bool(self.sides) and one.unit.branch_id not in self.sides

    @cached_property
    def sides(self) -> set[UUID]:
        """The branches that take part in its plan now."""
        return taking_part([self.subject_id])[self.subject_id]

    @property
    def may_take(self) -> Answer:
        """Whether the one who acts is asked to take it over or let it go, and why."""
        asked = self.asked_id or (self.held_by.pk if self.held_by else None)
        answer = rules.may_take(self.state, is_left=self.is_left, is_asked=asked in holding.duties())
        return answer or self.may_decide or answer

    @cached_property
    def may_decide(self) -> Answer:
        """Whether the one who acts coordinates, and decides about what a side has left."""
        held = coordinating([self.subject_id]).get(self.subject_id) if self.is_outside else None
        mine = held is not None and held.coordinator == insist_acting().capacity_id
        return rules.may_decide(self.state, is_outside=self.is_outside, is_asked=self.asked_id is not None, coordinates=mine)


def with_sides[P: Holding](promises: Iterable[P]) -> list[P]:
    """The same, knowing which sides take part in their plans now: asked once for all of them."""
    found = list(promises)
    near = taking_part({one.subject_id for one in found})
    for one in found:
        one.sides = near[one.subject_id]
    return found
