"""What is settled, as one who runs or leads the organisation sees it: values in force, to come and gone."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from samling.access import guard
from samling.kernel.answer import Answer, insist
from samling.kernel.settable import AREAS, UNITS, Area, Known, of_area
from samling.people.models import Agreement, Branch, Capacity, Organisation, Setting
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM

from . import rules


@dataclass(frozen=True, slots=True)
class Line:
    """One setting as it stands: its value in words, the row it comes from, and the row that comes next."""

    known: Known
    words: str
    row: Setting | None
    coming: Setting | None
    may_change: Answer

    @property
    def title(self) -> str:
        """What it is about."""
        return gettext(self.known.title)

    @property
    def url(self) -> str:
        """Where it is changed and its history read."""
        return reverse("office:value", args=self.known.code.split("."))

    @property
    def is_own(self) -> bool:
        """Whether the organisation has settled it, now or from a day to come."""
        return any(row is not None and bool(row.value) for row in (self.row, self.coming))

    @property
    def shipped_words(self) -> str:
        """What Samling comes with."""
        return in_words(self.known, "")

    @property
    def coming_words(self) -> str:
        """What it will be."""
        return in_words(self.known, self.coming.value) if self.coming else ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a new value would do, in sentences, before it is saved."""

    before: str
    after: str
    from_on: dt.date
    touched: str

    @property
    def same(self) -> bool:
        """Whether it changes nothing."""
        return self.before == self.after


def in_words(known: Known, value: str) -> str:
    """A value with its unit. An empty one is what Samling comes with."""
    told = value if known.accepts(value) else known.shipped[-1][1]
    if not told:
        return gettext("nothing filled in")
    return f"{told} {gettext(UNITS[known.unit])}" if known.is_number else gettext(told)


class Settled:
    """The settings and agreements of one's own organisation."""

    def __init__(self, by: Capacity, at: dt.datetime):
        assert by.unit is not None
        self.by, self.at = by, at
        self.organisation: Organisation = by.unit.branch.organisation

    @property
    def may_see(self) -> Answer:
        """May the settings be seen, and why."""
        rule = ROLES.get(self.by.role)
        return rules.may_see(role=self.by.role, leads=bool(rule and (rule.may_assign or rule.may_approve)))

    def may_settle(self, area: Area | None = None) -> Answer:
        """May anything of an area be changed; of no area: agreements."""
        return rules.may_settle(role=self.by.role, area=area)

    @cached_property
    def rows(self) -> list[Setting]:
        """Everything that was ever settled, the latest first."""
        rows = Setting.objects.filter(organisation=self.organisation).select_related("written_by__person", "withdrawn_by__person")
        return list(rows.latest_first())

    @property
    def areas(self) -> list[tuple[Area, str, list[Line]]]:
        """Every area with its lines."""
        return [(area, gettext(title), self.lines(area)) for area, title in AREAS.items()]

    def lines(self, area: Area) -> list[Line]:
        """The settings of an area as they stand."""
        return [self.line(known) for known in of_area(area)]

    def line(self, known: Known) -> Line:
        """One setting as it stands."""
        own = [row for row in self.history(known) if not row.withdrawn_at]
        row = next((one for one in own if one.from_at <= self.at), None)
        coming = next((one for one in reversed(own) if one.from_at > self.at), None)
        value = row.value if row and known.accepts(row.value) else known.shipped_on(self.today)
        return Line(known, in_words(known, value), row, coming, rules.may_change(known, role=self.by.role))

    def history(self, known: Known) -> list[Setting]:
        """Every row of one setting, the latest first."""
        return [row for row in self.rows if row.code == known.code]

    def told(self, known: Known) -> list[tuple[Setting, str]]:
        """The same with their values in words; those that go back to what Samling comes with have none."""
        return [(row, in_words(known, row.value) if known.accepts(row.value) else row.value) for row in self.history(known)]

    @property
    def today(self) -> dt.date:
        """The day in Stockholm."""
        return self.at.astimezone(STOCKHOLM).date()

    def change(self, known: Known, value: str, from_on: dt.date) -> Change:
        """What this value would change from that day."""
        insist(rules.may_change(known, role=self.by.role))
        touched = guard.asked("setting_reach", known.code, value or known.shipped_on(from_on))
        return Change(self.line(known).words, in_words(known, value), from_on, _touched(known, touched))

    def settle(self, known: Known, value: str, from_on: dt.date, decision: str) -> UUID:
        """Keep it as a row of its own; pressed twice it is kept once. Raises Refused."""
        insist(rules.may_change(known, role=self.by.role))
        latest = next(iter(row for row in self.history(known) if not row.withdrawn_at), None)
        if latest and (latest.value, latest.from_on, latest.decision) == (value, from_on, decision):
            return latest.pk
        return guard.call("put_setting", known.code, value, midnight(from_on), decision)

    @property
    def agreements(self) -> list[Agreement]:
        """Every agreement, those in force first."""
        rows = Agreement.objects.filter(organisation=self.organisation).select_related("with_branch__organisation", "written_by__person")
        found = list(rows.order_by("-from_at"))
        return sorted(found, key=lambda one: bool(one.until_at and one.until_at <= self.at))

    @property
    def others(self) -> Any:
        """The branches of other organisations that one can agree with."""
        rows = Branch.objects.exclude(organisation=self.organisation).exclude(domain="none").exclude(domain="report")
        return rows.select_related("organisation").order_by("organisation__name", "number")

    @property
    def with_children(self) -> list[Branch]:
        """The organisation's own branches that keep records about children, with their units."""
        return list(self.organisation.branches.exclude(domain="none").prefetch_related("units").order_by("number"))


def after(day: dt.date | None) -> dt.datetime | None:
    """The moment at which a last day is over; None where no end is known."""
    return midnight(day + dt.timedelta(days=1)) if day else None


def midnight(day: dt.date) -> dt.datetime:
    """The first moment of a day in Stockholm."""
    return dt.datetime.combine(day, dt.time(), STOCKHOLM)


def _touched(known: Known, number: int | None) -> str:
    """How much it touches, as a sentence; a few are never counted out."""
    if number is None:
        return gettext("It touches no record that stands today. It holds for what is done from that day on.")
    if number < 0:
        return gettext("It touches fewer than five today. So few are not counted out.")
    said = {
        "deadline.reply_days": ngettext("%(n)d concern waits for an answer and gets the new day.",
                                        "%(n)d concerns wait for an answer and get the new day.", number),
        "deadline.follow_up_weeks": ngettext("%(n)d follow-up is set already and keeps its day.",
                                             "%(n)d follow-ups are set already and keep their days.", number),
        "deadline.draft_days": ngettext("%(n)d private draft is older than that and is no longer shown.",
                                        "%(n)d private drafts are older than that and are no longer shown.", number),
        "deadline.overdue_days": ngettext("%(n)d thing has been undone for so long and is told of the next time.",
                                          "%(n)d things have been undone for so long and are told of the next time.", number),
        "age.heard_from": ngettext("%(n)d child gets another usual choice. What is asked already stands.",
                                   "%(n)d children get another usual choice. What is asked already stands.", number),
    }  # fmt: skip
    ends = ngettext("%(n)d role, assignment or yes ends within that time.",
                    "%(n)d roles, assignments and yeses end within that time.", number)
    said |= dict.fromkeys(("deadline.warn_first_days", "deadline.warn_last_days"), ends)
    usual = ngettext("%(n)d question stands today and keeps its days and its words.",
                     "%(n)d questions stand today and keep their days and their words.", number)
    return said.get(known.code, usual) % {"n": number}
