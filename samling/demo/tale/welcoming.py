"""The team meets the family, as the people of the demo do it."""

import datetime as dt

from samling.access.door import fetch
from samling.family.models import add_around
from samling.people.models import Child, Guardian
from samling.records.clock import STOCKHOLM
from samling.welcome.models import InfoMeeting
from samling.welcome.models import answers as deeds

from .teller import Stage


def know(on: Stage, key: str, guardians: list[tuple]) -> None:
    """The team notes whom it has talked to."""
    child = _own(on, key)
    for given, family, relation, custody, _evidence, phone, language, interpreter in guardians:
        told = {"given_name": given, "family_name": family, "relation": relation, "custody": custody, "phone": phone,
                "language": language, "interpreter": interpreter, "custody_evidence": "folkbokföringen",
                "verified_on": on.at.date()}  # fmt: skip
        add_around(Guardian, child, told, by=on.by.pk, at=on.at, pk=on.key("guardian", key, given))


def arrange(on: Stage, key: str, days: int, clock: str, place: str, needs: list[str], words: str) -> None:
    """A day that suits the family."""
    day = on.at.astimezone(STOCKHOLM).date() + dt.timedelta(days=days)
    starts = dt.datetime.combine(day, dt.time.fromisoformat(clock), STOCKHOLM)
    told = {"holder": on.by, "starts_at": starts, "needs": needs, "place": place, "words": words}
    on.made[key, "welcome"] = InfoMeeting.arrange(_own(on, key), told, by=on.by, at=on.at).pk


def hold(on: Stage, key: str, how: str, said: dict[str, bool], words: dict[str, str]) -> None:
    """Each one's answer, by given name; who is not named has not answered yet."""
    meeting = fetch(InfoMeeting, on.made[key, "welcome"], "hold an information meeting")
    spoken = [
        deeds.Spoken(one.key, said[one.name.split()[0]], how, words.get(one.name.split()[0], ""))
        for one in deeds.givers(meeting, _own(on, key))
        if one.name.split()[0] in said
    ]
    deeds.hold(meeting, spoken, by=on.by, at=on.at)


def hold_with_all(on: Stage, key: str, how: str) -> None:
    """Everyone who is asked says yes."""
    meeting = fetch(InfoMeeting, on.made[key, "welcome"], "hold an information meeting")
    deeds.hold(meeting, [deeds.Spoken(one.key, True, how, "") for one in deeds.givers(meeting, _own(on, key))], by=on.by, at=on.at)


def _own(on: Stage, key: str) -> Child:
    return fetch(Child, on.world.child[f"{key}@{on.by.unit.branch.number}"], "arrange an information meeting")
