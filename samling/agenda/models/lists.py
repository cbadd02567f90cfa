"""What one has taken up and holds, who can hold a decision, and what a child's page shows of meetings."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import QuerySet

from samling.access import holding
from samling.people.models import Capacity, Child, Unit
from samling.records.question import Question
from samling.seating.models import colleagues
from samling.team.models.lists import SCHOOLS
from samling.team.rules import House

from .decisions import TeamDecision
from .items import TeamMeetingItem

FEW = 8


class Mine(NamedTuple):
    """Something of mine at a meeting, with the child it is about."""

    child: Child
    item: TeamMeetingItem | None
    decision: TeamDecision | None

    @property
    def subject_id(self) -> object:
        """For the log of what was shown."""
        return self.child.pk


def mine(by: Capacity) -> list[Mine]:
    """Decisions I hold and children I have taken up, as far as I may read them."""
    held = TeamDecision.objects.filter(holder_id__in=holding.duties(), handed_at__isnull=False, ended_at=None, reviews=None)
    raised = TeamMeetingItem.objects.filter(written_by=by, slot__meeting__ended_at=None, withdrawn_at=None)
    decisions = list(held.exclude(kind="close").select_related(*TeamDecision.beside).order_by("due_on")[:FEW])
    items = list(raised.select_related(*TeamMeetingItem.beside).order_by("slot__meeting__starts_at")[:FEW])
    children = Child.objects.in_bulk({one.subject_id for one in [*decisions, *items]})
    rows = [Mine(children[one.subject_id], None, one) for one in decisions if one.subject_id in children]
    return rows + [Mine(children[one.subject_id], one, None) for one in items if one.subject_id in children]


def holders(item: TeamMeetingItem, at: dt.datetime) -> list[Capacity]:
    """Who can hold a decision: those who work with the child, and the team's own side of the table."""
    child = item.child
    near = colleagues(child, at) if child else []
    table = [one.capacity for one in item.meeting.table(at) if one.house is not House.OUTSIDE]
    found = {one.pk: one for one in [*near, *table]}
    can = holding.holders(found)
    return sorted((one for key, one in found.items() if can.get(key) == key), key=lambda one: one.person.sort_key)


def names_around(child: Child) -> tuple[list[str], list[str]]:
    """What a text about this child may not hold: her names and class, and the names of units around her."""
    units = Unit.objects.filter(branch__organisation_id=child.branch.organisation_id, **SCHOOLS)
    return [child.full_name, child.called, child.group], list(units.values_list("name", flat=True))


def latest(child: Child) -> TeamDecision | None:
    """The latest decision of a meeting about a child, as far as one may read, and who holds it."""
    return _decided.first(child.pk)


def ahead(child: Child) -> TeamMeetingItem | None:
    """The item under which the child stands on an agenda to come, and when."""
    return _items.first(child.pk)


@Question
def _decided(child: Any) -> QuerySet:
    decided = TeamDecision.objects.filter(subject_id=child, ended_at=None, withdrawn_at=None)
    return decided.select_related("holder__person").order_by("-written_at")[:1]


@Question
def _items(child: Any) -> QuerySet:
    items = TeamMeetingItem.objects.filter(subject_id=child, slot__meeting__ended_at=None, withdrawn_at=None)
    return items.select_related("slot__meeting").order_by("slot__meeting__starts_at")[:1]
