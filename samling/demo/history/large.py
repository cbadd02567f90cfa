"""A demo for load: schools of 800 children in classes of 20, each with its mentors, and a team for every ten schools."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import batched
from random import Random
from typing import NamedTuple
from uuid import UUID

from django.db import connections, transaction

from samling.kernel.sorting import swedish_key
from samling.records.clock import STOCKHOLM

from ..build import OWNER
from ..data.names import FAMILY
from ..grow import Grown
from . import days
from .apart import AT_ONCE, side_by_side
from .data import rates, words
from .data.tables import TABLES
from .fill import analyze, fill
from .lives import SEED, lived
from .places import NOWHERE, Called, Class, Region, School, Staff, Team
from .scribe import NONE, Scribe

OF_A_SCHOOL, OF_A_CLASS, SCHOOLS_OF_A_TEAM, CHAIRS = 800, 20, 10, 4
AT_A_TIME = 4  # schools in one transaction
SCHOOL, TEAM, MENTOR = 1 << 28, 1 << 29, 1 << 30  # keys of places and staff lie apart from those of children


class Base(NamedTuple):
    """What is there before: the municipality's school authority and its social services."""

    school: str
    school_number: int
    social: str
    social_number: int
    municipality: str
    school_called: Called = NOWHERE
    social_called: Called = NOWHERE
    region: Region | None = None


class Missing(NamedTuple):
    """A school that lacks children: its number, how many should begin there in all, and how many have."""

    number: int
    wanted: int
    there: int


