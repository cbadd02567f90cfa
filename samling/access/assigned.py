"""Who works with a child, who could, and what the role gives: read from the dated rows that decide."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samling.kernel.answer import Answer, insist
from samling.kernel.categories import TITLES, wall
from samling.kernel.regime import Domain
from samling.kernel.sorting import swedish_key
from samling.people.models import Capacity, Child
from samling.people.roles import ROLES, RoleRule

from . import guard, rules
from .models import Assignment
from .plain import day_of, kinds_of, last_day

MOST = 30  # names in a list to choose from
STAFF = ("person", "unit__branch__organisation")


def role_of(capacity: Capacity) -> RoleRule | None:
    """What the role of a capacity can be given, by reference data."""
    rule = ROLES.get(capacity.role)
    return rule if rule and capacity.unit and Domain(capacity.unit.branch.domain) in rule.domains else None


@dataclass(frozen=True, slots=True)
class Working:
    """One assignment in force: who has it, what it gives in words, since when, until when and why."""

    assignment: Assignment
    capacity: Capacity
    kinds: list[str]
    because: str
    by_unit: bool
    may_end: Answer = field(default_factory=lambda: rules.may_end_assignment(mine=False, assigns=False, works=False))

    @property
    def writes_only(self) -> bool:
        """Someone who may note a concern and read what she wrote herself."""
        return self.assignment.reach == Assignment.Reach.WRITER

    @property
    def since(self) -> dt.date | None:
        """The first day."""
        return day_of(self.assignment.from_at)

    @property
    def until(self) -> dt.date | None:
        """The last day, if one is set."""
        return last_day(self.assignment.until_at)


def works_with(child: Child, by: Capacity) -> bool:
    """Whether the acting capacity works fully with this child."""
    return by.pk == guard.asked("my_capacity") and any(guard.my_access(child.pk).values())


def may_assign(child: Child, by: Capacity) -> Answer:
    """May the acting capacity give assignments about this child, and why."""
    rule = role_of(by)
    return rules.may_assign(assigns=bool(rule and rule.may_assign), works=works_with(child, by),
                            same_branch=by.unit.branch_id == child.branch_id)


def working(child: Child, by: Capacity, at: dt.datetime) -> list[Working]:
    """Everyone who works with the child now: each with an own assignment, then those who lead the unit."""
    rows = Assignment.objects.filter(subject_id=child.pk).standing(at).select_related(
        *(f"capacity__{name}" for name in STAFF), "unit__branch")
    leads, works = bool(may_assign(child, by)), works_with(child, by)
    own = [_own(row, by, leads, works) for row in rows if row.capacity_id]
    whole = _leaders([row for row in rows if row.unit_id], at)
    return [*sorted(own, key=lambda line: (line.capacity.person.sort_key, line.assignment.from_at)), *whole]


def _own(row: Assignment, by: Capacity, leads: bool, works: bool) -> Working:
    may = rules.may_end_assignment(mine=row.capacity_id == by.pk, assigns=leads, works=works)
    return Working(row, row.capacity or by, kinds_of(row.walls), gettext(row.because), False, may)


def _leaders(rows: list[Assignment], at: dt.datetime) -> list[Working]:
    """A unit's own assignment, opened out into those whose role leads there, with what their role reads."""
    lines, there = [], list(in_force(at).filter(unit_id__in={row.unit_id for row in rows})) if rows else []
    for row, capacity in ((row, one) for row in rows for one in there if one.unit_id == row.unit_id):
        rule = role_of(capacity)
        if rule and rule.whole_unit:
            walls = [wall(row.unit.branch.number, one) for one in rule.whole_unit]
            lines.append(Working(row, capacity, kinds_of(walls), gettext("leads the unit"), True))
    return lines


def in_force(at: dt.datetime) -> Any:
    """Staff capacities in force, approved where the role needs it, in order of name."""
    alone = [rule.code for rule in ROLES.values() if not rule.needs_second_approval]
    rows = Capacity.objects.standing(at).filter(unit__isnull=False).select_related(*STAFF)
    return (rows.exclude(approved_by=None) | rows.filter(role__in=alone)).order_by("person__sort_key", "from_at", "id")


@dataclass(frozen=True)
class Giving:
    """The way to a new assignment: a name is searched, somebody is chosen, and what it gives is read."""

    child: Child
    by: Capacity
    asked: str
    at: dt.datetime
    to: Capacity | None = None

    @classmethod
    def begin(cls, child: Child, by: Capacity, to: str, asked: str, at: dt.datetime) -> "Giving":
        """From what the page was asked for; someone who cannot be given the child counts as not chosen."""
        insist(may_assign(child, by))
        giving = cls(child, by, " ".join(asked.replace("\0", "").split())[:80], at)
        chosen = next((one for one in giving.reachable() if str(one.pk) == to), None)
        return cls(child, by, giving.asked, at, chosen)

    def reachable(self) -> Any:
        """Staff of the child's own authority and activity, and of those that hang on it (school health)."""
        branch = self.child.branch
        return in_force(self.at).filter(unit__branch__in=[branch, *branch.hanging.all()])

    def candidates(self) -> list[tuple[Capacity, Answer]]:
        """Those whose name fits what was asked for, each with the answer whether she can be given the child."""
        rows = self.reachable()
        for word in swedish_key(self.asked).split():
            rows = rows.filter(person__sort_key__contains=word)
        rows = rows if self.asked else rows.filter(unit_id=self.child.unit_id)
        return [(one, answer) for one in rows[:MOST] for answer in [self.may_have(one)] if _can_be_listed(one)]

    def may_have(self, one: Capacity) -> Answer:
        """Can this person be given the child, and why."""
        have = Assignment.objects.filter(subject_id=self.child.pk, capacity_id=one.pk, reach="full")
        return rules.may_be_assigned(herself=one.person_id == self.by.person_id, holds=_can_be_listed(one),
                                     same_side=True, already=have.standing(self.at).exists())

    @property
    def kinds(self) -> list[str]:
        """What the chosen person's role gives, in words."""
        rule, branch = self._rule()
        home = branch.hangs_on.number if branch.hangs_on else branch.number
        domain = Domain(branch.domain)
        return kinds_of([*(wall(branch.number, one) for one in rule.categories_in(domain)),
                         *(wall(home, one) for one in rule.leaning_in(domain))], whole=True)

    @property
    def by_decision(self) -> list[tuple[int, str]]:
        """What can be added for this child alone, with a reason of its own."""
        rule, _branch = self._rule()
        return [(int(one), gettext(TITLES[one])) for one in rule.by_decision]

    def _rule(self) -> tuple[RoleRule, Any]:
        assert self.to is not None
        return ROLES[self.to.role], self.to.unit.branch

    def give(self, told: dict[str, Any]) -> UUID:
        """Give the assignment; raises Refused with the reason."""
        assert self.to is not None
        guard.lock_child(self.child.pk)
        insist(self.may_have(self.to))
        return guard.assign(self.child.pk, self.to.pk, because=told["because"], extra=told.get("extra", ()),
                            until=told["until_at"])


def _can_be_listed(one: Capacity) -> bool:
    rule = role_of(one)
    return bool(rule and rule.may_hold_children and rule.categories)
