"""Two change school: one package waits for an answer; another has been received, while the team goes on with the family."""

import datetime as dt

from samling.access import guard
from samling.access.door import open_walls
from samling.journey.telling import notify, tell
from samling.kernel.categories import Category, wall
from samling.people.models import Guardian, Unit
from samling.transition import rules
from samling.transition.models import Package, PackagePart, PackageSeen

from ..history.days import moved
from . import deeds
from .arcs import Arc, helped
from .crowd import Pupil
from .teller import Stage, Teller

AHEAD = dt.timedelta(days=40)
OTHERS = (
    ("works", "Det går bäst i liten grupp och när dagen börjar på samma sätt. Läsningen går lätt."),
    ("adaptations", "Dagen på ett papper på morgonen.\nEn plats längst bak.\nTidigt besked när något ändras."),
    ("people", "Teamet Lotsen stöttar familjen och fortsätter med det. Hemmet har sagt ja till det."),
    ("child", "Jag vill slippa berätta allt en gång till."),
)
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


def with_the_team(teller: Teller, crowd: list[Pupil]) -> Pupil:
    """Someone whom the team helps moves within the municipality: Olof has said yes, and Norrskolan reads until the first day there."""
    one = next(pupil for pupil in crowd if pupil.unit == "norrskolan" and len(pupil.guardians) > 1 and pupil.guardians[0][6] == "sv")
    helped(Arc(teller, one.key, mentor=one.mentor, leader="gunilla", helper="", guardians=one.guardians, turn=1))
    seen = ((one.guardians[0][0], "agrees", ""), (one.guardians[1][0], "agrees", "Bra att slippa börja om."), ("", "agrees", ""))
    teller.scene(14, "14:10", one.mentor, prepare, one.key, "soderskolan", OTHERS)
    teller.scene(13, "15:30", one.mentor, show, one.key, seen)
    teller.scene(12, "15:40", "gunilla", give, one.key)
    teller.scene(7, "15:50", "olof", receive, one.key)
    return one


def prepare(on: Stage, key: str, to: str, parts: tuple[tuple[str, str], ...] = PARTS) -> None:
    """Part by part."""
    child = deeds.child_of(on, key)
    told = {"kind": "school", "way": "inside", "to": "", "to_unit": Unit.objects.get(pk=on.world.unit[to]),
            "moves_on": dt.date.fromordinal(moved((on.at.date() + AHEAD).toordinal()))}  # fmt: skip
    made = Package.prepare(child, told, by=on.by, at=on.at, pk=on.key("transition", key))
    on.made[key, "transition"] = made.pk
    open_walls(child, "prepare a transition")
    for code, text in parts:
        PackagePart.write(made, code, text, by=on.by, at=on.at, pk=on.key("transition", key, code))


def show(on: Stage, key: str, seen: tuple[tuple[str, str, str], ...] = SEEN) -> None:
    """Read together, with those at home and with Sam."""
    package = Package.objects.get(pk=on.made[key, "transition"])
    for name, stance, words in seen:
        guardian = Guardian.objects.get(subject_id=package.subject_id, given_name=name) if name else None
        said = {"guardian": guardian, "who": str(guardian or package.child.given_name), "how": "spoken", "stance": stance,
                "seen_on": on.at.date(), "words": words}  # fmt: skip
        PackageSeen.note(package, said, by=on.by, at=on.at, pk=on.key("transition", key, name or "child"))


def give(on: Stage, key: str) -> None:
    """To the head of the next school, who has not answered yet."""
    package = Package.objects.get(pk=on.made[key, "transition"])
    open_walls(package.child, "hand over a transition package")
    package.give(by=on.by, at=on.at)


def receive(on: Stage, key: str) -> None:
    """The next school says yes: the child's page moves with all that stands there."""
    package = on.made[key, "transition"]
    child = guard.call("accept_package", package, None)
    tell(child, wall(on.by.unit.branch.number, Category.CONCERN), rules.RECEIVED, by=on.by.pk, at=on.at)
    notify(on.world.capacity["gunilla"], rules.ACCEPTED, by=on.by.pk, at=on.at, record=package)
