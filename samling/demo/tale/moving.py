"""Sam changes school, on a school day: what the new ones need is shown at home, handed over, and waits for an answer."""

import datetime as dt

from samling.access.door import open_walls
from samling.people.models import Guardian, Unit
from samling.transition.models import Package, PackagePart, PackageSeen

from ..history.days import moved
from . import deeds
from .teller import Stage, Teller

AHEAD = dt.timedelta(days=40)
PARTS = (
    ("works", "Sam kommer i gång om han får se ett färdigt exempel först. Slöjd och teknik går bäst, och då hjälper han gärna andra."),
    ("adaptations", "Ett exempel före uppgiften.\nLugn plats nära dörren.\nEtt kort samtal på måndagar med samma vuxen."),
    ("people", "Sam litar på Jonas på fritids. Kompisen Viggo byter inte skola, och de har bestämt att de ska höras på torsdagar."),
    ("child", "Jag vill inte berätta om förra året en gång till. Fråga mig om motorer."),
)
SEEN = (("Lena", "adds", "Skriv att han behöver veta dagen innan om något ändras."), ("", "agrees", "Bra."))


def moving(teller: Teller) -> None:
    """Petra writes, the family reads, Gunilla hands over."""
    teller.scene(9, "14:10", "petra", prepare, "sam", "soderskolan")
    teller.scene(7, "15:30", "petra", show, "sam")
    teller.scene(6, "08:40", "gunilla", give, "sam")


def prepare(on: Stage, key: str, to: str) -> None:
    """Part by part."""
    child = deeds.child_of(on, key)
    told = {"kind": "school", "way": "inside", "to": "", "to_unit": Unit.objects.get(pk=on.world.unit[to]),
            "moves_on": dt.date.fromordinal(moved((on.at.date() + AHEAD).toordinal()))}  # fmt: skip
    made = Package.prepare(child, told, by=on.by, at=on.at, pk=on.key("transition", key))
    on.made[key, "transition"] = made.pk
    open_walls(child, "prepare a transition")
    for code, text in PARTS:
        PackagePart.write(made, code, text, by=on.by, at=on.at, pk=on.key("transition", key, code))


def show(on: Stage, key: str) -> None:
    """Read together, with those at home and with Sam."""
    package = Package.objects.get(pk=on.made[key, "transition"])
    for name, stance, words in SEEN:
        guardian = Guardian.objects.get(subject_id=package.subject_id, given_name=name) if name else None
        said = {"guardian": guardian, "who": str(guardian or package.child.given_name), "how": "spoken", "stance": stance,
                "seen_on": on.at.date(), "words": words}  # fmt: skip
        PackageSeen.note(package, said, by=on.by, at=on.at, pk=on.key("transition", key, name or "child"))


def give(on: Stage, key: str) -> None:
    """To the head of the next school, who has not answered yet."""
    package = Package.objects.get(pk=on.made[key, "transition"])
    open_walls(package.child, "hand over a transition package")
    package.give(by=on.by, at=on.at)
