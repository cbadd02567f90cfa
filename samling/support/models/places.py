"""Where things about a support are kept, who can hold one, and who will read what is written."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.access import guard, holding
from samling.access.models import Assignment
from samling.journey.models import Party
from samling.kernel.answer import Answer
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Branch, Capacity, Child, Unit
from samling.seating.models import readers

from .. import rules
from ..reference import AT_PRESCHOOL, AT_SCHOOL, LegalForm, forms_at

PLAN = wall(SHARED_BRANCH, Category.PLAN)


def branch_of(by: Capacity) -> Branch:
    """The authority and activity that one gives support for."""
    if by.unit is None:
        raise ValueError(f"{by.pk} works nowhere")
    return by.unit.branch


def own_wall(by: Capacity, form: LegalForm) -> int:
    """Behind which wall of one's own compartment a support in this form is kept."""
    return wall(branch_of(by).number, form.category)


def part_of(child: UUID) -> Party | None:
    """The part that a child row takes in a journey's shared space now."""
    there = Party.objects.filter(child_id=child, accepted_at__isnull=False, ended_at=None, how=Party.How.SPACE)
    return there.order_by("accepted_at").first()


class Giving(NamedTuple):
    """One of those who work with the child, and the walls she reads."""

    capacity: Capacity
    walls: list[int]


class Desk:
    """One person who is to note support for one child: the forms, who can hold it, who will read it."""

    def __init__(self, child: Child, by: Capacity, at: dt.datetime, on: dt.date):
        self.child, self.by, self.at, self.on = child, by, at, on

    @cached_property
    def forms(self) -> list[LegalForm]:
        """The legal forms in which one can give support here and write about it."""
        if self.by.unit is None:
            return []
        stage = AT_PRESCHOOL if self.child.unit.kind == Unit.Kind.PRESCHOOL else AT_SCHOOL
        access = guard.my_access(self.child.pk)
        offered = forms_at(branch_of(self.by).domain, stage, self.on)
        return [one for one in offered if access.get(own_wall(self.by, one), False)]

    def may_start(self) -> Answer:
        """Whether one can note support for the child."""
        return rules.may_work(writes=bool(self.forms))

    @cached_property
    def journey(self) -> UUID | None:
        """The shared space that one writes in around the child, if there is one."""
        part = part_of(self.child.pk)
        return part.journey_id if part and guard.my_access(part.journey_id).get(PLAN, False) else None

    @cached_property
    def givers(self) -> list[Giving]:
        """Those who can hold something around the child now, with what they read."""
        given = Assignment.objects.standing(self.at).filter(subject_id=self.child.pk, capacity__isnull=False)
        walls: dict[UUID, list[int]] = {}
        for key, behind in given.values_list("capacity_id", "walls"):
            walls.setdefault(key, []).extend(behind)
        able = [one for one, now in holding.holders(walls).items() if one == now]
        known = Capacity.known(able).values()
        return sorted((Giving(one, walls[one.pk]) for one in known), key=lambda one: one.capacity.person.sort_key)

    def holders(self, behind: int) -> list[Capacity]:
        """Those of them who read behind this wall."""
        return [one.capacity for one in self.givers if behind in one.walls]

    def sees(self, code: str, home: str) -> list[str]:
        """Who will read what is written about a support in this form."""
        form = next((one for one in self.forms if one.code == code), None) or self.forms[0]
        return readers_of(self.child.pk, own_wall(self.by, form), self.at, home)

    @cached_property
    def table(self) -> list[str]:
        """Who sees where it stands: everyone in the shared space, unit by unit."""
        there = Party.objects.filter(journey_id=self.journey, accepted_at__isnull=False, ended_at=None, how=Party.How.SPACE)
        return [str(one.unit) for one in there.select_related("unit").order_by("accepted_at")] if self.journey else []


def readers_of(subject: UUID, behind: int, at: dt.datetime, home: str) -> list[str]:
    """Those who read behind a wall, and those at home when they may."""
    names: Iterable[str] = readers(subject, [behind], at)
    at_home = {"yes": [gettext("the guardians")], "child": [gettext("the guardians, if the child agrees")]}
    return [*names, *at_home.get(home, [])]


