"""The school and the team of Lotsen around Adam, each with support of its own."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from samling.access.door import open_walls
from samling.people.models import Capacity, Child
from samling.records.clock import now, today
from samling.support.models import Occasion, Outcome, Support

LATER = dt.timedelta(days=30)


def me(acting: Any) -> Capacity:
    """The capacity that acts."""
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def child_of(cast: Any, key: str) -> Child:
    """A child as the one who acts knows it."""
    return Child.objects.select_related("unit", "branch").get(pk=cast.world.child[key])


def start(cast: Any, who: str = "petra", key: str = "adam", **said: Any) -> UUID:
    """Somebody begins support for a child; returns its key."""
    with cast.acting(who) as acting:
        by = me(acting)
        form = {"school": "school", "social": "open", "health": "care"}[by.unit.branch.domain]
        told = {"form": form, "kind": "home", "code": "HOME-EASY-BREAKFAST", "own": "", "how": "", "holder": by,
                "starts_on": today(), "evaluate_on": today() + LATER, "home": "not-told", "shared": False} | said  # fmt: skip
        return Support.start(child_of(cast, key), told, by=by, at=now(), pk=uuid4()).pk


def opened(pk: UUID) -> Support:
    """A support whose text is open to the one who acts."""
    found = Support.objects.get(pk=pk)
    open_walls(found, "read about support")
    return found


def note(cast: Any, pk: UUID, text: str = "Vi lagade frukost.", who: str = "petra", **said: Any) -> UUID:
    """Somebody notes what was done."""
    with cast.acting(who) as acting:
        told = {"kind": "talk", "text": text, "home": "not-told"} | said
        return Occasion.note(opened(pk), told, by=me(acting), at=now(), pk=uuid4()).pk


def say(cast: Any, pk: UUID, who: str = "petra", **said: Any) -> None:
    """Somebody says how it goes."""
    with cast.acting(who) as acting:
        told = {"result": "helped", "voice": "giver", "text": "", "then": "again", "again_on": today() + LATER, "because": ""} | said
        Outcome.say(opened(pk), told, by=me(acting), at=now(), pk=uuid4())
