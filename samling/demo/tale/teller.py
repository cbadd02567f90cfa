"""Plays scenes in the order they happened: sets the demo's clock, acts as the person, does the deed."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.db import connections

from samling.people.models import Capacity
from samling.people.sessions import token_of
from samling.records.acting import begun
from samling.records.clock import STOCKHOLM

from ..build import OWNER, World, session_for

JUST_NOW = dt.timedelta(minutes=10)


class Scene(NamedTuple):
    """At this moment this person does this."""

    at: dt.datetime
    order: int
    who: str
    deed: Callable[..., Any]
    arguments: tuple[Any, ...]


class Stage:
    """What a deed is handed: who acts, when, and what has been made so far."""

    def __init__(self, teller: "Teller", by: Capacity, at: dt.datetime):
        self.teller, self.by, self.at = teller, by, at
        self.world, self.made = teller.world, teller.made

    def key(self, *parts: str) -> UUID:
        """A new record's key, the same each time the story is told to the same world."""
        return uuid5(self.by.pk, "/".join((*parts, self.at.isoformat())))


class Teller:
    """Gathers the scenes of a world and plays them."""

    def __init__(self, world: World, now: dt.datetime):
        self.world, self.now = world, now
        self.made: dict[tuple[str, str], Any] = {}
        self.scenes: list[Scene] = []
        self._tokens: dict[str, str] = {}
        self._people: dict[str, Capacity] = {}

    def scene(self, days: int, clock: str, who: str, deed: Callable[..., Any], *arguments: Any) -> None:
        """So many days ago, at this time, this person did this; never at a weekend and never ahead."""
        self.scenes.append(Scene(self.moment(days, clock), len(self.scenes), who, deed, arguments))

    def moment(self, days: int, clock: str) -> dt.datetime:
        """A working day so many days ago, at a time of day in Stockholm."""
        day = self.now.astimezone(STOCKHOLM).date() - dt.timedelta(days=days)
        day -= dt.timedelta(days=max(0, day.weekday() - 4))
        at = dt.datetime.combine(day, dt.time.fromisoformat(clock), STOCKHOLM)
        return min(at, self.now - JUST_NOW)

    def play(self) -> None:
        """Every scene in its order; what one person does in a row is one transaction."""
        set_clock(None)  # sessions are begun now: then they live at every earlier moment too
        self._tokens = {
            who: token_of(session_for(self.world.capacity[who])) for who in {one.who for one in self.scenes}
        }
        ordered = sorted(self.scenes, key=lambda scene: (scene.at, scene.order))
        for who, scenes in groupby(ordered, key=lambda scene: scene.who):
            with self._acting(who, scenes) as pairs:
                for scene, by in pairs:
                    scene.deed(Stage(self, by, scene.at), *scene.arguments)
        set_clock(None)

    @contextmanager
    def _acting(self, who: str, scenes: Iterator[Scene]) -> Iterator[Iterator[tuple[Scene, Capacity]]]:
        first = next(scenes)
        set_clock(first.at)
        with begun(self._tokens[who]) as acting:
            yield self._timed(first, scenes, self._person(who, acting.capacity_id))

    def _timed(self, first: Scene, rest: Iterator[Scene], by: Capacity) -> Iterator[tuple[Scene, Capacity]]:
        yield first, by
        before = first.at
        for scene in rest:
            if scene.at != before:
                set_clock(scene.at)
            before = scene.at
            yield scene, by

    def _person(self, who: str, capacity: Any) -> Capacity:
        if who not in self._people:
            rows = Capacity.objects.select_related("person", "unit__branch__organisation")
            self._people[who] = rows.get(pk=capacity)
        return self._people[who]


def set_clock(to: dt.datetime | None) -> None:
    """Let the installation's clock show this moment and go on; None: the real time. The owner alone may."""
    with connections[OWNER].cursor() as cursor:
        if to is None:
            cursor.execute("select guard.mark_installation('demo')")
        else:
            cursor.execute("select guard.mark_installation('demo', %s - statement_timestamp())", [to])
