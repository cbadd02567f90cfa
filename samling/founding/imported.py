"""What every sheet has in common: its columns, its plan, and all of it or nothing."""

from abc import ABC, abstractmethod

from django.db import transaction
from django.utils.translation import gettext

from samling.kernel.answer import Answer
from samling.kernel.words import _
from samling.staff.employed import Office

from .importing import Column, Deed, Fault, Line, Plan, lacking

GIVEN = Column("given", _("Given name"), ("förnamn", "given name", "fornamn", "tilltalsnamn"))
FAMILY = Column("family", _("Family name"), ("efternamn", "family name", "surname"))
NAME = Column("name", _("Whole name"), ("namn", "name", "elev", "elevens namn", "personal"))


class Import(ABC):
    """One kind of sheet, read by one person."""

    code = ""
    title = ""
    about = ""
    columns: tuple[Column, ...] = ()

    def __init__(self, office: Office):
        self.office, self.at = office, office.at
        self.faults: list[Fault] = []

    @property
    @abstractmethod
    def may(self) -> Answer:
        """May this person read in such a sheet, and why."""

    def plan(self, rows: list[Line]) -> Plan:
        """What every row would do."""
        self.faults = [fault for line in rows for fault in lacking(line, self.columns)]
        deeds = [deed for line in rows if (deed := self.deed(line))]
        return Plan(deeds, sorted(self.faults))

    @abstractmethod
    def deed(self, line: Line) -> Deed | None:
        """What one row would do; None when something is wrong with it."""

    @abstractmethod
    def do(self, deed: Deed) -> None:
        """Do it."""

    @transaction.atomic
    def apply(self, plan: Plan) -> int:
        """Do all of it, or nothing; how much there was to do."""
        todo = [deed for deed in plan.deeds if deed.news != "same"]
        for deed in todo:
            self.do(deed)
        return len(todo)

    def wrong(self, line: Line, column: Column, said: str) -> None:
        """Note what is wrong in a cell."""
        self.faults.append(Fault(line.row, gettext(column.title), said))

    def named(self, line: Line) -> tuple[str, str]:
        """Given and family name: from two columns, or from one as “Berg, Karin” or “Karin Berg”."""
        given, family = line["given"], line["family"]
        if not (given and family) and line["name"]:
            last, comma, first = line["name"].partition(",")
            given, family = (first.strip(), last.strip()) if comma else (" ".join(last.split()[:-1]), last.split()[-1])
        if not (given and family):
            self.wrong(line, NAME, gettext("Write both names: in two columns, or as “Berg, Karin” in one."))
            return "", ""
        return given[:80], family[:80]
