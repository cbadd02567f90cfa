"""Plans in the demo: Elsa's, the school's own; Adam's, together with Lotsen, with a promise that has gone silent."""

import datetime as dt
from typing import Any

from samling.access.door import open_walls
from samling.kernel.workdays import workday_from
from samling.papers.models import Acknowledgement, PlanVersion, SentCopy
from samling.people.models import Capacity, Guardian
from samling.plan.models import Goal, GoalMark, Plan, Wording
from samling.promises.models import Promise, PromiseWord
from samling.records.clock import STOCKHOLM

from . import deeds
from .teller import Stage, Teller

WEEK = dt.timedelta(weeks=1)
DOOR = {
    "words": "Jag vill gå in genom lilla dörren.", "wording": "Elsa är i skolan när första lektionen börjar.",
    "minus_two": "Kommer inte alls på morgonen", "minus_one": "I tid en dag av fem", "zero": "I tid fyra dagar av fem",
    "plus_one": "I tid alla dagar", "plus_two": "I tid alla dagar, och säger att det är lugnt",
}  # fmt: skip
FEW = {
    "words": "Jag vill komma in när det inte är så mycket folk.", "wording": "Adam går in utan att stanna i kapprummet.",
    "minus_two": "Stannar hemma", "minus_one": "Går in efter samlingen", "zero": "Går in själv fyra dagar av fem",
    "plus_one": "Går in själv varje dag", "plus_two": "Går in tillsammans med en kompis",
}  # fmt: skip


def told(teller: Teller) -> None:
    """The worked example of the reference, and the plan of the wireframe."""
    _elsa(teller)
    _adam(teller)


def _elsa(teller: Teller) -> None:
    scene = teller.scene
    # The clock rises through the days, so that days moved from a weekend to a Friday keep their order.
    scene(16, "08:00", "gunilla", deeds.assign, "elsa", "jonas", "Fritids är med i planen.")
    scene(15, "08:10", "maja", plan, "elsa", "school", "jonas", 10)
    scene(15, "08:12", "gunilla", deeds.assign, "elsa", "cecilia", "Specialpedagogen är med i planen.")
    scene(15, "08:14", "maja", needs, "elsa", "Lugna morgnar, och någon som möter.")
    scene(15, "08:15", "maja", goal, "elsa", DOOR)
    scene(15, "08:20", "maja", staff, "elsa", "maja", "side_door", "08.10", "setting", "daily", 6)
    scene(15, "08:22", "maja", home, "elsa", "Anna", "morning", "yoghurt i bilen", 6)
    scene(15, "08:24", "maja", staff, "elsa", "jonas", "breaks", "rastklubb", "activity", "twice_weekly", 8)
    scene(15, "08:30", "maja", say, "elsa", "maja", "yes", "self")
    scene(15, "08:32", "maja", say, "elsa", "Anna", "yes", "spoken")
    scene(14, "09:00", "jonas", say, "elsa", "jonas", "yes", "self")
    scene(13, "10:00", "maja", publish, "elsa")
    scene(12, "11:00", "maja", read_at_home, "elsa", "Anna", "agrees")
    scene(5, "12:00", "maja", mark, "elsa", 0)
    scene(4, "12:30", "maja", say, "elsa", "maja", "going", "self")


def _adam(teller: Teller) -> None:
    scene = teller.scene
    scene(23, "08:05", "petra", plan, "adam", "joint", "amir", 8)
    scene(23, "08:08", "petra", needs, "adam", "En lugn start på dagen, och samma vuxen på morgonen.")
    scene(23, "08:10", "petra", goal, "adam", FEW)
    scene(23, "08:15", "petra", staff, "adam", "petra", "quiet_room", "lilla rummet", "setting", "daily", 8)
    scene(23, "08:17", "petra", staff, "adam", "jonas", "meets", "grinden", "setting", "daily", 6)
    scene(23, "08:19", "petra", home, "adam", "Hodan", "morning", "frukost före kläder", 4)
    scene(22, "11:00", "maria", staff, "adam", "maria", "home_talk", "lugna morgnar", "talk", "fortnightly", 8)
    scene(22, "11:05", "maria", outside, "adam", "Birgitta Ros, BVC", "health", "books", "ett hörseltest", "care")
    scene(22, "11:30", "petra", say, "adam", "petra", "yes", "self")
    scene(22, "11:35", "petra", say, "adam", "Hodan", "yes", "spoken")
    scene(22, "12:00", "jonas", say, "adam", "jonas", "yes", "self")
    scene(21, "12:30", "maria", say, "adam", "maria", "yes", "self")
    scene(20, "13:00", "petra", publish, "adam")
    scene(19, "13:30", "petra", send, "adam", "Birgitta Ros, BVC")
    scene(9, "13:40", "maria", say, "adam", "maria", "going", "self")
    scene(8, "13:50", "jonas", say, "adam", "jonas", "going", "self")
    scene(6, "14:00", "petra", say, "adam", "petra", "going", "self")


