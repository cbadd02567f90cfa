"""Who should be a child's named contact, by the rule of her age where she goes, and who there could be asked."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext

from samling.people.models import Capacity, Child, Setting
from samling.records.clock import STOCKHOLM
from samling.records.habits import CODES
from samling.records.question import Question

from .. import rules
from ..reference import AT_SCHOOL, BEFORE_SCHOOL, ROLES

CODES.update(role for roles, _actor in ROLES.values() for role in roles)


class Wanted(NamedTuple):
    """The rule in words, the side it points to, and those who can be asked, the likeliest first."""

    who: str
    actor: str
    people: list[Capacity]

    @property
    def first(self) -> Capacity | None:
        """Who should be asked."""
        return self.people[0] if self.people else None


def wanted(child: Child, at: dt.datetime) -> Wanted:
    """The named contact that the rule asks for today."""
    unit = child.unit
    school = rules.is_at_school(child.birth_year, at.astimezone(STOCKHOLM).date(), unit_kind=unit.kind)
    rule = Setting.text(AT_SCHOOL if school else BEFORE_SCHOOL, at, organisation=child.branch.organisation_id)
    roles, actor = ROLES[rule]
    people = sorted(_there(at, unit.pk, list(roles)), key=lambda one: (roles.index(one.role), one.from_at, str(one.pk)))
    return Wanted(gettext(rule), actor, people)


@Question
def _there(at: Any, unit: Any, roles: Any) -> QuerySet:
    there = Capacity.objects.standing(at).filter(unit_id=unit, role__among=roles)
    return there.select_related("person", "unit__branch")
