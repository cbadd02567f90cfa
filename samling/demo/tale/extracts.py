"""Two extracts in the demo: Lena has been given all that is held about Sam; what is held back of Leo waits for Gunilla."""

import datetime as dt
from itertools import groupby
from typing import Any
from uuid import UUID

from samling.access import guard
from samling.extracts import doing
from samling.extracts.models import Request
from samling.extracts.reading import Extract, Weighed
from samling.extracts.rules import OPEN_DAYS
from samling.kernel.settable import POSTAL
from samling.people.models import Capacity
from samling.records.clock import STOCKHOLM

from . import deeds
from .teller import Stage, Teller

SECRET = {"is_held": True, "masked": "", "ground": "school", "because": "Säger hur Leo har det. Det går inte att lämna ut utan men."}
GIVEN = {"is_held": False, "masked": "", "ground": "", "because": ""}
ADDRESS = "Registrator, 990 10 Lövsjö"
MINUTES = "Protokoll och beslut från skolans möten i höst."
HOUSE = ("access_", "people_child", "people_subject", "people_rosterentry")  # that a child goes to a school, and who has looked


def extracts(teller: Teller) -> None:
    """Petra takes them down, Gunilla names Rigmor, and Rigmor looks them through."""
    scene = teller.scene
    scene(60, "08:20", "ingrid", settle_address)
    scene(2, "13:00", "petra", take_down, "sam", "Lena")
    scene(2, "13:10", "petra", take_down, "leo", "")
    for turn, key in enumerate(("sam", "leo")):
        scene(2, f"14:0{turn}", "gunilla", name, key, "rigmor")
        scene(1, f"15:5{turn}", "rigmor", look_through, key)
    scene(1, "15:55", "rigmor", give, "sam", "handed")


def settle_address(on: Stage) -> None:
    """Where letters to the municipality are sent."""
    guard.call("put_setting", POSTAL, ADDRESS, on.at, "KS 2025/33")


def take_down(on: Stage, key: str, guardian: str) -> None:
    """A guardian asks for the child's own data; without one, a stranger asks for public documents."""
    facts: dict[str, Any] = {"received_on": on.at.astimezone(STOCKHOLM).date()}
    if guardian:
        facts |= {"kind": "own", "asker": "guardian", "guardian": deeds.ids(on, key, [guardian])[0], "wanted": "", "identity": "shown"}
    else:
        facts |= {"kind": "public", "asker": "anyone", "guardian": None, "wanted": MINUTES, "identity": "unasked"}
    on.made[key, "extract"] = doing.receive(deeds.child_of(on, key), facts)


def name(on: Stage, key: str, who: str) -> None:
    """Who prepares it."""
    to = Capacity.objects.get(pk=on.world.capacity[who])
    doing.name_preparer(_request(on, key), to, on.at + dt.timedelta(days=OPEN_DAYS), by=on.by, at=on.at)


def look_through(on: Stage, key: str) -> None:
    """The family gets what it asked for; a stranger gets nothing of how the child is."""
    request = _request(on, key)
    waits = Extract.of(request).undecided
    for (table, is_secret), items in groupby(sorted(waits, key=_word), key=_word):
        doing.choose(request, table, [UUID(one.record) for one in items], SECRET if is_secret and key == "leo" else GIVEN)
    request = _request(on, key)
    doing.finish(request, Extract.of(request), by=on.by, at=on.at)


def give(on: Stage, key: str, how: str) -> None:
    """It is given, and the copy kept."""
    request = _request(on, key)
    doing.give(request, Extract.of(request), how, on.at)


def _word(item: Weighed) -> tuple[str, bool]:
    return item.table, not item.table.startswith(HOUSE)


def _request(on: Stage, key: str) -> Request:
    return Request.objects.get(pk=on.made[key, "extract"])
