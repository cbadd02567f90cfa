"""What is done around Adam and Elsa: at home by the team, at school by the counsellor, and what became of it."""

from django.db import connections

from samling.access.door import open_walls
from samling.adaptations.rules import term_of
from samling.records.clock import STOCKHOLM
from samling.support.models import GeneralSupport, Occasion, Outcome, Routine, Support
from samling.support.rules import State, evaluation_day

from ..build import OWNER
from . import deeds
from .crowd import Pupil
from .teller import Stage, Teller

MORNING = "Maria kommer hem två morgnar i veckan och är med när det blir svårt."
TALKS = "Samtal om lugnet i kroppen"

GIVEN = (
    (160, "maria", "course", 11, 120, "Ledare i föräldraskap, tillfälle 1"),
    (153, "maria", "course", 9, 120, "Ledare i föräldraskap, tillfälle 2"),
    (62, "maria", "group", 8, 90, "Lugna kvällar"),
    (41, "helen", "supervise", 6, 60, "Arbetslaget i mellanstadiet"),
    (27, "maria", "group", 7, 90, "Syskonbråk"),
    (13, "helen", "consult", 2, 45, "Hur vi möter skärmfrågor"),
    (6, "maria", "talk", 1, 60, ""),
)


# Of each, for one pupil in turn after another, how it went last term.
LAST_TERM = (
    ("HOME-BEDTIME", ("helped", "partly", "helped", "no", "helped", "partly")),
    ("HOME-MORNING-PLAN", ("helped", "no", "no", "partly")),
)


def last_term(teller: Teller, crowd: list[Pupil]) -> None:
    """A term that is over: what was tried at home with some families, and that it was published."""
    on = teller.now.astimezone(STOCKHOLM).date()
    over = (on - term_of(on)).days
    for turn, pupil in enumerate(crowd):
        for nr, (code, results) in enumerate(LAST_TERM):
            if turn % (1 + nr):
                continue
            called = f"{pupil.key}-{code}"
            teller.scene(over + 88, "10:30", pupil.mentor, start, pupil.key, called, "school", "home", code, "", "", "yes", False)
            teller.scene(over + 48, "14:30", pupil.mentor, say, called, results[turn % len(results)], "guardian", "", "end")
    teller.scene(over - 1, "06:20", "gunilla", publish)


def publish(_on: Stage) -> None:
    """What the worker does when a term is over."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute("select guard.publish_at_home()")
        cursor.execute("reset role")


def told(teller: Teller) -> None:
    """Support that goes on, is asked about, is paused, and has ended; some of it told to the others."""
    scene = teller.scene
    scene(21, "13:00", "maria", start, "adam@4", "morning", "open", "home", "HOME-MORNING-PLAN", "", MORNING, "yes", True)
    scene(20, "10:30", "amir", start, "adam", "talks", "student_health", "talks", "", TALKS, "Varje vecka, på promenad.", "child", True)
    scene(19, "08:10", "maria", note, "morning", "observation", "Vi ritade morgonens fyra steg. Adam flyttade markören själv.")
    scene(14, "08:20", "maria", note, "morning", "talk", "Hodan säger att kläderna gick lätt i dag. Frukosten är svårast.")
    scene(13, "13:05", "maria", start, "adam@4", "breakfast", "open", "home", "HOME-EASY-BREAKFAST", "", "", "yes", False)
    scene(11, "10:40", "amir", note, "talks", "talk", "Gick runt sjön. Han visade stenen som han brukar sitta på.")
    scene(7, "08:30", "maria", note, "morning", "observation", "Klar tio minuter före. Markören hänger kvar på kylskåpet.")
    scene(6, "15:00", "maria", say, "morning", "helped", "guardian", "Vi skriker inte längre på morgonen.")
    scene(5, "15:10", "maria", step, "breakfast", State.PAUSED, "")
    scene(24, "14:00", "maja", start, "elsa", "elsa", "school", "school", "", "Läser med Cecilia", "Tre pass i veckan.", "yes", False)
    for days, who, sort, people, minutes, title in GIVEN:
        scene(days, "17:30", who, general, sort, people, minutes, title)
    scene(16, "15:30", "maja", routine, "ADAPT-WARNING")
    scene(9, "15:30", "cecilia", routine, "ADAPT-DAY-PLAN")
    scene(9, "15:40", "petra", routine, "ADAPT-SOFT-START")
    scene(4, "14:00", "maja", note, "elsa", "observation", "Hon läste två sidor högt och skrattade åt slutet.")


def start(
    on: Stage, key: str, called: str, form: str, kind: str, code: str, own: str, how: str, home: str, shared: bool
) -> None:
    """Begin it, and ask within six weeks."""
    day = on.at.astimezone(STOCKHOLM).date()
    said = {"form": form, "kind": kind, "code": code, "own": own, "how": how, "holder": on.by, "starts_on": day,
            "evaluate_on": evaluation_day(day), "home": home, "shared": shared}  # fmt: skip
    on.made["support", called] = Support.start(deeds.child_of(on, key), said, by=on.by, at=on.at, pk=on.key("support", called)).pk


def note(on: Stage, called: str, kind: str, text: str) -> None:
    """What was done one day."""
    told = {"kind": kind, "text": text, "home": "not-told"}
    Occasion.note(_of(on, called), told, by=on.by, at=on.at, pk=on.key("occasion", called))


def say(on: Stage, called: str, result: str, voice: str, text: str, then: str = "again") -> None:
    """How it goes."""
    again = evaluation_day(on.at.astimezone(STOCKHOLM).date())
    told = {"result": result, "voice": voice, "text": text, "then": then, "again_on": again, "because": "done"}
    Outcome.say(_of(on, called), told, by=on.by, at=on.at, pk=on.key("outcome", called))


def step(on: Stage, called: str, to: State, because: str) -> None:
    """Where it stands."""
    _of(on, called).step(to, by=on.by, at=on.at, because=because)


def general(on: Stage, sort: str, people: int, minutes: int, title: str) -> None:
    """Support without a named child."""
    said = {"sort": sort, "held_on": on.at.astimezone(STOCKHOLM).date(), "people": people, "minutes": minutes, "title": title}
    GeneralSupport.note(said, by=on.by, at=on.at, pk=on.key("general", sort))


def routine(on: Stage, code: str) -> None:
    """It is done for everyone now."""
    said = {"unit": on.by.unit, "code": code, "title": "", "since_on": on.at.astimezone(STOCKHOLM).date()}
    Routine.note(said, by=on.by, at=on.at, pk=on.key("routine", code))


def _of(on: Stage, called: str) -> Support:
    found = Support.objects.get(pk=on.made["support", called])
    open_walls(found, "note what was done")
    return found
