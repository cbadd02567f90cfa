"""Telling across a wall on the strength of the walk: judged anew for every kind of information and this recipient."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.kernel.answer import Answer, insist
from samling.kernel.categories import TITLES, Category, branch_of, category_of, wall
from samling.kernel.regime import HOLDS, STRONG, Domain, Regime, regime_of
from samling.people.models import Branch, Capacity, Child, Setting, Unit
from samling.records.clock import now

from . import guard, rules
from .assigned import in_force
from .models import Disclosure, Ground
from .recorded import heads, in_words
from .secrecy import judge
from .telling import facts_of
from .telling_forms import TellingForm
from .verdict import Basis, End, Facts, Matter, Unknown, Verdict
from .walk import age_of

SLOW = (Domain.HEALTH, Domain.SCHOOL_MEDICAL)
NEVER = (Category.IDENTITY, Category.CONSENT, Category.NO_CONTACT, Category.REPORT)
RECEIVES = {
    Domain.SCHOOL: {Regime.SCHOOL_OTHER, Regime.SCHOOL_SUPPORT, Regime.SCHOOL_HEALTH, Regime.LEISURE, Regime.PRESCHOOL},
    Domain.PRIVATE_SCHOOL: {Regime.PRIVATE_SCHOOL},
    Domain.SCHOOL_MEDICAL: {Regime.SCHOOL_MEDICAL},
    Domain.SOCIAL: {Regime.SOCIAL},
    Domain.HEALTH: {Regime.HEALTH},
}


class Telling:
    """What may be told about a child after these answers, to a chosen unit."""

    def __init__(self, child: Child, by: Capacity, asked: QueryDict, *, today: dt.date):
        self.child, self.by, self.today = child, by, today
        self.branch: Branch = by.unit.branch
        self.domain = Domain(self.branch.domain)
        self.facts = replace(facts_of({key: str(value) for key, value in asked.items()}), child_age=age_of(child, today))
        self.unit = next((unit for unit in self.units() if str(unit.pk) == asked.get("unit", "")), None)

    @cached_property
    def verdict(self) -> Verdict | None:
        """What the walk ended in; None while a question is open."""
        return _judged(self.facts)

    @property
    def basis(self) -> Basis | None:
        """The ground it would rest on."""
        return self.verdict.basis if self.verdict and self.verdict.end is End.YES else None

    def may(self, walls: list[int]) -> Answer:
        """May these kinds of information be told, and why."""
        return rules.may_tell(
            yes=self.basis is not None, by_consent=self.basis is Basis.CONSENT,
            to_staff=any(self.facts.recipient in kinds for kinds in RECEIVES.values()),
            covered=set(walls) <= set(self.walls) if self.unit else True)

    def units(self) -> list[Unit]:
        """The units that the answers speak of, in order of place and name."""
        domains = [domain for domain, kinds in RECEIVES.items() if self.facts.recipient in kinds]
        rows = Unit.objects.filter(branch__domain__in=domains).select_related("branch__organisation")
        rows = rows.filter(kind="preschool") if self.facts.recipient == Regime.PRESCHOOL else rows
        return list(rows.order_by("branch__organisation__name", "name"))

    @property
    def again(self) -> str:
        """The walk from its beginning, about this child."""
        return f"{reverse('access:may-i-tell')}?child={self.child.pk}"

    def people(self) -> Any:
        """Those at the chosen unit who can be told in person."""
        return in_force(self.today_at).filter(unit=self.unit).exclude(person=self.by.person_id)

    @cached_property
    def today_at(self) -> dt.datetime:
        """The moment as the walls see it."""
        return now()

    @cached_property
    def walls(self) -> list[int]:
        """What the acting capacity reads here and the answers cover, for the chosen unit."""
        mine = [number for number in guard.my_access(self.child.pk) if branch_of(number) == self.branch.number]
        return [number for number in sorted(mine) if self._covered(category_of(number))]

    def _covered(self, category: Category) -> bool:
        if category in NEVER or (self.facts.matter == Matter.DECISION and category != Category.SUPPORT):
            return False
        source = regime_of(self.domain, category, preschool=self.child.unit.kind == "preschool")
        if source != self.facts.source and (source in STRONG or self.facts.source is None):
            return False
        verdict = _judged(replace(self.facts, source=source, same_authority=self._same_authority()))
        return bool(verdict and verdict.end is End.YES and verdict.basis is self.basis)

    def _same_authority(self) -> bool:
        assert self.unit is not None
        there = self.unit.branch
        return (there.hangs_on_id or there.pk) == (self.branch.hangs_on_id or self.branch.pk)

    @property
    def _usual(self) -> dt.timedelta:
        return dt.timedelta(days=Setting.number("consent.usual_days", self.today_at, capacity=self.by.pk))

    def form(self, data: QueryDict | None) -> TellingForm:
        """What is left to choose."""
        return TellingForm(
            data, people=self.people(), slow=self.domain in SLOW, today=self.today,
            kinds=[(number, gettext(TITLES[category_of(number)])) for number in self.walls],
            records=[(f"{head.wall}:{head.pk}", in_words(head)) for head in heads(self.child.pk, self.walls)],
            initial={"from_on": self.today, "until_on": self.today + self._usual})

    @transaction.atomic
    def tell(self, form: TellingForm) -> UUID:
        """Give the ground and tell what was chosen; done twice it tells once. Returns the ground."""
        guard.lock_child(self.child.pk)
        records, kinds = form.chosen, form.cleaned_data.get("kinds", [])
        walls = sorted({*kinds, *(number for number, _record in records)})
        insist(self.may(walls))
        name = [wall(self.branch.number, Category.IDENTITY)] if Category.IDENTITY in HOLDS[self.domain] else []
        ground = self._ground(sorted({*walls, *name}), form)
        told = set(Disclosure.objects.filter(ground_id=ground, ended_at=None).values_list("wall", "record_id"))
        for number, record in {*((one, self.child.pk) for one in name), *records} - told:
            guard.disclose_record(ground, number, record)
        for number in kinds:
            if form.since and (number, None) not in told:
                guard.disclose_category(ground, number, form.since)
        return ground

    def _ground(self, walls: list[int], form: TellingForm) -> UUID:
        person, because = form.cleaned_data.get("person"), form.cleaned_data["because"]
        whom = {"to_capacity": person} if person else {"to_unit": self.unit}
        same = Ground.objects.filter(subject_id=self.child.pk, decided_by=self.by, basis=self.basis, because=because,
                                     until_at=form.until, **whom)
        found = next((one.pk for one in same.standing(self.today_at) if set(walls) == set(one.walls)), None)
        return found or guard.give_ground(
            self.child.pk, walls, basis=str(self.basis), because=because, paragraph=self.verdict.paragraph,
            unit=None if person else self.unit.pk, capacity=person.pk if person else None, until=form.until)


def _judged(facts: Facts) -> Verdict | None:
    try:
        return judge(facts)
    except Unknown:
        return None
