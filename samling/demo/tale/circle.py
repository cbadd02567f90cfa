"""Who is around Adam, who coordinates, an empty chair, and a child who is being handed over."""

from typing import Any

from samling.circle.models import NAMED, Chair, Tie
from samling.journey.models import Party, coordinate
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, SignificantAdult
from samling.relay.models import Relay

from . import deeds
from .teller import Stage, Teller

SAID = {
    "guardian": (("Hodan", "day", 3, "mamma", True), ("Ali", "sometimes", 2, "pappa", False)),
    "capacity": (("jonas", "day", 3, "Jonte", True), ("petra", "day", 2, "fröken", False), ("amir", "week", 1, "", False)),
}
UNWRITTEN = (
    "Ebba vill ha tyst en stund innan hon svarar. Vänta ut henne. Jag har lovat att säga till dagen före när det blir vikarie."
)


def circle(teller: Teller) -> None:
    """Adam says who is close; a chair is kept for BUP; Maria takes the coordination; Ebba gets another mentor."""
    teller.scene(60, "09:30", "petra", uncle, "adam")
    teller.scene(22, "13:00", "maria", take_coordination, "adam", "petra")
    teller.scene(20, "10:00", "jonas", close, "adam")
    teller.scene(19, "15:40", "petra", chair, "adam", "Behandlare på BUP", "health")
    teller.scene(19, "15:45", "petra", contact, "adam", "bosse")
    teller.scene(18, "15:45", "petra", contact, "noor", "")
    teller.scene(2, "15:10", "petra", hand_over, "ebba", "maja")


def uncle(on: Stage, key: str) -> None:
    """An uncle whom the child trusts."""
    SignificantAdult(
        subject_id=on.world.child[key], wall=wall(on.by.unit.branch.number, Category.CONTACT), given_name="Yusuf",
        family_name="Hassan", relation="morbror", phone="070-174 06 20", written_by=on.by, written_at=on.at, from_at=on.at,
    ).save(force_insert=True)  # fmt: skip


def close(on: Stage, key: str) -> None:
    """What the child says of each."""
    child = deeds.child_of(on, key)
    for kind, people in SAID.items():
        for name, often, near, calls, chosen in people:
            whom = on.made[key, f"guardian-{name}"] if kind == "guardian" else on.world.capacity[name]
            told = {"often": often, "close": near, "calls": calls, "is_chosen": chosen}
            Tie.note(child, kind, whom, told, by=on.by, at=on.at)


def chair(on: Stage, key: str, title: str, actor: str) -> None:
    """A role is agreed, and nobody sits there yet."""
    Chair.agree(deeds.child_of(on, key), {"title": title, "actor": actor}, by=on.by, at=on.at, pk=on.key("chair", key, title))


def contact(on: Stage, key: str, who: str) -> None:
    """The named contact, or that the family wants none."""
    made = Chair.agree(deeds.child_of(on, key), {"title": "", "actor": "school"}, by=on.by, at=on.at, pk=on.key("chair", key), code=NAMED)
    made.fill({"capacity": _person(on, who)} if who else {"is_declined": True}, by=on.by, at=on.at)


def take_coordination(on: Stage, key: str, deputy: str) -> None:
    """The one who came in takes the coordination upon herself."""
    own = on.world.child[f"{key}@{on.by.unit.branch.number}"]
    journey = Party.objects.filter(child_id=own, ended_at=None).values_list("journey_id", flat=True).get()
    coordinate(journey, coordinator=on.by.pk, deputy=on.world.capacity[deputy])


def hand_over(on: Stage, key: str, to: str) -> None:
    """A colleague is asked to take over."""
    told: dict[str, Any] = {"receiver": _person(on, to), "stays": False, "calls": "Petra", "unwritten": UNWRITTEN}
    Relay.offer(deeds.child_of(on, key), on.by, told, by=on.by, at=on.at, pk=on.key("relay", key))


def _person(on: Stage, who: str) -> Capacity:
    return Capacity.objects.select_related("person", "unit__branch").get(pk=on.world.capacity[who])
