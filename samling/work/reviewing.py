"""Reviews of the log, and alarms: read through the guard, shown with the names that one may know."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samling.access import guard
from samling.people.models import Capacity, Child

from .models import Alarm, SpotCheck


@dataclass(frozen=True, slots=True)
class Review:
    """One look to be reviewed, or one of one's own that someone asks about."""

    id: UUID
    is_mine: bool
    looker: Capacity
    at: dt.datetime
    errand: str
    child: Child | None
    is_assigned: bool
    drawn_at: dt.datetime
    asked_at: dt.datetime | None
    reason: str
    explained_at: dt.datetime | None
    answer: str
    answered_at: dt.datetime | None

    @property
    def waits_for_me(self) -> bool:
        """Whether there is something for the reader to answer."""
        return not self.explained_at if self.is_mine else not self.answered_at

    @property
    def reason_said(self) -> Any:
        """The reason in words."""
        return SpotCheck.Reason(self.reason).label if self.reason else ""

    @property
    def answer_said(self) -> Any:
        """The answer in words."""
        return SpotCheck.Answer(self.answer).label if self.answer else ""


def reviews() -> list[Review]:
    """Those that I review or am asked about, what waits first."""
    rows = guard.rows("spot_checks")
    lookers = Capacity.known(row["looker"] for row in rows)
    children = {one.pk: one for one in Child.objects.filter(pk__in={row["subject"] for row in rows})}
    found = [
        Review(**_without(row, "looker", "subject", "errand"), looker=lookers[row["looker"]],
               child=children.get(row["subject"]), errand=_said(row["errand"]))
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: not one.waits_for_me)


def review(pk: UUID) -> Review | None:
    """One of them."""
    return next((one for one in reviews() if one.id == pk), None)


@dataclass(frozen=True, slots=True)
class Raised:
    """One alarm that I may answer."""

    id: UUID
    who: Capacity
    at: dt.datetime
    opened: int
    answer: str
    answered_at: dt.datetime | None

    @property
    def answer_said(self) -> Any:
        """The answer in words."""
        return Alarm.Answer(self.answer).label if self.answer else ""

    @property
    def stands(self) -> bool:
        """Whether it still stops anybody, and so can be answered."""
        return self.answer != Alarm.Answer.WORK


def alarms() -> list[Raised]:
    """Those that I may answer, the latest first."""
    rows = guard.rows("alarms")
    people = Capacity.known(row["capacity"] for row in rows)
    return [Raised(**_without(row, "capacity"), who=people[row["capacity"]]) for row in rows]


def alarm(pk: UUID) -> Raised | None:
    """One of them."""
    return next((one for one in alarms() if one.id == pk), None)


def _said(errand: str) -> str:
    return gettext(errand)


def _without(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
