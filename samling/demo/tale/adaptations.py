"""What is tried around the children of the demo, what helped last term, and the support that was decided."""

import datetime as dt
from uuid import UUID

from django.db import connections

from samling.access.door import open_walls
from samling.adaptations.models import Adaptation, SpecialSupport
from samling.adaptations.rules import evaluation_day, term_of
from samling.people.models import Capacity
from samling.records.clock import STOCKHOLM

from ..build import OWNER
from . import deeds
from .crowd import Pupil
from .teller import Stage, Teller

DAY = dt.timedelta(days=1)
# Code, where, and for each child in turn how it went: so that some help most, some few and some are hard to tell.
LAST_TERM = (
    ("ADAPT-CHECK-IN", "morning", ("helped", "partly", "helped", "no", "partly", "helped", "no")),
    ("ADAPT-STEPS", "lesson", ("helped", "helped", "partly", "helped", "helped", "helped", "no", "helped")),
    ("ADAPT-MOVE", "lesson", ("partly", "no", "no", "helped", "no")),
    ("ADAPT-FIXED-SEAT", "lesson", ("no", "no", "helped", "made_worse")),
    ("ADAPT-SHIELD", "lesson", ("helped", "no", "helped")),
    ("ADAPT-BREAK-FRIEND", "break", ("partly", "helped")),
)
VOICES = ("school", "child", "guardian")
SAID = ("Det märks mest på morgonen.", "”Det är skönare nu.”", "Hemmet ser samma sak.")


def told(teller: Teller, crowd: list[Pupil]) -> None:
    """All of it; `crowd` are pupils whom no other story is about."""
    last_term(teller, crowd)
    elsa(teller)
    adam(teller)
    others(teller)


