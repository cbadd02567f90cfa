"""How tests ask: a round is set, somebody is asked, and answers."""

import datetime as dt
from uuid import uuid4

from samling.followup.models import Ask, Person, Reply, Round
from samling.followup.rules import How, State
from samling.instruments.shape import Time, Voice
from samling.records.clock import now, today
from samling.views.tests.around import child_of, me

CHILD = Person("child", Voice.CHILD, "Adam")
BETTER = {f"B{n}": 3 for n in range(1, 10)}


def guardian(cast, name: str) -> Person:
    key = cast.world.guardian[name]
    return Person(f"home-{key}", Voice.HOME, name.capitalize(), key)


def teacher(cast, name: str) -> Person:
    key = cast.world.capacity[name]
    return Person(f"school-{key}", Voice.SCHOOL, name.capitalize(), key)


def begin(cast, time: Time = Time.T0, *, who: str = "petra", in_days: int = 0, child: str = "adam") -> Round:
    with cast.acting(who) as acting:
        day = today() + dt.timedelta(days=in_days)
        return Round.plan(child_of(cast, child), time, day, by=me(acting), at=now(), pk=uuid4())


def put(cast, round: Round, person: Person = CHILD, how: str = How.PHONE, *, who: str = "petra", child: str = "adam", **more) -> Ask:
    with cast.acting(who) as acting:
        return Ask.put(child_of(cast, child), round, person, how, by=me(acting), at=now(), pk=uuid4(), **more)


def answer(cast, asked: Ask, answers: dict | None = None, *, state: str = State.ANSWERED, who: str = "petra", how: str = How.PHONE) -> Reply:
    with cast.acting(who) as acting:
        told = {"state": state, "how": how, "heard_on": today(), "answers": answers or {}}
        return Reply.give(asked, told, by=me(acting), at=now(), pk=uuid4())
