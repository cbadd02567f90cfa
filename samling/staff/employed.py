"""Units and the people who work there, as one who gives and approves capacities sees them."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from samling.access import guard
from samling.kernel.answer import Answer, insist
from samling.kernel.regime import Domain
from samling.kernel.sorting import swedish_key
from samling.people.accounts import Account
from samling.people.models import Branch, Capacity, Person, Unit
from samling.people.roles import ROLES, RoleRule, standing_roles
from samling.records.clock import STOCKHOLM

from . import rules

MOST, LEAST = 30, 2
RELATED = ("person", "unit__branch__organisation", "given_by__person", "approved_by__person")


@dataclass(frozen=True, slots=True)
class Post:
    """One capacity with what can be done with it."""

    capacity: Capacity
    waits: bool
    may_approve: Answer
    may_end: Answer
    email: str = ""  # of the account, for the second person to check before approving


class Office:
    """What the acting capacity sees and may do among the staff of its own organisation."""

    def __init__(self, by: Capacity, at: dt.datetime):
        self.by, self.at = by, at
        self.organisation = by.unit.branch.organisation
        self.rule = ROLES.get(by.role)

    @property
    def runs(self) -> bool:
        """Whether this is the organisation's system administrator."""
        return self.by.role == "sysadmin"

    def branches(self) -> list[Branch]:
        """The organisation's branches, the one's own first."""
        rows = Branch.objects.filter(organisation=self.organisation).prefetch_related("units").order_by("number")
        return sorted(rows, key=lambda one: one.pk != self.by.unit.branch_id)

    def unit(self, asked: str) -> Unit | None:
        """The unit that the page is about: the one asked for, else one's own."""
        rows = Unit.objects.filter(branch__organisation=self.organisation).select_related("branch")
        try:
            return rows.filter(pk=UUID(asked)).first() if asked else rows.get(capacities=self.by)
        except ValueError:
            return None

    def may_give(self, unit: Unit) -> Answer:
        """May a capacity be given at a unit, and why."""
        return rules.may_give(leads=self._leads(unit), runs=self.runs, same_organisation=self._same(unit))

    @property
    def may_list_pupils(self) -> Answer:
        """May the class lists of the own unit be written, and why: whoever leads it."""
        leads = bool(self.rule and self.rule.may_assign and self.rule.may_hold_children)
        return rules.may_list_pupils(leads=leads)

    def _leads(self, unit: Unit) -> bool:
        return bool(self.rule and self.rule.may_assign) and unit.branch_id == self.by.unit.branch_id

    def _same(self, unit: Unit) -> bool:
        return unit.branch.organisation_id == self.organisation.pk

    def posts(self, unit: Unit) -> list[Post]:
        """The capacities of a unit in force, to come or waiting, by name."""
        rows = Capacity.objects.filter(unit=unit).filter(not_over(self.at)).select_related(*RELATED)
        return [self._post(row) for row in rows.order_by("person__sort_key", "from_at")]

    def waiting(self) -> list[Post]:
        """Everything in the organisation that waits for a second person."""
        rows = Capacity.objects.filter(unit__branch__organisation=self.organisation, approved_by=None)
        rows = rows.filter(not_over(self.at)).select_related(*RELATED).order_by("from_at", "person__sort_key")
        return [post for post in map(self._post, rows) if post.waits]

    def _post(self, capacity: Capacity) -> Post:
        unit, rule = capacity.unit, ROLES.get(capacity.role)
        waits = capacity.approved_by_id is None and bool(rule and rule.needs_second_approval)
        given = capacity.given_by
        may_approve = rules.may_approve(
            approves=bool(self.rule and self.rule.may_approve), same_organisation=self._same(unit),  # type: ignore[arg-type]
            mine=capacity.person_id == self.by.person_id, given_by_me=bool(given and given.person_id == self.by.person_id))
        return Post(capacity, waits, may_approve, self.may_end(capacity), email_of(capacity.person_id) if waits and may_approve else "")

    def may_end(self, capacity: Capacity) -> Answer:
        """May a capacity of the organisation be ended, and why."""
        leads, same = self._leads(capacity.unit), self._same(capacity.unit)  # type: ignore[arg-type]
        mine = capacity.person_id == self.by.person_id
        return rules.may_end(leads=leads, runs=self.runs, same_organisation=same, mine=mine)

    def roles(self, unit: Unit) -> list[RoleRule]:
        """The roles that exist in a unit's kind of activity."""
        day = self.at.astimezone(STOCKHOLM).date()
        return [rule for rule in standing_roles(day) if Domain(unit.branch.domain) in rule.domains]

    def found(self, asked: str) -> list[Person]:
        """Staff whose name fits; nothing for fewer than two letters."""
        words = swedish_key(asked.replace("\0", "")[:80]).split()
        if sum(map(len, words)) < LEAST:
            return []
        rows = Person.objects.filter(is_staff_member=True).exclude(pk=self.by.person_id)
        for word in words:
            rows = rows.filter(sort_key__contains=word)
        return list(rows.order_by("sort_key")[:MOST])

    def person(self, asked: str) -> Person | None:
        """Somebody on the staff, by id."""
        try:
            return Person.objects.filter(pk=UUID(asked), is_staff_member=True).first()
        except ValueError:
            return None

    def answers_for(self, posts: list[Post]) -> set[UUID]:
        """Those of these people whose account is one's own to handle: not the ones who also work elsewhere."""
        people = {post.capacity.person_id for post in posts if post.may_end}
        rows = Capacity.objects.filter(person_id__in=people, unit__isnull=False).filter(not_over(self.at))
        return people - {row.person_id for row in rows.select_related("unit__branch") if row.unit and not self.may_give(row.unit)}

    def post(self, number: UUID) -> Capacity | None:
        """One capacity of the organisation."""
        return Capacity.objects.filter(pk=number, unit__branch__organisation=self.organisation).select_related(*RELATED).first()

    def give(self, person: Person, unit: Unit, role: str, starts: dt.datetime, ends: dt.datetime | None) -> UUID:
        """Give a capacity, once; it counts when a second person has approved it."""
        insist(self.may_give(unit))
        same = Capacity.objects.filter(person=person, unit=unit, role=role).filter(not_over(self.at)).first()
        return same.pk if same else guard.give_capacity(person.pk, unit.pk, role, starts=starts, ends=ends)


def email_of(person: UUID) -> str:
    """The address of a person's account, or an empty text."""
    return Account.objects.filter(person_id=person).values_list("email", flat=True).first() or ""


def add_person(given: str, family: str) -> UUID:
    """A new member of staff: a name and nothing else."""
    return guard.call("add_person", given, family, swedish_key(given, family))


def not_over(at: dt.datetime) -> Q:
    """Dated rows that are in force or to come."""
    return Q(until_at=None) | Q(until_at__gt=at)