class Maker:
    """Invents places and their staff, the same for the same seed."""

    def __init__(self, seed: int, base: Base, today: int, scribe: Scribe):
        self.seed, self.base, self.today, self.scribe = seed, base, today, scribe
        self.first = days.begins(dt.date.fromordinal(today))

    def school(self, number: int, team: Team | None) -> School:
        """A school with its classes."""
        dice, base, key = Random(f"{self.seed} school {number}"), self.base, _key(SCHOOL + number, 0)
        name = f"{words.SCHOOLS[number % len(words.SCHOOLS)]} {number + 1}"
        self.scribe.put("people_unit", key, base.school, "school", name, base.municipality)
        head = self.person(dice, SCHOOL + number, 1, key, "head_teacher", "rektor", "")
        health = self.person(dice, SCHOOL + number, 3, key, "school_counsellor", "skolkurator", head.capacity)
        classes = []
        for turn in range(OF_A_SCHOOL // OF_A_CLASS):
            grade = turn * 9 // (OF_A_SCHOOL // OF_A_CLASS) + 1
            group = f"{grade}{'ABCDE'[turn % 5]}"
            place = MENTOR + number * 64 + turn
            post = ("mentor", f"mentor {group}", head.capacity)
            mentors = list(self.held(dice, place, key, post, rates.MENTOR_LEAVES))
            classes.append(Class(group, days.year(self.today) - 6 - grade, mentors))
        called = base.school_called._replace(unit=name)
        return School(key, base.school, base.school_number, base.municipality, head, health, classes, team, called)

    def team(self, number: int) -> Team:
        """A team with its places; one in four of them is left each year."""
        dice, base, key = Random(f"{self.seed} team {number}"), self.base, _key(TEAM + number, 0)
        self.scribe.put("people_unit", key, base.social, "team", f"Teamet {number + 1}", base.municipality)
        leads = self.person(dice, TEAM + number, 1, key, "unit_head", "enhetschef", "")
        post = ("tsi_member", "socionom", leads.capacity)
        places = (TEAM + 4096 * (turn + 1) + number for turn in range(CHAIRS))
        chairs = [list(self.held(dice, place, key, post, rates.TEAM_LEAVES)) for place in places]
        return Team(key, base.social, base.social_number, chairs, base.social_called._replace(unit=f"Teamet {number + 1}"), base.region)

    def held(self, dice: Random, place: int, unit: str, post: tuple[str, str, str], leaves: float) -> Iterator[Staff]:
        """Who holds a place one after another, from before the first of the years until today. `post`: role, title, approver."""
        begins, turn = self.first - 200, 0
        for year in range(1, 5):
            ends = days.moved(self.first + 365 * year - dice.randrange(30, 330))
            if dice.random() < leaves and begins + 60 < ends < self.today - 10:
                yield self.person(dice, place, 1 + 2 * turn, unit, *post, begins, ends)
                begins, turn = ends, turn + 1
        yield self.person(dice, place, 1 + 2 * turn, unit, *post, begins)

    def person(
        self, dice: Random, place: int, turn: int, unit: str, role: str, title: str, approver: str, begins: int = 0, ends: int = 10**7
    ) -> Staff:
        """A person in a capacity."""
        person, capacity = _key(place, turn), _key(place, turn + 1)
        given, family = dice.choice(words.GIVEN_STAFF), dice.choice(FAMILY)
        since = days.stamp(begins or self.first - 200, 480)
        until, ended_by = (days.stamp(ends, 480), approver) if ends < self.today else (NONE, NONE)
        self.scribe.put("people_person", person, given, family, swedish_key(given, family))
        self.scribe.put("people_capacity", capacity, since, until, person, unit, role, title, approver or capacity, ended_by)
        return Staff(capacity, f"{given} {family}", begins, ends)


def _key(place: int, turn: int) -> str:
    return str(UUID(int=place << 96 | 0x4000_8000 << 64 | turn))


def grow_to(children: int, now: dt.datetime, tell: Callable[[str], None] = lambda said: None, seed: int = SEED) -> tuple[int, int]:
    """Let there be so many grown children in all, some schools at a time; how many were added, and their rows.

    Some schools are one transaction: what is broken off goes on from the schools that are there. `now`: the day up to which
    the histories are told.
    """
    missing = _missing(children)
    base, today, added, rows = base_there(), now.astimezone(STOCKHOLM).date().toordinal(), 0, 0
    _places({one.number for one in missing}, Scribe(), seed, base, today)
    with side_by_side(OWNER, len(missing) > AT_A_TIME) as each:
        for made, lines in each(partial(_written, seed, base, today), batched(missing, AT_A_TIME)):
            added, rows = added + made, rows + lines
            tell(f"{added} of {sum(one.wanted - one.there for one in missing)}")
        list(each(analyze, [list(TABLES)[turn::AT_ONCE] for turn in range(AT_ONCE)]))
    return added, rows


def _written(seed: int, base: Base, today: int, some: Iterable[Missing]) -> tuple[int, int]:
    """One transaction; how many children and rows."""
    scribe = Scribe()
    return sum(_school(one, seed, base, today, scribe) for one in some), fill(scribe)


def someone(now: dt.datetime, seed: int = SEED) -> Grown:
    """Whom a bench can be: a mentor with 20 children, the head of her school, and the first child."""
    today = now.astimezone(STOCKHOLM).date().toordinal()
    scribe = Scribe()
    here = _drawn(0, seed, base_there(), today)
    first = here.classes[0]
    lives = (lived(seed, number + 1, today, here, first, scribe, rates.LARGE) for number in range(OF_A_CLASS))
    stays = next(one for one in lives if one.school is here)
    return Grown(UUID(first.mentors[-1].capacity), UUID(here.head.capacity), UUID(stays.key))


def _places(numbers: set[int], scribe: Scribe, seed: int, base: Base, today: int) -> None:
    """The schools, those nearby and their teams, with their staff, as far as they are not there yet."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("select id::text from people_unit where kind in ('school', 'team')")
        known = {row[0] for row in cursor.fetchall()}
    maker = Maker(seed, base, today, scribe)
    for number in sorted({near for one in numbers for near in (one, one ^ 1)}):
        if _key(SCHOOL + number, 0) not in known:
            maker.school(number, None)
    for number in sorted({one // SCHOOLS_OF_A_TEAM for one in numbers}):
        if _key(TEAM + number, 0) not in known:
            maker.team(number)
    fill(scribe)


def _drawn(number: int, seed: int, base: Base, today: int) -> School:
    """A school as it stands, with its team and the school nearby."""
    maker = Maker(seed, base, today, Scribe())
    here = maker.school(number, maker.team(number // SCHOOLS_OF_A_TEAM))
    here.nearby = maker.school(number ^ 1, None)
    return here


def _school(one: Missing, seed: int, base: Base, today: int, scribe: Scribe) -> int:
    """The children that a school lacks; how many."""
    here = _drawn(one.number, seed, base, today)
    for turn in range(one.there, one.wanted):
        lived(seed, one.number * OF_A_SCHOOL + turn + 1, today, here, here.classes[turn // OF_A_CLASS], scribe, rates.LARGE)
    return one.wanted - one.there


def _missing(children: int) -> list[Missing]:
    """Which schools lack children, as the database stands: by the children's keys, since some have changed school."""
    numbers = range(-(-children // OF_A_SCHOOL))
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        cursor.execute(
            "select n, (select count(*) from public.people_child c where c.branch_id = b.id and c.subject_id between "
            "(lpad(to_hex(n * %s + 1), 8, '0') || repeat('0', 24))::uuid and (lpad(to_hex(n * %s + %s), 8, '0') || repeat('f', 24))::uuid) "
            "from unnest(%s::int[]) n, public.people_branch b where b.number = 1",
            [OF_A_SCHOOL, OF_A_SCHOOL, OF_A_SCHOOL, list(numbers)])  # fmt: skip
        there = dict(cursor.fetchall())
    found = (Missing(number, min(OF_A_SCHOOL, children - number * OF_A_SCHOOL), there[number]) for number in numbers)
    return [one for one in found if one.there < one.wanted]


def base_there() -> Base:
    """What stands in the demo: its school authority, its social services, and the first unit of the region by name."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "select b.id::text, b.number, b.name, o.name, o.id::text from people_branch b join people_organisation o "
            "on o.id = b.organisation_id where b.number in (1, 4) order by b.number"
        )
        (school, one, pupils, body, accountable), (social, two, families, *_body) = cursor.fetchall()
        cursor.execute(
            "select u.id::text, u.name, b.name, o.name from people_unit u join people_branch b on b.id = u.branch_id "
            "join people_organisation o on o.id = b.organisation_id where b.domain = 'health' order by u.name limit 1"
        )
        found = [Region(unit, Called(*names), accountable) for unit, *names in cursor.fetchall()]
    return Base(school, one, social, two, "9901", Called("", pupils, body), Called("", families, body), found[0] if found else None)
