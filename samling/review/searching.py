"""The log as one who answers for it may see it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from samling.access import guard
from samling.access.plain import kinds_of
from samling.kernel.answer import Answer
from samling.people.models import Capacity, Child, Unit
from samling.people.roles import ROLES

from . import rules
from .models import LogSearch

LATEST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the log: a name only where the searcher may see it anyway."""

    at: dt.datetime
    kind: str
    errand: str
    who: Capacity | None
    unit: Unit | None
    child: Child | None
    reference: str
    kinds: list[str]
    shown: int


class Searcher:
    """One who may search the log, or not."""

    def __init__(self, by: Capacity):
        self.by, self.rule = by, ROLES.get(by.role)

    @property
    def leads(self) -> bool:
        """Whether this is a head with children."""
        return bool(self.rule and self.rule.may_assign and self.rule.may_hold_children)

    @property
    def may_search(self) -> Answer:
        """May the log be searched, and how far."""
        return rules.may_search(role=self.by.role, leads=self.leads)

    @property
    def nameless(self) -> bool:
        """Whether names and children are left out."""
        return self.by.role == rules.DPO

    @property
    def people(self) -> list[tuple[str, str]]:
        """Whose looks one can ask for."""
        unit = self.by.unit
        assert unit is not None
        rows = Capacity.objects.filter(unit__branch__organisation=unit.branch.organisation_id).select_related("person")
        rows = rows if self.by.role == rules.OFFICER else rows.filter(unit=unit)
        people = {one.person_id: one.person for one in rows.order_by("person__sort_key")}
        return [(str(key), str(person)) for key, person in people.items()]

    def search(self, asked: tuple[Any, ...]) -> list[Found]:
        """What the log says. The guard writes the search down in the same act; raises Refused."""
        rows = guard.rows("search_looks", *asked)
        who = Capacity.known(row["capacity"] for row in rows)
        units = Unit.objects.in_bulk({row["unit"] for row in rows})
        children = Child.objects.in_bulk({row["subject"] for row in rows if row["subject"]})
        return [Found(row["at"], row["kind"], gettext(row["errand"]), who.get(row["capacity"]), units.get(row["unit"]),
                      children.get(row["subject"]), str(row["subject"] or "")[:8], kinds_of(row["walls"]), row["shown"] or 0)
                for row in rows]  # fmt: skip

    @property
    def earlier(self) -> list[LogSearch]:
        """The latest searches that one may know of, one's own among them."""
        rows = LogSearch.objects.select_related("written_by__person", "written_by__unit", "person")
        return list(rows.order_by("-written_at")[:LATEST])
