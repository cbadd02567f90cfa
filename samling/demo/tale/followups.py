"""Did it help: Adam and Elsa are asked with their guardians and teachers; one skips, and one father answers nothing."""

import datetime as dt
from typing import Any

from samling.followup.models import Ask, Person, Reply, Round, key_of
from samling.followup.rules import How, State
from samling.instruments.shape import Time, Voice
from samling.kernel.workdays import workday_from
from samling.people.models import Guardian
from samling.records.clock import STOCKHOLM

from . import deeds
from .teller import Stage, Teller

# Item by item, in the order in which they are asked.
ADAM = ((1, 2, 0, 1, 2, 3, 2, 1, 1), (2, 3, 2, 2, 2, 3, 3, 1, 3))
HODAN = ((3, 1, 1, 2, 2, 1, 1, 0, 6, 5), (3, 2, 2, 1, 3, 3, 3, 3, 2, 2))
PETRA = ((1, 2, 2, 2, 3, 1, 2, 2, 1), (3, 3, 3, 3, 3, 3, 2, 2, 3))
ELSA = (2, 3, 2, 1, 3, 3, 2, 3, 2)
ANNA = (3, 2, 3, 2, 2, 2, 2, 1, 3, 4)


def told(teller: Teller) -> None:
    """Adam at the start and at the first follow-up, Elsa at the start, and Noor six weeks after it was solved."""
    scene = teller.scene
    scene(64, "13:00", "petra", plan, "adam", Time.T1, 58)
    scene(64, "13:05", "petra", plan, "adam", Time.T0, 0)
    for turn, (days, time) in enumerate(((64, Time.T0), (6, Time.T1))):
        scene(days, "13:20", "petra", ask, "adam", time, "child", How.TABLE, ADAM[turn])
        scene(days, "15:30", "petra", ask, "adam", time, "Hodan", How.PHONE, HODAN[turn])
        scene(days, "15:45", "petra", ask, "adam", time, "Ali", How.LINK, None)
        scene(days, "16:00", "petra", ask, "adam", time, "petra", How.PHONE, PETRA[turn])
    scene(49, "08:10", "petra", finish, "adam", Time.T0)
    scene(26, "13:05", "maja", plan, "elsa", Time.T0, 0)
    scene(26, "13:20", "maja", ask, "elsa", Time.T0, "child", How.TABLE, ELSA)
    scene(26, "15:30", "maja", ask, "elsa", Time.T0, "Anna", How.PAPER, ANNA)
    scene(26, "15:45", "maja", ask, "elsa", Time.T0, "Mattias", How.PHONE, ())
    scene(9, "08:10", "maja", finish, "elsa", Time.T0)
    scene(2, "08:20", "petra", plan, "noor", Time.SOLVED, 0)
    scene(2, "10:20", "petra", ask, "noor", Time.SOLVED, "child", How.TABLE, (2,))


def plan(on: Stage, key: str, time: Time, later: int) -> None:
    """A day on which people are asked."""
    due_on = workday_from(_day(on) + dt.timedelta(days=later))
    Round.plan(deeds.child_of(on, key), time, due_on, by=on.by, at=on.at, pk=_round(on, key, time))


def ask(on: Stage, key: str, time: Time, whom: str, how: How, said: tuple[int, ...] | None) -> None:
    """One is asked; `said` is what was answered, nothing at all for a skip, and None when no answer comes."""
    child = deeds.child_of(on, key)
    round = Round.objects.get(pk=on.made["round", f"{key}-{time}"])
    made = Ask.put(child, round, _person(on, key, whom), how, by=on.by, at=on.at, pk=on.key("ask", key, whom))
    if said is None:
        return
    items = [item.code for item in made.sheet.package.asked(time, made.sheet.voice)]
    answers: dict[str, Any] = dict(zip(items, said, strict=False))
    state = State.ANSWERED if said else State.SKIPPED
    heard = {"state": state, "how": how, "heard_on": _day(on), "answers": answers}
    Reply.give(made, heard, by=on.by, at=on.at, pk=on.key("reply", key, whom))


def finish(on: Stage, key: str, time: Time) -> None:
    """Everybody has been asked."""
    Round.objects.get(pk=on.made["round", f"{key}-{time}"]).finish(by=on.by, at=on.at)


def _person(on: Stage, key: str, whom: str) -> Person:
    child = deeds.child_of(on, key)
    if whom == "child":
        return Person("child", Voice.CHILD, child.given_name)
    if whom == "petra":
        return Person(key_of(Voice.SCHOOL, on.by.pk), Voice.SCHOOL, str(on.by.person), on.by.pk)
    one = Guardian.objects.get(subject_id=child.pk, given_name=whom)
    return Person(key_of(Voice.HOME, one.pk), Voice.HOME, str(one), one.pk)


def _round(on: Stage, key: str, time: Time) -> Any:
    on.made["round", f"{key}-{time}"] = on.key("round", key, time)
    return on.made["round", f"{key}-{time}"]


def _day(on: Stage) -> dt.date:
    return on.at.astimezone(STOCKHOLM).date()