def plan(on: Stage, key: str, kind: str, deputy: str, weeks: int) -> None:
    """Begin the plan."""
    second = Capacity.objects.select_related("person").get(pk=on.world.capacity[deputy])
    facts = {"kind": kind, "coordinator": on.by, "deputy": second, "accountable": None, "review_on": workday_from(_day(on) + weeks * WEEK)}
    made = Plan.begin(deeds.child_of(on, key), facts, by=on.by, at=on.at)
    on.made[key, "plan"] = made.pk


def needs(on: Stage, key: str, words: str) -> None:
    """What the plan says as a whole."""
    made = plan_of(on, key)
    said = {"needs": words, "running": "", "asked": "Fick visa på skolgården var det är jobbigt.",
            "wishes": "", "crisis": "Ring samordnaren om barnet stannar hemma två dagar i rad.", "nobody_else": False}  # fmt: skip
    Wording.write(made, made.pk, said, seen=0, by=on.by, at=on.at)


def goal(on: Stage, key: str, words: dict[str, str]) -> None:
    """A goal in the child's words."""
    found = plan_of(on, key)
    facts: dict[str, Any] = words | {"name": found.called, "voice": "child", "said_on": _day(on), "baseline": -1}
    on.made[key, "goal"] = Goal.add(found, facts, by=on.by, at=on.at, pk=on.key("goal", key)).pk


def staff(on: Stage, key: str, who: str, phrase: str, what: str, nature: str, rhythm: str, weeks: int) -> None:
    """A promise by a colleague."""
    maker = Capacity.objects.select_related("person", "unit__branch").get(pk=on.world.capacity[who])
    side = maker.unit.branch.actor if maker.unit else "school"
    _promise(on, key, who, phrase, what, nature, rhythm, weeks, made_as="staff", maker=maker, who=str(maker.person), side=side)


def home(on: Stage, key: str, who: str, phrase: str, what: str, weeks: int) -> None:
    """A promise by a guardian."""
    one = Guardian.objects.get(pk=deeds.ids(on, key, [who])[0])
    _promise(on, key, who, phrase, what, "routine", "daily", weeks, made_as="guardian", guardian=one, who=str(one), side="home")


def outside(on: Stage, key: str, called: str, side: str, phrase: str, what: str, nature: str, **more: Any) -> None:
    """A promise that somebody outside Samling is asked for; `more`: who it is by name, and as which party."""
    _promise(on, key, called, phrase, what, nature, "once", 4, **{"made_as": "outside", "who": called, "side": side} | more)


def _promise(on: Stage, key: str, called: str, phrase: str, what: str, nature: str, rhythm: str, weeks: int, **maker: Any) -> None:
    facts = {"maker": None, "guardian": None, "party": None} | maker | {
        "phrase": phrase, "what": what, "nature": nature, "rhythm": rhythm, "level": "individual", "starts_on": _day(on),
        "until_on": workday_from(_day(on) + weeks * WEEK), "goal": Goal.objects.get(pk=on.made[key, "goal"]),
    }  # fmt: skip
    made = Promise.make(plan_of(on, key), facts, by=on.by, at=on.at, pk=on.key("promise", key, called))
    on.made[key, f"promise-{called}"] = made.pk


def say(on: Stage, key: str, called: str, word: str, how: str) -> None:
    """A word about a promise."""
    one = Promise.objects.select_related(*Promise.beside).get(pk=on.made[key, f"promise-{called}"])
    open_walls(one, "note what was said of a promise")
    facts = {"word": word, "how": how, "heard_on": _day(on), "text": ""}
    PromiseWord.say(one, facts, by=on.by, at=on.at, pk=on.key("word", key, called, word))


def publish(on: Stage, key: str) -> None:
    """A version of the plan."""
    on.made[key, "version"] = PlanVersion.publish(plan_of(on, key), by=on.by, at=on.at).pk


def read_at_home(on: Stage, key: str, name: str, stance: str) -> None:
    """A guardian has read it."""
    one = Guardian.objects.get(pk=deeds.ids(on, key, [name])[0])
    facts = {"guardian": one, "who": str(one), "stance": stance, "how": "spoken", "heard_on": _day(on)}
    version = PlanVersion.objects.get(pk=on.made[key, "version"])
    Acknowledgement.note(version, facts, by=on.by, at=on.at, pk=on.key("read", key, name))


def send(on: Stage, key: str, to: str) -> None:
    """A copy on paper."""
    version = PlanVersion.objects.get(pk=on.made[key, "version"])
    facts = {"party": None, "to": to, "how": "paper", "sent_on": _day(on)}
    SentCopy.send(version, facts, by=on.by, at=on.at, pk=on.key("sent", key, to))


def mark(on: Stage, key: str, level: int) -> None:
    """How far the goal has come, according to the child."""
    one = Goal.objects.get(pk=on.made[key, "goal"])
    GoalMark.put(one, level, "child", by=on.by, at=on.at, on=_day(on), pk=on.key("mark", key))


def plan_of(on: Stage, key: str) -> Plan:
    """The plan, opened on record."""
    found = Plan.objects.get(pk=on.made[key, "plan"])
    open_walls(found, "read the plan")
    return found


def _day(on: Stage) -> dt.date:
    return on.at.astimezone(STOCKHOLM).date()
