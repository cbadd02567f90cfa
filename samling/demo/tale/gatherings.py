"""A joint meeting in the demo: everyone around Adam sits down the next working day, and the interpreter is not confirmed."""

import datetime as dt
from typing import Any

from samling.gathering.models import Booking, ChildsWay, Invited, JointMeeting, Point
from samling.gathering.rules import Booked
from samling.people.models import Capacity, Guardian
from samling.records.clock import STOCKHOLM

from . import deeds
from .teller import Stage, Teller

QUESTION = "Vad behöver Adam för att morgnarna ska bli lugna, och vem gör vad?"
WORDS = "Jag vill vara med i början. Får jag gå in före de andra också efter lovet?"
TABLE = (
    ("child", "Det är Adams möte.", False), ("Hodan", "Mamma vet hur morgnarna är hemma.", True),
    ("petra", "Petra möter Adam varje morgon.", True), ("jonas", "Adam har valt Jonas som sin vuxna.", False),
    ("maria", "Maria håller ihop planen och pratar med hemmet.", True),
)  # fmt: skip


def gatherings(teller: Teller) -> None:
    """Petra calls everyone together around Adam; the child has chosen how he takes part."""
    teller.scene(7, "13:00", "petra", call, "adam", teller.now)
    for at, (who, why, decides) in enumerate(TABLE):
        teller.scene(7, f"13:0{at + 1}", "petra", ask, "adam", who, why, decides)
    teller.scene(6, "10:00", "petra", way, "adam")
    teller.scene(6, "10:10", "petra", interpreter, "adam", "somaliska")
    teller.scene(5, "09:00", "petra", question, "adam", "Kan jag få gå in genom lilla dörren?")


def call(on: Stage, key: str, today: dt.datetime) -> None:
    """The next working day at two, on neutral ground."""
    day = today.astimezone(STOCKHOLM).date() + dt.timedelta(days=1)
    while day.weekday() > 4:
        day += dt.timedelta(days=1)
    starts = dt.datetime.combine(day, dt.time(14), STOCKHOLM)
    told = {"kind": "joint", "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1), "place": "Norrskolans bibliotek",
            "chair": on.by, "question": QUESTION, "seen_on": None}  # fmt: skip
    made = JointMeeting.call(deeds.child_of(on, key), told, by=on.by, at=on.at, pk=on.key("meeting", key))
    Point.suggest(made, by=on.by, at=on.at)
    on.made[key, "meeting"] = made.pk


def ask(on: Stage, key: str, who: str, why: str, decides: bool) -> None:
    """One chair at the table."""
    seat: dict[str, Any]
    if who == "child":
        seat = {"kind": "child", "name": deeds.child_of(on, key).full_name}
    elif who in on.world.capacity:
        seat = {"kind": "staff", "capacity": Capacity.objects.select_related("person", "unit__branch").get(pk=on.world.capacity[who])}
    else:
        one = Guardian.objects.get(pk=deeds.ids(on, key, [who])[0])
        seat = {"kind": "guardian", "guardian": one, "name": str(one), "role": str(one.relation)}
    Invited.invite(_meeting(on, key), seat, why=why, decides=decides, by=on.by, at=on.at)


def way(on: Stage, key: str) -> None:
    """The child's own choice."""
    told = {"way": "part", "helper": on.by, "speaker": "", "words": WORDS}
    ChildsWay.choose(_meeting(on, key), told, by=on.by, at=on.at)


def interpreter(on: Stage, key: str, language: str) -> None:
    """Ordered, and nobody has confirmed."""
    booking = Booking.need(_meeting(on, key), {"language": language, "form": "room", "holder": on.by}, by=on.by, at=on.at,
                           pk=on.key("booking", key, language))  # fmt: skip
    booking.step(Booked.ORDERED, "Språkservice 2025-4711", around=[], by=on.by, at=on.at)


def question(on: Stage, key: str, words: str) -> None:
    """The child's own point."""
    Point.add(_meeting(on, key), "childs", words, by=on.by, at=on.at, pk=on.key("point", key, words))


def _meeting(on: Stage, key: str) -> JointMeeting:
    return JointMeeting.objects.select_related(*JointMeeting.beside).get(pk=on.made[key, "meeting"])
