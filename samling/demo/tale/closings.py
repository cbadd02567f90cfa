"""Letting go in the demo: Sam's closing waits for two promises, Moa's is done and somebody is to ring, Leo's family came back."""

import datetime as dt
from typing import Any

from samling.access.door import open_walls
from samling.closing.models import Closing, Criterion, LaterCall, NextDecision
from samling.closing.models.closings import reopen
from samling.closing.models.keeping import give, keep
from samling.consent.models import Consent, Said, Terms
from samling.followup.rules import How
from samling.instruments.shape import Time
from samling.people.models import Capacity
from samling.promises.models import Promise
from samling.records.clock import STOCKHOLM

from .. import places
from . import deeds, followups, plans
from .arcs import Arc
from .teller import Stage, Teller

SAM_GOAL = {
    "words": "Jag vill veta dan innan om något ändras.", "wording": "Sam börjar på uppgiften när de andra gör det.",
    "minus_two": "Går ut ur salen", "minus_one": "Börjar när någon sitter bredvid", "zero": "Börjar själv fyra lektioner av fem",
    "plus_one": "Börjar själv varje lektion", "plus_two": "Börjar själv, och hjälper en kompis i gång",
}  # fmt: skip
MOA_GOAL = {
    "words": "Jag vill ha någon att gå in med.", "wording": "Moa är i skolan när dagen börjar.",
    "minus_two": "Stannar hemma", "minus_one": "I tid en dag av fem", "zero": "I tid fyra dagar av fem",
    "plus_one": "I tid alla dagar", "plus_two": "I tid alla dagar, tillsammans med en kompis",
}  # fmt: skip
LEARNT = {
    "sam": "Ett färdigt exempel före uppgiften gjorde störst skillnad. Fler påminnelser hjälpte inte.",
    "moa": "Samma vuxen på morgonen gjorde störst skillnad. Att ringa hem samma morgon hjälpte inte.",
}
SAID = {"sam": "Det går bra. Jag vill träffa Jonas ibland ändå.", "moa": "Nu har jag en kompis att gå med."}
STAYS = {"sam": "Exemplet före uppgiften är kvar för hela klassen.", "moa": "Samma vuxen möter på morgonen. Hemma får morgonen ta tid."}


def told(teller: Teller) -> None:
    """Three children, each at another place on the way."""
    _sam(teller)
    _moa(teller)
    _leo(teller)


def _sam(teller: Teller) -> None:
    """Nearly done: one promise stays, one hangs, one waits for a yes, and nobody has said yes to be there afterwards."""
    scene = teller.scene
    scene(72, "08:00", "gunilla", deeds.assign, "sam", "jonas", "Är med i planen.")
    scene(71, "08:10", "petra", plans.plan, "sam", "school", "jonas", 8)
    scene(71, "08:12", "gunilla", deeds.assign, "sam", "amir", "Är med i planen.")
    scene(71, "08:20", "petra", plans.goal, "sam", SAM_GOAL)
    scene(71, "08:22", "petra", sign, "sam", "Jag börjar utan att någon säger till.")
    scene(71, "08:24", "petra", plans.staff, "sam", "petra", "day_plan", "ett färdigt exempel", "setting", "daily", 16)
    scene(71, "08:26", "petra", plans.staff, "sam", "jonas", "breaks", "motorklubben", "activity", "twice_weekly", 16)
    scene(71, "08:28", "petra", plans.staff, "sam", "cecilia", "shorter", "svenska", "setting", "daily", 16)
    scene(71, "08:30", "petra", plans.say, "sam", "petra", "yes", "self")
    _asked(teller, "sam", "Lena", 70, Time.T0, (2, 2, 1, 2, 2, 3, 1, 2, 2), (2, 1, 2, 1, 3, 2, 2, 1, 3, 3))
    scene(69, "09:00", "jonas", plans.say, "sam", "jonas", "yes", "self")
    scene(69, "09:10", "cecilia", plans.say, "sam", "cecilia", "yes", "self")
    scene(27, "13:00", "petra", decide, "sam", "step_down", 5)
    scene(26, "09:00", "jonas", plans.say, "sam", "jonas", "going", "self")
    scene(12, "08:40", "petra", plans.say, "sam", "petra", "going", "self")
    _asked(teller, "sam", "Lena", 5, Time.T2, (3, 3, 2, 3, 3, 3, 2, 2, 3), (3, 2, 2, 2, 3, 2, 3, 2, 3, 2))
    scene(4, "14:00", "petra", begin, "sam", "goals")
    scene(3, "14:10", "petra", about, "sam", "goals")
    scene(3, "14:14", "petra", kept, "sam", "jonas")
    scene(3, "14:16", "petra", given, "sam", "cecilia", "amir")
    scene(3, "14:20", "petra", afterwards, "sam", "amir")


