"""Attendance as a person reads it: the picture, its finding, the sentence that says the same, and the table."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.ui.weekly import NARROW, WIDE, Mark, Words, lowest, weekly

from . import rules
from .rules import Share, Spot, Week

NO_BREAK = "\u00a0"


class Picture(NamedTuple):
    """What is shown of some weeks. Every number in the title is one of the marks."""

    title: str
    sentence: str
    wide: SafeString
    narrow: SafeString
    rows: list[tuple[Week, Share]]


def picture(weeks: Sequence[Week], through: dt.date) -> Picture | None:
    """The twelve weeks up to a day; None when none of them is known."""
    shown = [(week, share) for week in rules.drawn(weeks, through) if (share := rules.share([week]))]
    if not shown:
        return None
    marks = [Mark(week_name(week.on), share.valid, share.invalid) for week, share in shown]
    words = Words(gettext("90–100 per cent"), f"%(share)s{NO_BREAK}%%")
    drawn = [weekly(marks, words, width) for width in (WIDE, NARROW)]
    return Picture(finding(marks), sentence(weeks, through), drawn[0], drawn[1], shown[::-1])


def finding(marks: Sequence[Mark]) -> str:
    """The title: where it stands and where it was lowest, read off the marks that are drawn."""
    last, low = marks[-1], lowest(marks)
    told = {"now": last.present, "week": last.name, "low": low.present, "then": low.name}
    if low.present == last.present and len(marks) > 1:
        return gettext("%(now)s per cent in school in %(week)s, the lowest") % told
    if len(marks) == 1:
        return gettext("%(now)s per cent in school in %(week)s") % told
    return gettext("%(now)s per cent in school in %(week)s, lowest %(low)s per cent in %(then)s") % told


def sentence(weeks: Sequence[Week], through: dt.date) -> str:
    """The four school weeks in one sentence; when they are not recent it says which they are."""
    latest = rules.rolling(weeks, through)
    found = rules.share(latest)
    if not found:
        return ""
    told = {"weeks": len(latest), "away": found.absent, "valid": found.valid, "invalid": found.invalid, "which": which(latest, through)}
    if told["which"]:
        return gettext("Away %(away)s per cent in %(which)s: %(valid)s valid and %(invalid)s invalid.") % told
    return ngettext(
        "Away %(away)s per cent of the latest school week: %(valid)s valid and %(invalid)s invalid.",
        "Away %(away)s per cent of the latest %(weeks)s school weeks: %(valid)s valid and %(invalid)s invalid.",
        len(latest),
    ) % told  # fmt: skip


def which(latest: Sequence[Week], today: dt.date) -> str:
    """Which weeks are told of, when the latest that are known lie too far back to be called so; else empty."""
    if not latest or rules.is_recent(latest[-1].on, today):
        return ""
    (year, first, _day), (until, last, _last) = (week.on.isocalendar() for week in (latest[0], latest[-1]))
    told = {"year": year, "first": first, "last": last, "until": until}
    if (year, first) == (until, last):
        return gettext("week %(first)d, %(year)d, the latest that has been written down") % told
    if year == until:
        return gettext("weeks %(first)d–%(last)d, %(year)d, the latest that have been written down") % told
    return gettext("week %(first)d, %(year)d, to week %(last)d, %(until)d, the latest that have been written down") % told


def week_name(on: dt.date, *, of: dt.date | None = None) -> str:
    """The week as staff say it: v. 38; with its year when that is another than a day's."""
    year, number, _weekday = on.isocalendar()
    if of and of.isocalendar().year != year:
        return gettext("w. %(number)d, %(year)d") % {"number": number, "year": year}
    return gettext("w. %(number)d") % {"number": number}


def facts(weeks: Sequence[Week], through: dt.date) -> dict[str, Any]:
    """What is counted beside the picture; None where the source does not say."""
    term, latest = rules.of_term(weeks, through), rules.rolling(weeks, through)
    return {
        "rolling": rules.share(latest),
        "rolling_weeks": len(latest),
        "which": which(latest, through),
        "term": rules.share(term),
        "late": rules.late(term),
        "days": rules.days(term),
        "lessons": _lessons(rules.pattern(term)),
        "heaviest": rules.heaviest(rules.pattern(term)),
    }


class Row(NamedTuple):
    """One lesson of the pattern, with a cell for each weekday: the share away, or None."""

    lesson: str
    cells: list[Spot | None]


def _lessons(spots: Sequence[Spot]) -> list[Row]:
    known = {(spot.lesson, spot.weekday): spot for spot in spots}
    names = list(dict.fromkeys(sorted(spot.lesson for spot in spots)))
    return [Row(name, [known.get((name, weekday)) for weekday in range(1, 6)]) for name in names]
