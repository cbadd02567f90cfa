"""The people every test knows by name, and the world they live in when a test begins."""

import datetime as dt
import pickle
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import UUID

from django.conf import settings
from django.test import Client
from django.test.client import ClientHandler
from django.test.signals import setting_changed

from samling.access import guard
from samling.demo import places
from samling.demo.build import World, acting_as, raise_places, session_for
from samling.people.models import Guardian
from samling.people.sessions import SessionStore, token_of
from samling.records.acting import Acting, NoLiveSession, begun
from samling.records.clock import now

from .cloning import Template, set_clock

FROZEN = dt.datetime(2025, 11, 20, 8, 0, tzinfo=dt.UTC)  # Thursday 20 November 2025, 09.00 in Stockholm
BEFORE, MINUTE = dt.timedelta(minutes=10), dt.timedelta(minutes=1)
_handlers: dict[bool, ClientHandler] = {}  # by whether they insist on the token against forgery
setting_changed.connect(lambda **_changed: _handlers.clear(), weak=False)  # its middleware may have read it


def raise_world() -> World:
    """Places and staff; Adam and Elsa opened by their mentors, with guardians. All by the verbs people use."""
    set_clock(FROZEN - BEFORE)  # so that what is given here is in force when a test begins
    world = raise_places(FROZEN)
    for key in ("adam", "elsa", "ines", "noor"):
        open_pupil(world, key)
    return world


def sign_in_all(world: World) -> dict[str, str]:
    """Everyone signs in, to one session for each capacity: a minute ago when a test begins, and once for all tests."""
    set_clock(FROZEN - MINUTE)
    return {name: session_for(capacity) for name, capacity in world.capacity.items()}


def open_pupil(world: World, key: str) -> UUID:
    """The mentor opens a pupil and notes the guardians."""
    unit, _group, _given, _family, _born, mentor = places.PUPILS[key]
    with acting_as(world.capacity[mentor]) as acting:
        child = guard.open_child(world.unit[unit], roster=world.pupil[key])
        world.child[key] = child
        contact = next(w for w in guard.my_access(child) if w % 64 == 2)
        for given, family, relation, custody, evidence, phone, language, interpreter in places.GUARDIANS[key]:
            found = Guardian(
                subject_id=child, wall=contact, given_name=given, family_name=family, relation=relation,
                custody=custody, custody_evidence=evidence, phone=phone, language=language, interpreter=interpreter,
                written_by_id=acting.capacity_id, written_at=now(), from_at=now(), verified_on=now().date(),
            )
            found.save(force_insert=True)
            world.guardian[given.lower()] = found.pk
    return child


class Cast:
    """The world by name: `cast.petra` is her capacity, `cast.adam` his child row, `cast.hodan` a guardian."""

    def __init__(self, world: World, keys: dict[str, str]):
        self.world = world
        self.keys = keys

    @classmethod
    def gather(cls) -> "Cast":
        """The cast of the clone that the aliases point at."""
        return cls(*pickle.loads(Template.ready().names.read_bytes()))

    def __getattr__(self, name: str) -> UUID:
        for kind in (self.world.capacity, self.world.child, self.world.guardian, self.world.unit, self.world.branch):
            if name in kind:
                return kind[name]
        raise AttributeError(name)

    @contextmanager
    def acting(self, name: str) -> Iterator[Acting]:
        """A transaction in which this person acts: `with cast.acting("petra"):`; by one session while it lives."""
        with ExitStack() as stack:
            try:
                found = stack.enter_context(begun(token_of(self.keys[name])))
            except (KeyError, NoLiveSession):
                self.keys[name] = session_for(self.world.capacity[name])
                found = stack.enter_context(begun(token_of(self.keys[name])))
            yield found

    def key(self, name: str) -> str:
        """The cookie's key of this person's session, a new one when it has ended."""
        if name not in self.keys or SessionStore(self.keys[name]).current() is None:
            self.keys[name] = session_for(self.world.capacity[name])
        return self.keys[name]

    def token(self, name: str) -> str:
        """A live session's token for this person."""
        return token_of(session_for(self.world.capacity[name]))

    def open_pupil(self, key: str) -> UUID:
        """Open one more pupil of the roster."""
        return open_pupil(self.world, key)

    def visitor(self) -> "Visitor":
        """A test client that can become anyone of the cast."""
        return Visitor(self)


class Visitor(Client):
    """Django's test client with the cast's names."""

    def __init__(self, cast: Cast, **defaults):
        super().__init__(**defaults)
        self.cast = cast
        # Whatever middleware reads when it is made (every file of every look, for one) is read once.
        self.handler = _handlers.setdefault(self.handler.enforce_csrf_checks, self.handler)

    def as_(self, name: str) -> "Visitor":
        """Sit down where this person is signed in, second factor and capacity chosen."""
        self.cookies[settings.SESSION_COOKIE_NAME] = self.cast.key(name)
        return self