def _moa(teller: Teller) -> None:
    """Closed half a year ago with a net underneath; the family has said yes to being called, and the day has come."""
    arc = Arc(teller, "moa", mentor="petra", leader="gunilla", helper="cecilia", guardians=places.GUARDIANS["moa"], turn=2)
    arc.told(330, "Ringde Erik samma dag.")
    arc.taken(328)
    arc.begun(324)
    arc.decided(320, "further")
    scene = teller.scene
    scene(322, "09:10", "gunilla", deeds.assign, "moa", "jonas", "Möter Moa på morgonen.")
    scene(311, "08:10", "petra", plans.plan, "moa", "school", "jonas", 8)
    scene(311, "08:12", "gunilla", deeds.assign, "moa", "bosse", "Är med i planen.")
    scene(311, "08:20", "petra", plans.goal, "moa", MOA_GOAL)
    scene(311, "08:22", "petra", sign, "moa", "Jag går in själv när det ringer.")
    scene(311, "08:24", "petra", plans.staff, "moa", "jonas", "meets", "grinden", "setting", "daily", 8)
    scene(310, "09:00", "jonas", plans.say, "moa", "jonas", "yes", "self")
    _asked(teller, "moa", "Erik", 309, Time.T0, (1, 2, 1, 1, 2, 2, 2, 1, 2), (1, 1, 2, 1, 2, 2, 1, 1, 4, 3))
    scene(230, "13:00", "petra", decide, "moa", "step_down", 7)
    scene(229, "09:00", "jonas", plans.say, "moa", "jonas", "going", "self")
    _asked(teller, "moa", "Erik", 182, Time.T2, (3, 3, 2, 3, 3, 3, 3, 2, 3), (3, 2, 3, 2, 3, 3, 3, 2, 1, 1))
    scene(179, "14:00", "petra", begin, "moa", "goals")
    scene(178, "14:10", "petra", about, "moa", "goals")
    scene(178, "14:14", "petra", kept, "moa", "jonas")
    scene(178, "14:20", "petra", afterwards, "moa", "bosse")
    scene(177, "15:00", "bosse", accept, "moa")
    scene(176, "15:30", "petra", close, "moa")
    scene(175, "09:00", "petra", ask_later, "moa", "Erik")
    scene(174, "09:30", "gunilla", deeds.read_notices)  # what is asked is kept before it is opened
    scene(174, "10:00", "petra", calls, "moa")


def _leo(teller: Teller) -> None:
    """The family ended it, and no reason was asked for; now Leo's mother has rung, and it is open again."""
    scene = teller.scene
    scene(45, "14:00", "petra", begin, "leo", "family")
    scene(44, "14:10", "gunilla", deeds.read_notices)
    scene(44, "14:20", "petra", afterwards, "leo", "")
    scene(43, "15:30", "petra", close, "leo")
    scene(3, "15:10", "petra", back, "leo", "guardian")


def _asked(teller: Teller, key: str, guardian: str, days: int, time: Time, child: tuple[int, ...], home: tuple[int, ...]) -> None:
    """The child and the home are asked, and the day is done."""
    scene = teller.scene
    scene(days, "13:00", "petra", followups.plan, key, time, 0)
    scene(days, "13:10", "gunilla", deeds.read_notices)
    scene(days, "13:20", "petra", followups.ask, key, time, "child", How.TABLE, child)
    scene(days, "15:30", "petra", followups.ask, key, time, guardian, How.PHONE, home)
    scene(days, "15:40", "petra", followups.finish, key, time)