def last_term(teller: Teller, crowd: list[Pupil]) -> None:
    """A term that is over: each pupil was given some of these, and somebody asked how it went. Then it is published."""
    on = teller.now.astimezone(STOCKHOLM).date()
    over = (on - term_of(on)).days
    for turn, pupil in enumerate(crowd):
        teller.scene(over + 110, "09:40", pupil.mentor, deeds.open_pupil, pupil.key, pupil.guardians)
        for nr, (code, place, results) in enumerate(LAST_TERM):
            if (turn + nr) % (1 + nr // 2):
                continue
            teller.scene(over + 90 - turn % 7, "10:20", pupil.mentor, start, pupil.key, code, place)
            teller.scene(over + 50 - turn % 7, "14:20", pupil.mentor, evaluate, pupil.key, code,
                         results[turn % len(results)], VOICES[turn % 3], SAID[turn % 3], "keep")  # fmt: skip
    teller.scene(over - 1, "06:10", "gunilla", publish)


def elsa(teller: Teller) -> None:
    """Two things that helped little, and a third that has just begun."""
    teller.scene(28, "13:00", "maja", start, "elsa", "ADAPT-SHORTER", "lesson", "Halva arket, och sen visar hon mig.")
    teller.scene(27, "13:00", "maja", start, "elsa", "ADAPT-FIXED-SEAT", "lesson", "Längst fram vid fönstret.")
    teller.scene(9, "14:00", "maja", evaluate, "elsa", "ADAPT-SHORTER", "partly", "school",
                 "Hon blir klar, men vill inte visa.", "again")  # fmt: skip
    teller.scene(9, "14:10", "maja", evaluate, "elsa", "ADAPT-FIXED-SEAT", "no", "child",
                 "Hon tycker att alla tittar på henne där.", "stop")  # fmt: skip
    teller.scene(1, "13:30", "maja", start, "elsa", "ADAPT-SOFT-START", "morning", "In genom den lilla dörren 8.10.")


def adam(teller: Teller) -> None:
    """Something that helps, something to ask about today, and an action programme."""
    teller.scene(60, "15:20", "petra", start, "adam", "ADAPT-SOFT-START", "morning", "Tio minuter före de andra.", True)
    teller.scene(18, "15:20", "petra", evaluate, "adam", "ADAPT-SOFT-START", "helped", "child",
                 "Adam säger att det är lugnt då.", "keep")  # fmt: skip
    teller.scene(43, "15:30", "petra", start, "adam", "ADAPT-CHECK-IN", "morning", "Jonas på fritids.")
    teller.scene(35, "15:00", "petra", inquiry, "adam", "Vad behöver Adam för att orka hela dagen?", "BUN 2026:114")
    teller.scene(20, "15:00", "gunilla", decide, "adam", "programme", "gunilla", 91, "Läser i liten grupp tre pass i veckan.")


def others(teller: Teller) -> None:
    """One thing that nobody has asked about, an inquiry that has waited, and support at preschool."""
    teller.scene(58, "15:10", "petra", start, "noor", "ADAPT-QUIET-CARD", "lesson", "Kortet ligger i bänken.")
    teller.scene(31, "15:40", "ulf", inquiry, "tindra", "Hur mycket stöd behöver Tindra i svenska?", "")
    teller.scene(19, "13:00", "fatima", start, "mio", "ADAPT-GOODBYE", "morning", "Vinkar alltid från samma fönster.", True)
    teller.scene(12, "13:00", "fatima", inquiry, "mio", "Vad hjälper Mio vid lämningen?", "")
    teller.scene(8, "13:30", "rut", decide, "mio", "preschool", "rut", 63, "En extra vuxen vid lämningen.")


def start(on: Stage, key: str, code: str, place: str, how: str = "", home_knows: bool = False) -> None:
    """Begin to try it, and ask within six weeks."""
    day = on.at.astimezone(STOCKHOLM).date()
    said = {"code": code, "own": "", "how": how, "place": place, "holder": on.by, "starts_on": day,
            "evaluate_on": evaluation_day(day), "home_knows": home_knows}  # fmt: skip
    made = Adaptation.start(deeds.child_of(on, key), said, by=on.by, at=on.at, pk=on.key("try", key, code))
    on.made[key, code] = made.pk


def evaluate(on: Stage, key: str, code: str, result: str, voice: str, text: str, then: str) -> None:
    """Say how it went."""
    again = evaluation_day(on.at.astimezone(STOCKHOLM).date())
    said = {"result": result, "voice": voice, "text": text, "then": then, "again_on": again}
    about = Adaptation.objects.get(pk=on.made[key, code])
    about.evaluate(said, by=on.by, at=on.at, pk=on.key("found", key, code))


def inquiry(on: Stage, key: str, words: str, where_kept: str) -> None:
    """An inquiry about special support is opened."""
    said = {"inquiry_on": on.at.astimezone(STOCKHOLM).date(), "holder": on.by, "words": words, "where_kept": where_kept,
            "home_knows": True}  # fmt: skip
    made = SpecialSupport.open(deeds.child_of(on, key), said, by=on.by, at=on.at, pk=on.key("inquiry", key))
    on.made[key, "inquiry"] = made.pk


def decide(on: Stage, key: str, kind: str, by: str, days: int, words: str) -> None:
    """The head decides; whoever made the inquiry goes on holding it."""
    day = on.at.astimezone(STOCKHOLM).date()
    support = SpecialSupport.objects.select_related("holder").get(pk=on.made[key, "inquiry"])
    open_walls(support, "note a decision about support")
    said = {"kind": kind, "decided_on": day, "decided_by": _capacity(on.world.capacity[by]), "from_on": day,
            "until_on": None, "evaluate_on": day + days * DAY, "holder": support.holder, "words": words, "where_kept": "",
            "home_knows": True}  # fmt: skip
    support.decide(said, by=on.by, at=on.at)


def publish(_on: Stage) -> None:
    """What the worker does in the night when a term is over."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute("select guard.publish_helped()")
        cursor.execute("reset role")


def _capacity(pk: UUID) -> Capacity:
    return Capacity.objects.get(pk=pk)
