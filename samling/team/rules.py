"""Who runs a team, when it meets, and on which side of the walls someone stands. Plain values in and out."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from itertools import count as numbers
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _
from samling.kernel.workdays import is_workday

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LEADS = ("head_teacher", "deputy_head", "preschool_head", "student_health_head")
A_MONTH = dt.timedelta(days=31)
A_YEAR = dt.timedelta(days=366)


class House(StrEnum):
    """On which side of the walls someone at the table stands, seen from the team's own activity (OSL 8:1-2)."""

    INSIDE = "inside"
    MEDICAL = "medical"
    OUTSIDE = "outside"


def house(*, branch: object, hangs_on: object, of_team: object) -> House:
    """Inside the team's own activity, its school health's medical part, or another authority."""
    if branch == of_team:
        return House.INSIDE
    return House.MEDICAL if hangs_on == of_team else House.OUTSIDE


def may_lead(*, role: str, at_unit: bool) -> Answer:
    """The head sets the rhythm and gives the places (skollagen 2:10, 2:25)."""
    if not at_unit or role not in LEADS:
        return refuse(_("The head sets up the team and its rhythm."))
    return allow(_("You lead this unit."))


def may_sit(*, is_family: bool, holds_children: bool, in_force: bool, taken: bool) -> Answer:
    """A place is for staff whose capacity is in force now, once."""
    if is_family or not holds_children:
        return refuse(_("This role does not work with single children and has no place in the team."))
    if not in_force:
        return refuse(_("That assignment has ended. Choose someone else."))
    if taken:
        return refuse(_("This person has a place already."))
    return allow(_("A place can be given."))


def may_call(*, knows: bool, starts_at: dt.datetime, at: dt.datetime) -> Answer:
    """A meeting is called for a time to come, by those who work at the unit or have a place in the team."""
    if not knows:
        return refuse(_("You have no part in this team."))
    if starts_at < at - dt.timedelta(hours=12):
        return refuse(_("Choose a time that has not been."))
    if starts_at > at + A_YEAR:
        return refuse(_("Choose a time within a year."))
    return allow(_("The meeting can be called."))


def may_run(*, inside: bool, ended: bool) -> Answer:
    """Those with a place in the team, on its own side of the walls, run its meeting until it has ended."""
    if not inside:
        return refuse(_("Those who have a place in the team run its meeting."))
    if ended:
        return refuse(_("This meeting is over. Take the child up at the next one."))
    return allow(_("You have a place in the team."))


def days(weekday: int, every: int, *, first: dt.date, after: dt.date, until: dt.date | None, count: int) -> list[dt.date]:
    """The next days of a rhythm from `after` on: this weekday, every so many weeks counted from its first day, when offices are open."""
    return list(islice(filter(is_workday, _ahead(weekday, every, first=first, after=after, until=until)), count))


def left_out(weekday: int, every: int, *, first: dt.date, after: dt.date, until: dt.date) -> list[dt.date]:
    """The days of the same rhythm before `until` on which nobody meets: public holidays and the three eves."""
    return [day for day in _ahead(weekday, every, first=first, after=after, until=until) if not is_workday(day)]


def _ahead(weekday: int, every: int, *, first: dt.date, after: dt.date, until: dt.date | None) -> Iterator[dt.date]:
    start = first + dt.timedelta(days=(weekday - first.weekday()) % 7)
    step = dt.timedelta(weeks=every)
    begin = max(0, -(-(after - start).days // step.days))
    return takewhile(lambda day: until is None or day < until, (start + step * number for number in numbers(begin)))


def social_gap(*, today: dt.date, last_on: dt.date | None, first_on: dt.date | None) -> int | None:
    """How many days the social services have been missing; None while they are there at least monthly.

    A team that began less than a month ago has not missed anyone.
    """
    since = last_on or first_on
    if since is None or today - since <= A_MONTH:
        return None
    return (today - since).days


def starts(day: dt.date, clock: dt.time) -> dt.datetime:
    """The moment at which a meeting of that day begins, in Stockholm."""
    return dt.datetime.combine(day, clock, STOCKHOLM)


def local_day(at: dt.datetime) -> dt.date:
    """The day in Stockholm of a moment."""
    return at.astimezone(STOCKHOLM).date()
