"""A whole life: when it begins, how far it comes, and its rows."""

from bisect import bisect
from contextlib import suppress
from functools import cache
from itertools import accumulate

from . import days
from .after import followed, let_go
from .child import Life
from .data import rates
from .holding import written
from .moving import moved
from .places import Class, School
from .school import absence, checklist, light, school
from .scribe import Scribe
from .together import Together

SEED, AT_SCHOOL = 2026, 6
NEWS = 8  # days within which every concern is taken care of, that ever is


@cache
def _season(today: int, years: int = 3) -> tuple[list[int], list[float]]:
    """Every school day of these years up to today, with how many concerns are raised up to it."""
    first = days.begins(days.dt.date.fromordinal(today), years)
    found = [day for day in range(first, today - 1) if days.moved(day) == day]
    weights = (rates.RAISED[days.month(day) - 1] * rates.YEARS[days.year(day) - days.year(today) - 1] for day in found)
    return found, list(accumulate(weights))


def begun(life: Life) -> int:
    """The day on which the concern is raised: the child has begun school."""
    found, sums = _season(life.today - NEWS * life.is_quiet)
    while True:
        day = found[bisect(sums, life.dice.random() * sums[-1])]
        if days.year(day) - life.group.born >= AT_SCHOOL:
            return day


def lived(
    seed: int, number: int, today: int, here: School, group: Class, scribe: Scribe, shares: dict[str, float], is_quiet: bool = False
) -> Life:
    """One child's history up to today, told to the scribe. `is_quiet`: no new concern waits for the head."""
    life = Life(seed, number, today, here, group, scribe)
    life.is_quiet, life.way = is_quiet, life.chosen(tuple(shares.items()))
    life.day = begun(life)
    life.open()
    if here.team is None and life.way == "team":
        life.way = "school"
    with suppress(days.Over):
        WAYS[life.way](life)
        if life.way != "team":
            moved(life)
    life.written()
    return life


def team(life: Life) -> None:
    """Further than the school comes alone."""
    first, here = life.day, life.school.team
    if here is None:
        return
    course = life.chosen(rates.COURSES)
    absence(life, first - 63, first + 300, "team", course)
    matter = checklist(life, "team", solved=False)
    matter.course = course
    journey = Together(matter, here)
    try:
        _beyond(journey)
    finally:
        written(journey)


def _beyond(journey: Together) -> None:
    if not journey.asked():
        return journey.refused()
    journey.told()
    journey.life.on((0, 5))
    journey.referred()
    if not journey.triaged():
        journey.matter.note((20, 40))
        return let_go(journey)
    if not journey.welcomed():
        return let_go(journey)
    journey.mapped()
    journey.planned()
    followed(journey)


WAYS = {"light": light, "school": school, "team": team}
