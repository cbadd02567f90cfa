"""Who asks another house without a name, who answers, by when, and how it is counted. Plain values in and out."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _
from samling.kernel.workdays import workdays_after

REPLY_DAYS = 5  # working days
WAITS = _("consultation waits")  # the kind of notice: the desk shows it as a sentence
HEALTH = ("health",)
SCHOOLS = ("school", "private_school")


class Dates(NamedTuple):
    """One question as it is counted: which unit was asked, and the days. Never a word of it."""

    unit: str
    asked_on: dt.date
    answered_on: dt.date | None


class Count(NamedTuple):
    """The questions to one unit in one term."""

    term: str
    unit: str
    asked: int
    answered: int
    in_time: int


def may_ask(*, is_family: bool, holds_children: bool, same_unit: bool = False) -> Answer:
    """Everyone who works with children may ask another house; a family rings."""
    if is_family:
        return refuse(_("Ring the school or the team. They answer you directly."))
    if not holds_children:
        return refuse(_("Your role does not work with single children."))
    if same_unit:
        return refuse(_("You work there yourself. Ask a colleague."))
    return allow(_("You work with children."))


def may_answer(*, at_receiver: bool, is_asker: bool, closed: bool) -> Answer:
    """Those at the unit that was asked answer, and whoever asked may ask on, until it is closed."""
    if closed:
        return refuse(_("This question is closed. Ask a new one."))
    if not (at_receiver or is_asker):
        return refuse(_("Those who were asked answer here."))
    return allow(_("You can write here."))


def may_close(*, at_receiver: bool, is_asker: bool, closed: bool) -> Answer:
    """Whoever asked closes the question, or those who have answered it."""
    if closed:
        return refuse(_("This question is closed already."))
    if not (at_receiver or is_asker):
        return refuse(_("Those who were asked, and whoever asked, can close it."))
    return allow(_("It can be closed."))


def reply_due(asked_on: dt.date, days: int = REPLY_DAYS) -> dt.date:
    """The last working day on which an answer is in time."""
    return workdays_after(asked_on, days)


def term(on: dt.date) -> str:
    """The school term of a day: VT until the end of June, HT after."""
    return f"{'VT' if on.month <= 6 else 'HT'} {on.year}"


def counted(rows: Iterable[Dates]) -> list[Count]:
    """The questions by term and unit, the latest term first."""
    groups: dict[tuple[int, bool, str], list[Dates]] = {}
    for row in rows:
        groups.setdefault((-row.asked_on.year, row.asked_on.month <= 6, row.unit), []).append(row)
    return [_count(found) for _key, found in sorted(groups.items())]


def _count(rows: list[Dates]) -> Count:
    answered = [row for row in rows if row.answered_on]
    in_time = [row for row in answered if row.answered_on and row.answered_on <= reply_due(row.asked_on)]
    return Count(term(rows[0].asked_on), rows[0].unit, len(rows), len(answered), len(in_time))
