"""Who stands in for whom: what the pages about deputies and leave show, and what was taken over."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from samling.access import holding
from samling.access.models import Assignment
from samling.people.models import Capacity, Child, Deputy, Leave, Succession
from samling.people.roles import ROLES

from . import rules
from .employed import not_over

RELATED = ("person", "unit__branch__organisation")
MOST = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """One capacity with its deputies in order, its leave, and who would take over now."""

    capacity: Capacity
    deputies: list[Deputy]
    leaves: list[Leave]
    heir: Capacity | None


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What someone took over: from whom, why, since when and until when, and the children."""

    succession: Succession
    children: list[Child]


def heir(capacity: UUID) -> Capacity | None:
    """Who would take over now; None when nobody could."""
    found = holding.heir_of(capacity)
    return Capacity.known([found]).get(found) if found else None


def standing(capacity: Capacity, at: dt.datetime) -> Standing:
    """Who stands in for a capacity."""
    deputies = Deputy.objects.filter(not_over(at), capacity=capacity).select_related("stands_in__person", "stands_in__unit__branch")
    leaves = Leave.objects.filter(not_over(at), capacity=capacity)
    return Standing(capacity, list(deputies.order_by("from_at")), list(leaves.order_by("from_at")), heir(capacity.pk))


def colleagues(capacity: Capacity, by: Capacity, at: dt.datetime) -> list[Capacity]:
    """Who could be a deputy: in the same authority and activity, with a role that works with children."""
    rows = Capacity.objects.filter(not_over(at), from_at__lte=at, unit__branch=capacity.unit.branch).select_related(*RELATED)
    known = set(Deputy.objects.filter(not_over(at), capacity=capacity).values_list("stands_in_id", flat=True))
    others = rows.exclude(person_id__in=[capacity.person_id, by.person_id]).order_by("person__sort_key")
    return [one for one in others if one.pk not in known and one.role in ROLES and ROLES[one.role].may_hold_children][:MOST]


def may_note(capacity: Capacity, by: Capacity) -> bool:
    """May the acting capacity note leave for this one, and take a deputy away?"""
    rule = ROLES.get(by.role)
    leads = bool(rule and rule.may_assign) and capacity.unit.branch_id == by.unit.branch_id
    same = capacity.unit.branch.organisation_id == by.unit.branch.organisation_id
    return bool(rules.may_note_leave(leads=leads, runs=by.role == "sysadmin", same_organisation=same))


def whose(kind: type[Deputy | Leave], number: UUID) -> UUID | None:
    """The capacity that a deputy or a leave belongs to."""
    return kind.objects.filter(pk=number).values_list("capacity_id", flat=True).first()


def own_or_led(number: UUID | None, by: Capacity) -> Capacity | None:
    """The capacity, when it is one's own or of those one leads or administers."""
    if number is None:
        return None
    found = Capacity.objects.filter(pk=number, unit__isnull=False).select_related(*RELATED).first()
    return found if found and (found.pk == by.pk or may_note(found, by)) else None


def taken_over(number: UUID, by: Capacity) -> TakenOver | None:
    """What the acting capacity took over, with the children it may see."""
    rows = Succession.objects.select_related("capacity__person", "capacity__unit", "holder")
    found = rows.filter(pk=number, holder=by).first()
    if found is None:
        return None
    given = Assignment.objects.filter(capacity=by, taken_over_from_id__isnull=False, from_at=found.from_at)
    children = Child.objects.filter(pk__in=given.values("subject_id")).order_by("sort_key")
    return TakenOver(found, list(children[:MOST]))


def left_without() -> list[tuple[Capacity, int]]:
    """Ended capacities that held children whom nobody has taken over."""
    rows = holding.without_holder()
    known = Capacity.known(rows)
    return [(known[one], number) for one, number in rows.items() if one in known]
