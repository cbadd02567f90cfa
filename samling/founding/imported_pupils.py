"""The class lists of one's own unit, from a sheet."""

import re

from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.answer import Answer
from samling.kernel.sorting import swedish_key
from samling.kernel.words import _
from samling.people.models import Capacity, RosterEntry
from samling.staff.employed import Office

from .imported import FAMILY, GIVEN, NAME, Import
from .importing import Column, Deed, Line

YEAR = re.compile(r"^(?P<whole>(19|20)\d\d)([-/. ]?\d\d[-/. ]?\d\d)?([-+ ]?\w{4})?$|^(?P<short>\d\d)\d{4}[-+ ]?\w{4}$")


class Pupils(Import):
    """The class lists of one's own school: name, class, year of birth and mentor, and nothing else."""

    code, title = "pupils", _("A class list from a sheet")
    about = _("One row for each pupil of your own unit. Of a personal number only the year is used, and the number is not kept.")
    GROUP = Column("group", _("Class or group"), ("klass", "grupp", "avdelning", "class", "group"), needed=True)
    BORN = Column("born", _("Year of birth"), ("födelseår", "född", "personnummer", "födelsedatum", "born"), needed=True)
    MENTOR = Column("mentor", _("Mentor"), ("mentor", "klasslärare", "ansvarig"))
    columns = (GIVEN, FAMILY, NAME, GROUP, BORN, MENTOR)

    def __init__(self, office: Office):
        super().__init__(office)
        unit = office.by.unit_id
        rows = Capacity.objects.standing(self.at).filter(unit=unit).exclude(approved_by=None).select_related("person")
        self.mentors = {str(one.person).casefold(): one for one in rows}
        self.here = {(one.sort_key, one.birth_year): one for one in RosterEntry.objects.filter(unit=unit)}

    @property
    def may(self) -> Answer:
        """Whoever leads the unit."""
        return self.office.may_list_pupils

    def deed(self, line: Line) -> Deed | None:
        """A pupil of a class."""
        given, family = self.named(line)
        year, mentor = self._year(line), self.mentors.get(line["mentor"].casefold())
        if line["mentor"] and mentor is None:
            self.wrong(line, self.MENTOR, gettext("Nobody of that name works at your unit in an approved role. Give the role first."))
        if not given or year is None or not line["group"] or (line["mentor"] and mentor is None):
            return None
        key, group, by = swedish_key(given, family), line["group"][:20], mentor.pk if mentor else None
        there = self.here.get((key, year))
        news = "new" if there is None else "same" if (there.group, there.mentor_id) == (group, by) else "changed"
        return Deed(line.row, f"{given} {family}", group, news, (group, given, family, key, year, by))

    def _year(self, line: Line) -> int | None:
        found, this = YEAR.match(line["born"]), self.at.year
        year = int(found["whole"] or f"20{found['short']}") if found else 0
        if line["born"] and not this - 25 <= year <= this:
            self.wrong(line, self.BORN, gettext("Write the year with four digits, like 2015."))
            return None
        return year or None

    def do(self, deed: Deed) -> None:
        """The pupil on the list."""
        guard.call("put_pupil", *deed.told)
