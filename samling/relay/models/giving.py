"""What somebody has to hand over, child by child, and whom she can ask."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from samling.access.holding import duties
from samling.access.models import Assignment
from samling.journey.models import Held, Party, held
from samling.people.models import Capacity, Child, Leave
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM

from .relays import Relay

MOST = 200


class Own(NamedTuple):
    """One child that somebody holds: the next days, what is promised, and to whom it is offered."""

    child: Child
    held: list[Held]
    relay: Relay | None

    @property
    def next_on(self) -> dt.date | None:
        """The next day something is due."""
        return next((one.on for one in self.held if one.on), None)


def list_of(giver: Capacity, at: dt.datetime, *, is_me: bool) -> list[Own]:
    """Every child that a capacity works with, as far as one may read, with what it holds."""
    rows = Assignment.objects.filter(capacity=giver, reach=Assignment.Reach.FULL).standing(at)
    children = Child.objects.filter(pk__in=rows.values("subject_id")).select_related("unit").order_by("sort_key", "pk")[:MOST]
    things = held(duties() if is_me else [giver.pk])
    homes = children_of_journeys(one.subject for one in things)
    relays = {one.subject_id: one for one in Relay.waiting(giver=giver)}
    found: dict[UUID, list[Held]] = {}
    for thing in things:
        found.setdefault(homes.get(thing.subject, thing.subject), []).append(thing)
    return [Own(one, found.get(one.pk, []), relays.get(one.pk)) for one in children]


def children_of_journeys(subjects: Iterable[UUID]) -> dict[UUID, UUID]:
    """The child row on one's own side of each of these that is a journey."""
    sides = Party.objects.filter(journey_id__in=set(subjects), child__in=Child.objects.mine(), ended_at=None)
    return dict(sides.values_list("journey_id", "child_id"))


def candidates(child: Child, giver: Capacity, at: dt.datetime) -> list[Capacity]:
    """Who can take over: those who work with the child first, then the unit, then the rest of the authority."""
    near = Assignment.objects.filter(subject_id=child.pk, capacity__isnull=False).standing(at).values("capacity_id")
    order = Case(When(pk__in=near, then=Value(0)), When(unit_id=giver.unit_id, then=Value(1)), default=Value(2),
                 output_field=IntegerField())  # fmt: skip
    roles = [code for code, rule in ROLES.items() if rule.may_hold_children]
    rows: QuerySet[Capacity] = Capacity.objects.standing(at).filter(unit__branch_id=giver.unit.branch_id, role__in=roles)
    rows = rows.exclude(person_id=giver.person_id).select_related("person", "unit")
    return list(rows.annotate(near=order).order_by("near", "person__sort_key", "pk")[:MOST])


def leaves_on(capacity: Capacity, at: dt.datetime) -> dt.date | None:
    """The day from which this capacity holds nothing, where it is known: its end, or a leave to come."""
    away = Leave.objects.filter(capacity=capacity, from_at__gt=at).order_by("from_at").values_list("from_at", flat=True).first()
    ends = [moment for moment in (capacity.until_at, away) if moment and moment > at]
    return min(ends).astimezone(STOCKHOLM).date() if ends else None


def colleague(number: UUID | None) -> Capacity | None:
    """One member of staff, with place."""
    return Capacity.known([number]).get(number) if number else None
