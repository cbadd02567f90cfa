"""The demo's own crowd over three school years: some more classes at its schools, told by histories and not by the verbs."""

import datetime as dt
from random import Random

from django.db import connections, transaction

from samling.people.models import Account
from samling.records.clock import STOCKHOLM

from .. import places as world_places
from ..build import OWNER, World
from ..data import names
from . import days
from .data import rates
from .fill import analyze, fill
from .large import Maker, base_there
from .lives import SEED, lived
from .places import Class, School, Staff, Team
from .scribe import Scribe

CHILDREN, STAFF = 1 << 27, 3 << 26  # keys apart from those of a large demo
# School, the one who leads it, whether Lotsen serves it, and how many children of which classes. None of them is a class of the stories.
SCHOOLS = (
    ("norrskolan", "gunilla", True, 5, ("1B", "2A", "5C", "6B", "7A", "8C")),
    ("soderskolan", "olof", True, 7, ("1A", "2B", "3C", "4A", "6A", "6C")),
    ("granbyskolan", "sten", False, 6, ("2A", "5B", "8A")),
    ("linden", "lisa", False, 5, ("3A", "6A", "9A")),
)


def settle(world: World, now: dt.datetime, seed: int = SEED) -> int:
    """Write them; how many children. One can be those who hold the team's places; the mentors and a counsellor have no accounts."""
    scribe, today, number = Scribe(), now.astimezone(STOCKHOLM).date().toordinal(), 0
    maker = Maker(seed, base_there(), today, scribe)
    team = _lotsen(maker, world)
    schools = [_school(maker, world, turn, key, head, groups) for turn, (key, head, *_shares, groups) in enumerate(SCHOOLS)]
    schools[0].nearby, schools[1].nearby = schools[1], schools[0]  # of one authority
    for here, (_key, _head, served, of_each, _groups) in zip(schools, SCHOOLS, strict=True):
        here.team = team if served else None
        for group in here.classes:
            for _child in range(of_each):
                number += 1
                lived(seed, CHILDREN + number, today, here, group, scribe, rates.SMALL, is_quiet=True)
    fill(scribe)
    analyze()
    _let_be([chair[-1].capacity for chair in team.chairs])
    return number


def _let_be(capacities: list[str]) -> None:
    """Accounts, as everyone in the stories has: a team's weeks can be seen with the eyes of those who have the children."""
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        cursor.execute("select person_id from public.people_capacity where id = any (%s::uuid[]) order by id", [capacities])
        people = [person for (person,) in cursor.fetchall()]
    made = [Account(email=f"lotsen.{number}@{names.EMAIL['lovsjo']}", person_id=person) for number, person in enumerate(people, 1)]
    for account in made:
        account.set_unusable_password()
    Account.objects.bulk_create(made)


def _lotsen(maker: Maker, world: World) -> Team:
    """Two more places at Lotsen; in one of them somebody has come after somebody else."""
    unit, leads, dice = str(world.unit["lotsen_social"]), str(world.capacity["karin"]), Random(maker.seed)
    post = ("tsi_member", "socionom", leads)
    left = days.moved(maker.today - 240)
    first = maker.person(dice, STAFF, 1, unit, *post, 0, left)
    chairs = [[first, maker.person(dice, STAFF, 3, unit, *post, left)], [maker.person(dice, STAFF + 1, 1, unit, *post)]]
    called = maker.base.social_called._replace(unit=world_places.UNITS["lotsen_social"][2])
    return Team(unit, str(world.branch["social"]), world_places.BRANCHES["social"][1], chairs, called, maker.base.region)


def _school(maker: Maker, world: World, turn: int, key: str, head: str, groups: tuple[str, ...]) -> School:
    """A school of the demo with more classes than the stories name."""
    branch, unit, dice, place = world_places.UNITS[key][0], str(world.unit[key]), Random(f"{maker.seed} {key}"), STAFF + 16 * (turn + 1)
    leader = Staff(str(world.capacity[head]), " ".join(world_places.STAFF[head][:2]))
    if key == "norrskolan":
        health = Staff(str(world.capacity["amir"]), " ".join(world_places.STAFF["amir"][:2]))
    else:
        health = maker.person(dice, place, 1, unit, "school_counsellor", "skolkurator", leader.capacity)
    classes = []
    for order, group in enumerate(groups, 1):
        post = ("mentor", f"mentor {group}", leader.capacity)
        mentors = list(maker.held(dice, place + order, unit, post, rates.MENTOR_LEAVES))
        classes.append(Class(group, days.year(maker.today) - 6 - int(group[0]), mentors))
    municipality = world_places.ORGANISATIONS[world_places.BRANCHES[branch][0]][2]
    called = maker.base.school_called._replace(unit=world_places.UNITS[key][2])
    return School(unit, str(world.branch[branch]), world_places.BRANCHES[branch][1], municipality, leader, health, classes, called=called)
