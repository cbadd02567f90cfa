"""Asking a family, one thing per page. What was filled in rides along; nothing is kept before the end."""

import datetime as dt
import uuid
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samling.contact.models import NoContact, custodial, may_stop_contact
from samling.kernel.categories import Category, wall
from samling.kernel.regime import HOLDS, Domain
from samling.people.languages import LANGUAGES
from samling.people.models import Capacity, Child, Setting, Unit
from samling.records.clock import STOCKHOLM
from samling.ui.words import full_day

from . import rules
from .ask_forms import ASKED, KINDS, STEPS, AskForm
from .forms import NEVER_ASKED
from .models import Consent, Terms


class Asking:
    """Where one is on the way: which steps this question has, and the form of the step that is next."""

    def __init__(
        self, child: Child, capacity: Any, data: QueryDict | None, initial: QueryDict, at: dt.datetime
    ):
        self.child, self.capacity, self.at = child, capacity, at
        self.raw = data if data is not None else _again(child, initial)
        self.age = child.age_at(at)
        self.knows = bool(may_stop_contact(child.pk))
        self.stopped = NoContact.standing(child.pk).exists()
        self.finished, self.step = False, "kind"
        self.form = self._first() if data is None else self._next(data)

    @property
    def route(self) -> list[str]:
        """The steps of this question, from what is known of it so far."""
        tells = self.raw.get("kind") in rules.TELLING
        left_out = set() if tells else {"recipient", "information"}
        left_out |= set() if tells and self.alone else {"person"}
        left_out |= set() if len(self.who) > 1 else {"asked"}
        return [step for step in STEPS if step not in left_out]

    @property
    def who(self) -> list[tuple[str, Any]]:
        """Who can be asked, by age and by what the asker may know (domain reference 6.5)."""
        of_age = self.child.is_of_age(self.at)
        allowed = {
            "guardians": not of_age,
            "both": not of_age and self.age >= self._settled("age.heard_from"),
            "alone": not of_age and self.knows and self.age >= rules.ALONE_FROM,
            "self": of_age,
        }
        return [(key, title) for key, title in ASKED if allowed[key]]

    @property
    def alone(self) -> bool:
        """Whether the young person alone is asked."""
        return self.raw.get("asked") == "alone" and self.knows

    @property
    def units(self) -> Any:
        """The units of other activities that hold children."""
        silent = (Domain.NONE, Domain.REPORT)
        return (
            Unit.objects.select_related("branch")
            .exclude(branch=self.capacity.unit.branch)
            .exclude(branch__domain__in=silent)
            .order_by("branch__number", "name")
        )

    @property
    def people(self) -> Any:
        """Those who work at the chosen unit now."""
        chosen = self.raw.get("unit") if len(self.raw.get("unit", "")) == 36 else None
        found = self.units.filter(pk=chosen) if chosen else Unit.objects.none()
        return (
            Capacity.objects.standing(self.at)
            .filter(unit__in=found)
            .select_related("person")
            .order_by("person__sort_key")
        )

    @property
    def walls(self) -> list[int]:
        """What this compartment holds and can be asked about."""
        branch = self.capacity.unit.branch
        left_out = {
            *NEVER_ASKED,
            *(() if self.child.unit.kind == Unit.Kind.PRESCHOOL else (Category.PRESCHOOL,)),
        }
        return [wall(branch.number, one) for one in HOLDS[Domain(branch.domain)] if one not in left_out]

    @property
    def title(self) -> str:
        """The step as a question."""
        return STEPS[self.step][0]

    @property
    def number(self) -> int:
        """Which step it is, from one."""
        return self.route.index(self.step) + 1

    def _first(self) -> AskForm:
        return AskForm(initial=self._initial(), asking=self).turn_to(self.step)

    def _next(self, data: QueryDict) -> AskForm:
        step = str(data.get("step"))
        before = self.route.index(step) if step in self.route else 0
        if "back" in data:
            return self._turn(max(before - 1, 0))
        form = AskForm(data, asking=self)
        wrong = [
            n for n, step in enumerate(self.route[: before + 1]) if set(STEPS[step][1]) & set(form.errors)
        ]
        if wrong:
            self.step = self.route[wrong[0]]
            return form.turn_to(self.step)
        self.finished = self.route[before] == "review" and form.is_valid()
        self.told = form.cleaned_data
        return self._turn(min(before + 1, len(self.route) - 1))

    def _turn(self, to: int) -> AskForm:
        self.step = self.route[to]
        return AskForm(initial=self._initial(), asking=self).turn_to(self.step)

    def _initial(self) -> dict[str, Any]:
        first = next(iter(custodial(self.child.pk)), {"language": "sv", "interpreter": ""})
        usual = {
            "asked": self._usually_asked(),
            "until_on": (self.at + dt.timedelta(days=self._settled("consent.usual_days"))).astimezone(STOCKHOLM).date(),
            "language": first["language"],
            "interpreter": bool(first["interpreter"]),
        }
        carried = {
            name: self.raw.getlist(name) if name == "walls" else self.raw[name]
            for name in (*AskForm.base_fields, "walls")
            if name in self.raw
        }
        return usual | carried

    def _settled(self, code: str) -> int:
        return Setting.number(code, self.at, capacity=self.capacity.pk)

    def _usually_asked(self) -> str:
        choices = [key for key, _title in self.who]
        return (
            "alone" if self.stopped and "alone" in choices else "both" if "both" in choices else choices[0]
        )

    def terms(self) -> Terms:
        """The question as it was reviewed."""
        told, branch = self.told, self.capacity.unit.branch
        name = (
            [wall(branch.number, Category.IDENTITY)]
            if Category.IDENTITY in HOLDS[Domain(branch.domain)]
            else []
        )
        asked, unit, person = told.get("asked", self.who[0][0]), told.get("unit"), told.get("person")
        until = dt.datetime.combine(told["until_on"] + dt.timedelta(days=1), dt.time(), STOCKHOLM)
        return Terms(
            kind=told["kind"],
            walls=[*name, *told["walls"]] if "walls" in told else [],
            purpose=told["purpose"],
            excluded=told["excluded"],
            from_at=self.at,
            until_at=until,
            text_version=Setting.text("text.consent", self.at, capacity=self.capacity.pk),
            to_unit=unit.pk if unit and not person else None,
            to_capacity=person.pk if person else None,
            asks_child=asked != "guardians",
            quiet=asked == "alone",
            language=told["language"],
            interpreter=told["interpreter"],
            replaces=told.get("replaces"),
        )

    def said(self) -> list[tuple[Any, Any]]:
        """The question in words, line by line, for the review."""
        told = self.told
        kind, asked = dict(KINDS)[told["kind"]], dict(ASKED)[told.get("asked", self.who[0][0])]
        to = told.get("person") or told.get("unit")
        lines = [
            (_("Kind of consent"), kind),
            (_("Who may be told?"), to),
            (_("Who is asked?"), asked),
            (_("What is it for?"), told["purpose"]),
            (_("What is not covered?"), told["excluded"]),
            (_("Last day"), full_day(told["until_on"])),
            (_("Language"), dict(LANGUAGES)[told["language"]]),
        ]
        return [(label, text) for label, text in lines if text]


def _again(child: Child, initial: QueryDict) -> QueryDict:
    """What is known before the first page: what was asked before, where it is asked anew or of one more recipient; else its kind."""
    before, kind = _asked_before(child, initial), initial.get("kind", "")
    if before is None:
        return QueryDict(f"kind={kind}" if kind in dict(KINDS) else "")
    raw, body, same = QueryDict(mutable=True), before.body, {}
    if "replaces" in initial:
        same = {"replaces": str(before.pk), "unit": str(before.to_unit_id or "")}
    else:
        same = {"until_on": str(before.valid_until.astimezone(STOCKHOLM).date() - dt.timedelta(days=1))}
    raw.update({"kind": before.kind, "purpose": body.purpose, "excluded": body.excluded, "language": before.language} | same)
    raw.setlist("walls", [str(wall) for wall in before.walls])
    return raw


def _asked_before(child: Child, initial: QueryDict) -> Consent | None:
    """The question of this child that the address names."""
    try:
        named = uuid.UUID(initial.get("replaces") or initial.get("like") or "")
    except ValueError:
        return None
    return Consent.objects.filter(subject_id=child.pk, pk=named).first()