def sign(on: Stage, key: str, words: str) -> None:
    """What shows that it is enough."""
    made = Criterion.add(plans.plan_of(on, key), {"words": words, "voice": "child"}, by=on.by, at=on.at, pk=on.key("sign", key))
    on.made[key, "sign"] = made.pk


def decide(on: Stage, key: str, kind: str, weeks: int) -> None:
    """What a follow-up decided."""
    facts: dict[str, Any] = {
        "kind": kind, "on": _day(on), "next_on": _day(on) + dt.timedelta(weeks=weeks), "learnt": LEARNT[key],
        "signs": {str(on.made[key, "sign"]): "partly"}, "deciders": "Alla tillsammans", "there": "Barnet, hemmet och Petra",
        "child_words": SAID[key],
    }  # fmt: skip
    NextDecision.make(deeds.child_of(on, key), facts, by=on.by, at=on.at, pk=on.key("decision", key))


def begin(on: Stage, key: str, reason: str) -> None:
    """Begin to close."""
    on.made[key, "closing"] = Closing.begin(deeds.child_of(on, key), reason, by=on.by, at=on.at, pk=on.key("closing", key)).pk


def about(on: Stage, key: str, reason: str) -> None:
    """Why, and the child's words."""
    facts = {"reason": reason, "asked": "", "asked_because": "", "stays": STAYS[key], "child_words": SAID[key], "home_words": ""}
    _closing(on, key).tell_about(facts, by=on.by, at=on.at)


def kept(on: Stage, key: str, whose: str) -> None:
    """A promise stays with the one who holds it."""
    keep(_closing(on, key), _promise(on, key, whose), by=on.by, at=on.at, pk=on.key("kept", key, whose))


def given(on: Stage, key: str, whose: str, to: str) -> None:
    """Another is asked to take a promise over."""
    give(_closing(on, key), _promise(on, key, whose), _person(on, to))


def afterwards(on: Stage, key: str, who: str) -> None:
    """Somebody is asked to be there; or the family wants nobody."""
    _closing(on, key).ask(_person(on, who) if who else None, by=on.by, at=on.at)


def accept(on: Stage, key: str) -> None:
    """The one who was asked says yes."""
    _closing(on, key).answer(yes=True, by=on.by, at=on.at)


def close(on: Stage, key: str) -> None:
    """It is closed."""
    _closing(on, key).close(by=on.by, at=on.at)


def back(on: Stage, key: str, how: str) -> None:
    """The family comes back."""
    reopen(deeds.child_of(on, key), how)


def ask_later(on: Stage, key: str, name: str) -> None:
    """May we ring later? A question of its own, and a yes."""
    terms = Terms(kind="contact_later", purpose="Vi ringer efter ett halvår och ett år och frågar hur det gick.", from_at=on.at,
                  until_at=on.at + dt.timedelta(days=366), text_version="2025-11")  # fmt: skip
    consent = Consent.ask(deeds.child_of(on, key), terms, id=on.key("later", key), by=on.by, at=on.at)
    on.made[key, "later"] = consent.pk
    who = deeds.ids(on, key, [name])[0]
    said = Said(giver="guardian", who=who, yes=True, how="spoken", at=on.at, walls=list(consent.walls))
    consent.answer(said, id=on.key("later", key, name), by=on.by.pk, at=on.at)


def calls(on: Stage, key: str) -> None:
    """The calls are taken by the one who says so."""
    closed = _closing(on, key).closed_at
    assert closed is not None
    consent = Consent.objects.get(pk=on.made[key, "later"])
    LaterCall.plan(deeds.child_of(on, key), consent, closed.astimezone(STOCKHOLM).date(), by=on.by, at=on.at)


def _closing(on: Stage, key: str) -> Closing:
    found = Closing.objects.select_related(*Closing.beside).get(pk=on.made[key, "closing"])
    open_walls(found, "read a closing")
    return found


def _promise(on: Stage, key: str, whose: str) -> Promise:
    return Promise.objects.select_related(*Promise.beside).get(pk=on.made[key, f"promise-{whose}"])


def _person(on: Stage, who: str) -> Capacity:
    return Capacity.objects.select_related("person", "unit__branch").get(pk=on.world.capacity[who])


def _day(on: Stage) -> dt.date:
    return on.at.astimezone(STOCKHOLM).date()
