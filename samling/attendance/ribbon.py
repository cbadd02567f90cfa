"""Attendance beside the story: a band in the margin, one slice for each week, as wide as the share in school."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from samling.records.clock import STOCKHOLM
from samling.ui.parts import Entry
from samling.ui.weekly import Mark

from . import rules
from .picture import finding, week_name
from .rules import Share, Week


class Slice(NamedTuple):
    """One ISO week of the story: its share, where it is known, and what happened in it."""

    name: str
    share: Share | None
    lines: list[Entry]


class Ribbon(NamedTuple):
    """The weeks that the story covers, the latest first. Every number in the title is one of the slices."""

    title: str
    sentence: str
    slices: list[Slice]

    @property
    def rows(self) -> list[Slice]:
        """The slices that are drawn, for the table."""
        return [one for one in self.slices if one.share]


def ribbon(weeks: Sequence[Week], lines: Sequence[Entry], latest: dt.date) -> Ribbon | None:
    """The weeks from a day back to the oldest line; None when none of them is known."""
    told = _told(lines)
    known = [week for week in weeks if week.scheduled and told and min(told) <= week.on <= latest]
    shares = {week.on: rules.share([week]) for week in known}
    if not shares:
        return None
    slices = [
        Slice(week_name(on, of=latest), shares.get(on), told.get(on, []))
        for on in sorted({*told, *shares}, reverse=True)
    ]
    marks = [Mark(one.name, one.share.valid, one.share.invalid) for one in reversed(slices) if one.share]
    return Ribbon(finding(marks), _sentence(known), slices)


def reach(lines: Sequence[Entry], today: dt.date, before: dt.datetime | None) -> dt.date:
    """The latest day of a piece of the story: today, or for an older piece what the newer one has not drawn."""
    if before is None:
        return today
    drawn = rules.monday(before.astimezone(STOCKHOLM).date())
    return drawn if drawn in _told(lines) else drawn - rules.WEEK


def _told(lines: Sequence[Entry]) -> dict[dt.date, list[Entry]]:
    found: dict[dt.date, list[Entry]] = defaultdict(list)
    for line in lines:
        day = line.at.astimezone(STOCKHOLM).date() if isinstance(line.at, dt.datetime) else line.at
        found[rules.monday(day)].append(line)
    return found


def _sentence(known: Sequence[Week]) -> str:
    """What the slices say together."""
    found = rules.share(known)
    if not found:
        return ""
    told = {"weeks": len(known), "present": found.present, "valid": found.valid, "invalid": found.invalid}
    return ngettext(
        "In school %(present)s per cent of the time in this week: %(valid)s per cent valid and %(invalid)s per cent "
        "invalid absence.",
        "In school %(present)s per cent of the time in these %(weeks)s weeks: %(valid)s per cent valid and "
        "%(invalid)s per cent invalid absence.",
        len(known),
    ) % told


class Spark(NamedTuple):
    """Twelve weeks in small: per cent in school, the latest last, and what it says."""

    values: list[int]
    label: str


def spark(weeks: Sequence[Week], through: dt.date) -> Spark | None:
    """The twelve weeks up to a day; None when none of them is known."""
    shown = [(week, share) for week in rules.drawn(weeks, through) if (share := rules.share([week]))]
    if not shown:
        return None
    marks = [Mark(week_name(week.on), share.valid, share.invalid) for week, share in shown]
    told = gettext("Attendance, %(weeks)s weeks") % {"weeks": len(marks)}
    return Spark([mark.present for mark in marks], f"{told}: {finding(marks)}")
