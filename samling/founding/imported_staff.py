"""People and the roles they are given, from a sheet."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext

from samling.kernel.answer import Answer
from samling.kernel.words import _
from samling.people.models import Capacity, Person, Unit
from samling.people.roles import RoleRule
from samling.records.clock import STOCKHOLM
from samling.staff import employed
from samling.staff.employed import Office, not_over
from samling.ui.fields import DayField

from .imported import FAMILY, GIVEN, NAME, Import
from .importing import Column, Deed, Line


class Staff(Import):
    """People and the roles they are given; a second person approves them one by one."""

    code, title = "staff", _("Staff from a sheet")
    about = _("One row for each person and role. A role with children waits for a second person. Accounts are invited afterwards.")
    UNIT = Column("unit", _("Unit"), ("enhet", "skola", "arbetsplats", "unit"), needed=True)
    ROLE = Column("role", _("Role"), ("roll", "befattning", "titel", "role"), needed=True)
    FROM = Column("from", _("First day"), ("från", "startdatum", "anställd från", "from"))
    UNTIL = Column("until", _("Last day"), ("till", "slutdatum", "until"))
    columns = (GIVEN, FAMILY, NAME, UNIT, ROLE, FROM, UNTIL)

    def __init__(self, office: Office):
        super().__init__(office)
        self.units = {unit.name.casefold(): unit for branch in office.branches() for unit in branch.units.all()}
        here = Capacity.objects.filter(unit__branch__organisation=office.organisation).values("person")
        self.people: dict[str, list[Person]] = {}
        for one in Person.objects.filter(pk__in=here):
            self.people.setdefault(str(one).casefold(), []).append(one)
        self.made: dict[str, Any] = {}

    @property
    def may(self) -> Answer:
        """Those who give roles where they work."""
        return self.office.may_give(self.office.by.unit)  # type: ignore[arg-type]

    def deed(self, line: Line) -> Deed | None:
        """A person in a role at a unit."""
        (given, family), unit = self.named(line), self._unit(line)
        role = self._role(line, unit) if unit else None
        starts, ends = self._day(line, self.FROM), self._day(line, self.UNTIL)
        person = self._person(line, f"{given} {family}")
        if not given or unit is None or role is None or (len(self.faults) and any(fault.row == line.row for fault in self.faults)):
            return None
        same = person and Capacity.objects.filter(person=person, unit=unit, role=role.code).filter(not_over(self.at)).exists()
        what = f"{role.title('sv')}, {unit}"
        return Deed(line.row, f"{given} {family}", what, "same" if same else "new", (given, family, person, unit, role.code, starts, ends))

    def _unit(self, line: Line) -> Unit | None:
        found = self.units.get(line["unit"].casefold())
        if line["unit"] and found is None:
            self.wrong(line, self.UNIT, gettext("There is no unit of that name here. Make it first, or mend the name."))
        elif found and not (may := self.office.may_give(found)):
            self.wrong(line, self.UNIT, gettext(may.because))
        return found

    def _role(self, line: Line, unit: Unit) -> RoleRule | None:
        roles = self.office.roles(unit)
        found = next((one for one in roles if line["role"].casefold() in (one.code, one.sv.casefold(), one.en.casefold())), None)
        if line["role"] and found is None:
            known = ", ".join(sorted(one.sv for one in roles))
            self.wrong(line, self.ROLE, gettext("There is no such role at that unit. Choose one of: %(known)s.") % {"known": known})
        return found

    def _person(self, line: Line, name: str) -> Person | None:
        found = self.people.get(name.casefold(), [])
        if len(found) > 1:
            self.wrong(line, NAME, gettext("Two people here have that name. Give this role by hand."))
        elif found and found[0].pk == self.office.by.person_id:
            self.wrong(line, NAME, gettext("Nobody gives themselves a role. Leave out your own row."))
        return found[0] if found else None

    def _day(self, line: Line, column: Column) -> dt.date | None:
        try:
            return DayField(required=False).clean(line[column.code])
        except forms.ValidationError:
            self.wrong(line, column, gettext("Write the date like this: 2026-12-03."))
            return None

    def do(self, deed: Deed) -> None:
        """The person once, and the role."""
        given, family, person, unit, role, starts, ends = deed.told
        if person is None:
            key = f"{given} {family}".casefold()
            if key not in self.made:
                self.made[key] = Person(pk=employed.add_person(given, family))
            person = self.made[key]
        begins = midnight(starts) if starts and midnight(starts) > self.at else self.at
        self.office.give(person, unit, role, begins, midnight(ends + dt.timedelta(days=1)) if ends else None)


def midnight(day: dt.date) -> dt.datetime:
    """The first moment of a day in Stockholm."""
    return dt.datetime.combine(day, dt.time(), STOCKHOLM)
