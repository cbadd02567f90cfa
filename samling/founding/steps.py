"""The way from an empty organisation to its first checklist: each step as it stands, from what is there."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from samling.access import guard
from samling.concern.models import ReportContact
from samling.kernel.answer import Answer, allow
from samling.kernel.words import _
from samling.office import rules
from samling.people.models import Branch, Capacity, RoleRight, Setting, Unit
from samling.people.roles import ROLES
from samling.staff import rules as staff_rules
from samling.staff.employed import Office
from samling.ui.parts import Task

from .told import STEPS, Told

TEST_LETTER = _("send a test letter")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is, why it is needed, where it is done, and whether it is."""

    code: str
    title: str
    what: str
    why: str
    button: str
    route: str
    may: Answer
    done: bool
    note: str

    @property
    def url(self) -> str:
        """Where it is done, for one who may."""
        return reverse(self.route) if self.route and self.may else ""


class Beginning:
    """The steps of one's own organisation."""

    def __init__(self, by: Capacity, at: dt.datetime):
        assert by.unit is not None
        self.by, self.at, self.unit, self.organisation = by, at, by.unit, by.unit.branch.organisation
        self.office = Office(by, at)

    @property
    def may_see(self) -> Answer:
        """May the steps be seen, and why."""
        rule = ROLES.get(self.by.role)
        return rules.may_see(role=self.by.role, leads=bool(rule and (rule.may_assign or rule.may_approve)))

    @property
    def may_settle(self) -> Answer:
        """May the numbers be written, and why."""
        return rules.may_settle(role=self.by.role, area=None)

    @property
    def command(self) -> str:
        """What whoever installed Samling runs to approve the first who may approve."""
        return f'samling first-approval --organisation "{self.organisation}"'

    @cached_property
    def steps(self) -> list[Step]:
        """Every step with its state."""
        return [self._step(told) for told in STEPS]

    def _step(self, told: Told) -> Step:
        done, note = getattr(self, f"_{told.code}")()
        title, what, why, button = (gettext(text) if text else "" for text in told[1:5])
        return Step(told.code, title, what, why, button, told.route, self._may(told.route), done, gettext(note) if note else "")

    def _may(self, route: str) -> Answer:
        """May the acting capacity do it itself: the page it leads to asks the same."""
        asks = {
            "staff:branch-new": lambda: staff_rules.may_build(runs=self.office.runs),
            "staff:unit-new": lambda: staff_rules.may_build(runs=self.office.runs),
            "founding:import-staff": lambda: self.office.may_give(self.unit),
            "founding:import-pupils": lambda: self.office.may_list_pupils,
        }
        return asks[route]() if route in asks else allow(_("You can do this step."))

    @property
    def next(self) -> Step | None:
        """The first that is not done."""
        return next((step for step in self.steps if not step.done), None)

    @property
    def tasks(self) -> list[Task]:
        """The list, as it is drawn."""
        return [Task(step.title, reverse("founding:step", args=[step.code]), "done" if step.done else
                     "started" if step.note else "todo", step.note) for step in self.steps]  # fmt: skip

    def step(self, code: str) -> Step | None:
        """One step by its code."""
        return next((step for step in self.steps if step.code == code), None)

    @cached_property
    def _here(self) -> dict[str, bool]:
        return next(iter(guard.rows("begun_here")), {})

    @property
    def _branches_with_children(self) -> Any:
        return Branch.objects.filter(organisation=self.organisation).exclude(domain__in=["none", "report"])

    @property
    def _capacities(self) -> Any:
        rows = Capacity.objects.standing(self.at).filter(unit__branch__organisation=self.organisation)
        return rows.exclude(unit__branch__domain="none")

    def _organisation(self) -> tuple[bool, str]:
        return True, ""

    def _branches(self) -> tuple[bool, str]:
        return self._branches_with_children.exists(), ""

    def _units(self) -> tuple[bool, str]:
        return Unit.objects.filter(branch__in=self._branches_with_children).exists(), ""

    def _second(self) -> tuple[bool, str]:
        approving = RoleRight.objects.filter(may_approve=True, until_at=None).values("role")
        rows = self._capacities.filter(role__in=approving).exclude(person=self.by.person_id)
        waits = rows.filter(approved_by=None).exists()
        stands = rows.exclude(approved_by=None).exists()
        return stands, "" if stands or not waits else _("Given, and waits for whoever installed Samling.")

    def _roles(self) -> tuple[bool, str]:
        holding = RoleRight.objects.filter(may_hold_children=True, may_approve=False, until_at=None).values("role")
        rows = self._capacities.filter(role__in=holding)
        stands = rows.exclude(approved_by=None).exists()
        return stands, "" if stands or not rows.exists() else _("Given, and waits for the second person.")

    def _reports(self) -> tuple[bool, str]:
        return ReportContact.objects.standing(self.at).filter(organisation=self.organisation).exists(), ""

    def _settings(self) -> tuple[bool, str]:
        own = Setting.objects.filter(organisation=self.organisation, withdrawn_at=None).exists()
        return own or bool(self._here.get("children")), "" if own else _("As shipped, which also works.")

    def _texts(self) -> tuple[bool, str]:
        return bool(self._here.get("asked")) or _did("read the texts that families get"), ""

    def _mail(self) -> tuple[bool, str]:
        return _did(TEST_LETTER), ""

    def _pupils(self) -> tuple[bool, str]:
        return bool(self._here.get("pupils")), ""

    def _child(self) -> tuple[bool, str]:
        return bool(self._here.get("children")), ""

    def _checklist(self) -> tuple[bool, str]:
        return bool(self._here.get("checklists")), ""


def _did(errand: str) -> bool:
    """Whether I have done this: my own log says so."""
    return any(row["errand"] == errand for row in guard.rows("my_looks"))
