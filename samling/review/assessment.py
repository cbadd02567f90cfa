"""The impact assessment and the split between controllers, filled with what this installation really does.

Everything here is read from the rows that govern. What no row knows is left as a blank that says so.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext, override

from samling.access import guard
from samling.access.plain import basis_in_words
from samling.kernel.categories import TITLES
from samling.kernel.regime import HOLDS, PARAGRAPH, Domain, regime_of
from samling.kernel.settable import KNOWN, UNITS, Area, of_area
from samling.people.models import Agreement, Branch, Capacity, Organisation, Setting
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM
from samling.ui.pdf import Document, Part, dawn
from samling.ui.words import full_day

from .told import ABOUT, BLANKS


class Assessment:
    """The parts of one organisation's paper, at a moment and in a language."""

    def __init__(self, organisation: Organisation, at: dt.datetime, language: str):
        self.organisation, self.at, self.language = organisation, at, language
        self.branches = list(Branch.objects.filter(organisation=organisation).prefetch_related("units").order_by("number"))

    def parts(self) -> list[Part]:
        """Every part in its order."""
        made: tuple[Callable[[], tuple[list[str], list[list[str]]]], ...] = (
            self._purpose, self._controllers, self._categories, self._people, self._parties, self._grounds, self._texts,
            self._keeping, self._outside, self._log,
        )  # fmt: skip
        found = []
        for one in made:
            code = one.__name__.strip("_")
            title, lines, blanks = ABOUT[code][0], ABOUT[code][1:], BLANKS.get(code, ())
            head, rows = one()
            found.append(Part(gettext(title), [gettext(line) for line in lines], head, rows,
                              [gettext("To fill in: %(what)s") % {"what": gettext(what)} for what in blanks]))  # fmt: skip
        return found

    def _purpose(self) -> tuple[list[str], list[list[str]]]:
        return [], []

    def _controllers(self) -> tuple[list[str], list[list[str]]]:
        head = [gettext("Branch"), gettext("Secrecy"), gettext("Units"), gettext("Belongs to")]
        names = {one.pk: one.name for one in self.branches}
        return head, [[one.name, _rules(Domain(one.domain)), str(len(one.units.all())), names[one.hangs_on_id] if one.hangs_on_id else "–"]
                      for one in self.branches]  # fmt: skip

    def _categories(self) -> tuple[list[str], list[list[str]]]:
        head = [gettext("Branch"), gettext("Information held")]
        return head, [[one.name, ", ".join(gettext(TITLES[kind]) for kind in HOLDS[Domain(one.domain)])]
                      for one in self.branches if HOLDS[Domain(one.domain)]]  # fmt: skip

    def _people(self) -> tuple[list[str], list[list[str]]]:
        rows = Capacity.objects.standing(self.at).filter(unit__branch__organisation=self.organisation).exclude(approved_by=None)
        many = Counter(rows.values_list("role", flat=True))
        order = [code for code in ROLES if code in many]
        yes, no = gettext("yes"), gettext("no")
        return [gettext("Role"), gettext("How many"), gettext("Works with children")], [
            [ROLES[code].title(self.language), str(many[code]), yes if ROLES[code].may_hold_children else no] for code in order]

    def _parties(self) -> tuple[list[str], list[list[str]]]:
        rows = Agreement.objects.standing(self.at).filter(organisation=self.organisation).select_related("with_branch__organisation")
        return [gettext("Party"), gettext("How"), gettext("Paper")], [
            [f"{one.with_branch.organisation}: {one.with_branch}", str(one.get_how_display()), one.number] for one in rows]

    def _grounds(self) -> tuple[list[str], list[list[str]]]:
        return [gettext("Legal basis"), gettext("Standing now")], [
            [str(basis_in_words(row["basis"])), "<5" if row["n"] < 0 else str(row["n"])] for row in guard.rows("bases_used")]

    def _texts(self) -> tuple[list[str], list[list[str]]]:
        asked = ("text.consent", "age.heard_from", "age.alone_from")
        return [gettext("Setting"), gettext("In force")], [self._line(code) for code in asked]

    def _keeping(self) -> tuple[list[str], list[list[str]]]:
        head = [gettext("Record"), gettext("Kept"), gettext("Law")]
        return head, [[*self._line(known.code), known.law] for known in of_area(Area.RETENTION)]

    def _line(self, code: str) -> list[str]:
        known, value = KNOWN[code], Setting.text(code, self.at, organisation=self.organisation.pk)
        return [gettext(known.title), f"{value} {gettext(UNITS[known.unit])}".strip() if UNITS[known.unit] else value]

    def _outside(self) -> tuple[list[str], list[list[str]]]:
        ways = ((gettext("E-mail"), not settings.DEMO and bool(settings.MAILERS["default"].get("OPTIONS", {}).get("host"))),
                (gettext("Text message"), bool(getattr(settings, "SMS_URL", ""))),
                (gettext("The organisation's own sign-in"), bool(getattr(settings, "OIDC_SERVER", ""))))  # fmt: skip
        return [gettext("Way out of the house"), gettext("In use")], [[name, gettext("yes") if on else gettext("no")] for name, on in ways]

    def _log(self) -> tuple[list[str], list[list[str]]]:
        return [], []


def assessment(organisation: Organisation, at: dt.datetime, language: str) -> Document:
    """The whole paper."""
    with override(language):
        on = at.astimezone(STOCKHOLM).date()
        day = full_day(on)
        return Document(
            title=gettext("Impact assessment for Samling: %(name)s") % {"name": organisation.name},
            lead=gettext("Filled on %(day)s with what this installation does. What the organisation itself must answer is marked "
                         "“To fill in”. No child is named and no number is about fewer than five children.") % {"day": day},
            parts=Assessment(organisation, at, language).parts(), language=language, foot=f"{organisation.name}, {day}",
            made_at=dawn(on))  # fmt: skip


def _rules(domain: Domain) -> str:
    held = HOLDS[domain]
    return ", ".join(sorted({PARAGRAPH[regime_of(domain, kind)] for kind in held})) if held else "–"
