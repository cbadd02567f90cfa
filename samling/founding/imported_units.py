"""Schools, preschools, teams and offices from a sheet."""

from typing import Any

from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.answer import Answer
from samling.kernel.words import _
from samling.people.codes import municipalities
from samling.people.models import Branch, Unit
from samling.staff import places
from samling.staff import rules as staff_rules

from .imported import Import
from .importing import Column, Deed, Line

KINDS = {
    "school": ("skola", "grundskola", "school"), "preschool": ("förskola", "preschool"),
    "team": ("team", "arbetslag"), "office": ("kontor", "mottagning", "office", "förvaltning"),
}  # fmt: skip


class Units(Import):
    """Schools, preschools, teams and offices."""

    code, title = "units", _("Units from a sheet")
    about = _("One row for each school, preschool or team. Its branch must be here already.")
    NAME = Column("unit", _("Unit"), ("enhet", "skola", "namn", "enhetsnamn", "unit"), needed=True)
    BRANCH = Column("branch", _("Branch"), ("verksamhet", "nämnd", "branch"), needed=True)
    KIND = Column("kind", _("Kind"), ("typ", "slag", "kind", "enhetstyp"))
    MUNICIPALITY = Column("municipality", _("Municipality"), ("kommun", "kommunkod", "municipality"))
    PHONE = Column("phone", _("Telephone"), ("telefon", "tel", "phone", "telefonnummer"))
    HOURS = Column("hours", _("When one can ring"), ("tider", "öppet", "hours", "telefontid"))
    columns = (NAME, BRANCH, KIND, MUNICIPALITY, PHONE, HOURS)

    @property
    def may(self) -> Answer:
        """The system administrator alone."""
        return staff_rules.may_build(runs=self.office.runs)

    def deed(self, line: Line) -> Deed | None:
        """A unit of a branch that is here."""
        branch = self._branch(line)
        kind = next((code for code, words in KINDS.items() if line["kind"].casefold() in (code, *words)), "")
        if line["kind"] and not kind:
            self.wrong(line, self.KIND, gettext("Write school, preschool, team or office."))
        municipality = self._municipality(line)
        if branch is None or not line["unit"] or (line["kind"] and not kind) or municipality is None:
            return None
        told: dict[str, Any] = {"branch": branch, "kind": kind or "school", "name": line["unit"][:120], "municipality": municipality,
                "phone": line["phone"][:40], "hours": line["hours"][:80]}  # fmt: skip
        same = Unit.objects.filter(branch=branch, name=told["name"]).exists()
        return Deed(line.row, told["name"], str(branch), "same" if same else "new", told)

    def _branch(self, line: Line) -> Branch | None:
        wanted = line["branch"].casefold()
        rows = [one for one in places.branches_of(self.office.organisation) if one.name.casefold() == wanted]
        if wanted and not rows:
            self.wrong(line, self.BRANCH, gettext("There is no branch of that name here. Make it first, or mend the name."))
        return rows[0] if rows else None

    def _municipality(self, line: Line) -> str | None:
        known = municipalities(fictional=not guard.asked("is_real"))
        asked = line["municipality"]
        if not asked:
            return self.office.organisation.municipality_code
        code = asked.zfill(4) if asked.isdigit() else next((one for one, name in known.items() if name.casefold() == asked.casefold()), "")
        if code not in known:
            self.wrong(line, self.MUNICIPALITY, gettext("There is no such municipality. Write its name or its code with four digits."))
            return None
        return code

    def do(self, deed: Deed) -> None:
        """Make the unit."""
        places.add_unit(deed.told)
