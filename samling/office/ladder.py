"""The organisation's own ladder of absence as one who runs or leads it sees it, and what a change of it would do."""

import datetime as dt
import json
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import get_language, ngettext

from samling.access import guard
from samling.attendance.models import LadderStep
from samling.attendance.models.ladder import Measure, Step, Trigger, standing, steps
from samling.kernel.answer import insist
from samling.people.roles import ROLES

from . import rules
from .settled import Settled, midnight

HIGHEST = 9  # the number of the last step there can be


class Shown(NamedTuple):
    """A step in words."""

    number: int
    title: str
    does: str
    lines: list[str]
    who: str
    days: int
    is_inquiry: bool

    @classmethod
    def of(cls, step: Step) -> "Shown":
        """From the step as the rules know it."""
        who = ROLES[step.role].title(get_language() or "sv") if step.role in ROLES else ""
        return cls(step.number, step.title, step.does, [in_words(one) for one in step.triggers], who, step.days, step.is_inquiry)


class Side(NamedTuple):
    """A step before or after a change, and how many children stand on it."""

    step: Shown
    children: str


class Rung(NamedTuple):
    """One step before and after a change; None where there is no such step."""

    number: int
    before: Side | None
    after: Side | None


class Change(NamedTuple):
    """What a change would do, before it is saved."""

    rungs: list[Rung]
    from_on: dt.date
    shipped: bool  # whether the ladder that Samling comes with holds afterwards


class Ladder:
    """The steps in force, those to come and those that were."""

    def __init__(self, settled: Settled):
        self.settled, self.at, self.organisation = settled, settled.at, settled.organisation.pk
        self.may = settled.may_settle()

    @cached_property
    def rows(self) -> list[LadderStep]:
        """Every row that was ever written, the latest first."""
        found = LadderStep.objects.filter(organisation_id=self.organisation).latest_first()
        return list(found.select_related("written_by__person", "withdrawn_by__person"))

    @property
    def kept(self) -> list[LadderStep]:
        """Those that were not taken back."""
        return [row for row in self.rows if not row.withdrawn_at]

    @property
    def steps(self) -> list[Shown]:
        """The ladder as it stands."""
        return [Shown.of(step) for step in steps(self.kept, self.at)]

    @property
    def source(self) -> str:
        """Whose ladder it is."""
        return LadderStep.source(self.organisation, self.at)

    @property
    def stands(self) -> set[int]:
        """The numbers of the organisation's own steps in force; none as long as the shipped ladder holds."""
        return {row.number for row in standing(self.kept, self.at)}

    @property
    def own(self) -> set[int]:
        """The numbers of its own steps, in force or to come."""
        return self.stands | {row.number for row in self.coming if not row.is_ended}

    @property
    def free(self) -> list[int]:
        """The numbers that a new step can have: what is missing, and the next one up."""
        return [number for number in range(1, min(max(self.own, default=0) + 1, HIGHEST) + 1) if number not in self.own]

    @property
    def coming(self) -> list[LadderStep]:
        """What has not begun, the next first."""
        return [row for row in reversed(self.kept) if row.from_at > self.at]

    def newest(self, number: int) -> LadderStep | None:
        """The latest that was settled of one step, if it is not its end."""
        row = next((one for one in self.kept if one.number == number), None)
        return row if row and not row.is_ended else None

    def change(self, told: list[dict[str, Any]], from_on: dt.date) -> Change:
        """What these rows would change from that day, counted on the children of today. Raises Refused."""
        insist(self.may)
        then = max(midnight(from_on), self.at)
        new = [LadderStep(organisation_id=self.organisation, from_at=then, **one) for one in told]
        after = sorted([*new, *self.kept], key=lambda row: row.from_at, reverse=True)  # of one day the new ones first
        was, will = steps(self.kept, self.at), steps(after, then)
        counts = _counted(was, will)
        numbers = sorted({step.number for step in (*was, *will)})
        rungs = [Rung(number, _side(was, number, counts[0]), _side(will, number, counts[1])) for number in numbers]
        return Change(rungs, from_on, shipped=not standing(after, then))

    def settle(self, told: list[dict[str, Any]], from_on: dt.date, decision: str) -> None:
        """Keep these rows, all of them or none; pressed twice they are kept once. Raises Refused."""
        insist(self.may)
        latest = {row.number: row for row in reversed(self.kept)}
        same = [one["number"] in latest and _alike(latest[one["number"]], one, from_on, decision) for one in told]
        if not all(same):
            guard.call("put_ladder_steps", json.dumps(told), midnight(from_on), decision)


def in_words(line: Trigger) -> str:
    """When a step is reached, as a sentence."""
    told = {"weeks": line.weeks, "of": line.of, "over": line.over}
    if line.measure is Measure.SHARE:
        return ngettext("Away more than %(over)d per cent over four school weeks.",
                        "Away more than %(over)d per cent over four school weeks, %(weeks)d weeks running.", line.weeks) % told  # fmt: skip
    return ngettext("Invalid absence in %(weeks)d of the latest %(of)d school weeks.",
                    "Invalid absence in at least %(weeks)d of the latest %(of)d school weeks.", line.weeks) % told  # fmt: skip


def _counted(*ladders: list[Step]) -> list[dict[int, int]]:
    """How many children stand on each step of each ladder, as the guard says it: -1 for one to four."""
    asked = [[[step.number, [list(one) for one in step.triggers]] for step in ladder] for ladder in ladders]
    rows = guard.rows("ladder_reach", json.dumps(asked))
    return [{row["number"]: row["children"] for row in rows if row["ladder"] == place} for place in range(1, len(ladders) + 1)]


def _side(ladder: list[Step], number: int, counted: dict[int, int]) -> Side | None:
    step = next((step for step in ladder if step.number == number), None)
    return Side(Shown.of(step), rules.few(counted.get(number, 0))) if step else None


def _alike(row: LadderStep, told: dict[str, Any], from_on: dt.date, decision: str) -> bool:
    same = all(getattr(row, name) == value for name, value in told.items())
    return same and (row.from_on, row.decision) == (from_on, decision)
