"""Elsa and her half-sister Ebba: one mother, a father each. Both families say yes, a word is carried, and one promise holds for both."""

import datetime as dt

from samling.consent.models import Consent, Said, Terms
from samling.gathering.models import JointMeeting, Point
from samling.kernel.categories import Category, wall
from samling.promises.models import Promise
from samling.records.clock import STOCKHOLM
from samling.siblings.models import Common, Joined, SameTable

from . import deeds
from .teller import Stage, Teller

PURPOSE = "Anna vill att ni träffas om båda barnen på samma gång, och att kvällarna planeras ihop."
QUESTION = "Hur blir morgnarna lugna för Elsa?"
HALF_A_YEAR = dt.timedelta(days=180)


def siblings(teller: Teller) -> None:
    """Maja works with Elsa, Petra with Ebba, and Cecilia with both."""
    scene = teller.scene
    scene(13, "14:00", "maja", ask, "elsa", ("Anna", "Mattias"))
    scene(13, "14:10", "maja", word, "elsa")
    scene(12, "14:00", "petra", ask, "ebba", ("Anna", "Erik"))
    scene(12, "14:10", "petra", join, "ebba", "elsa")
    scene(11, "09:00", "gunilla", deeds.assign, "ebba", "cecilia", "Specialpedagogen arbetar med båda syskonen.")
    scene(8, "14:20", "cecilia", lay, "elsa")
    scene(7, "14:30", "maja", meet, "elsa", teller.now)


def ask(on: Stage, key: str, names: tuple[str, ...]) -> None:
    """This child's own guardians are asked, and say yes."""
    terms = Terms(kind="siblings", purpose=PURPOSE, from_at=on.at, until_at=on.at + HALF_A_YEAR, text_version="2025-11")
    asked = Consent.ask(deeds.child_of(on, key), terms, id=on.key("siblings", key), by=on.by, at=on.at)
    here = [wall(on.by.unit.branch.number, Category.CONSENT)]
    for name, who in zip(names, deeds.ids(on, key, names), strict=True):
        said = Said(giver="guardian", who=who, yes=True, how="spoken", at=on.at, walls=here)
        asked.answer(said, id=on.key("siblings", key, name), by=on.by.pk, at=on.at)
    on.made[key, "siblings"] = asked.pk


def word(on: Stage, key: str) -> None:
    """The family gets a word."""
    child = deeds.child_of(on, key)
    part, said = Joined.offer(child, on.made[key, "siblings"], child.given_name, by=on.by, at=on.at, pk=on.key("joined", key))
    on.made[key, "joined"], on.made[key, "word"] = part.pk, said


def join(on: Stage, key: str, other: str) -> None:
    """And brings it to the other table."""
    child, said = deeds.child_of(on, key), on.made[other, "word"]
    Joined.answer(child, said, on.made[key, "siblings"], child.given_name, by=on.by, at=on.at, pk=on.key("joined", key))


def lay(on: Stage, key: str) -> None:
    """The mother's promise holds for both."""
    part = Joined.objects.get(pk=on.made[key, "joined"])
    promise = Promise.objects.filter(subject_id=part.subject_id, side="home").order_by("written_at")[:1].get()
    Common.lay(part, "promise", promise.pk, by=on.by, at=on.at, pk=on.key("common", key))


def meet(on: Stage, key: str, today: dt.datetime) -> None:
    """A meeting about Elsa in a week; Ebba's table is asked to meet then, and has not answered."""
    day = today.astimezone(STOCKHOLM).date() + dt.timedelta(days=7)
    day += dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    starts = dt.datetime.combine(day, dt.time(15), STOCKHOLM)
    told = {"kind": "joint", "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1), "place": "Norrskolans bibliotek",
            "chair": on.by, "question": QUESTION, "seen_on": None}  # fmt: skip
    made = JointMeeting.call(deeds.child_of(on, key), told, by=on.by, at=on.at, pk=on.key("meeting", key))
    Point.suggest(made, by=on.by, at=on.at)
    SameTable.offer(Joined.objects.get(pk=on.made[key, "joined"]), made, by=on.by, at=on.at, pk=on.key("table", key))
