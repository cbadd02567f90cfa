"""How a chapter says what can be done later, and what comes round: two decorators, used in its `tasks.py`."""

import datetime as dt
import inspect
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db import models
from django.utils.functional import Promise

from samling.access.door import fetch
from samling.records.acting import insist_acting

from .rules import TRIES, Rhythm

Said = str | Promise
Step = Generator[Callable[[], Any], Any, None]
M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Job:
    """What a task is given: the record it is about, and who asked, who acts while it runs.

    `fetch` opens the record as a door does, with a look; `progress` is seen while the task still runs.
    """

    task: UUID
    record_id: UUID
    errand: str
    tell: Callable[[int, int], None]

    @property
    def by(self) -> UUID:
        """The capacity of the one who asked: it acts now."""
        capacity = insist_acting().capacity_id
        assert capacity is not None
        return capacity

    @property
    def at(self) -> dt.datetime:
        """When this try began, as the walls see it."""
        return insist_acting().at

    def fetch(self, model: type[M], *, locked: bool = False) -> M:
        """The record behind its walls, looked at on record; raises Http404 when it may no longer be read."""
        found: M = fetch(model, self.record_id, self.errand, locked=locked)
        return found

    def progress(self, passed: int, whole: int) -> None:
        """How much is done, for the one who waits."""
        self.tell(passed, whole)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entrusted task: what it is called, the errand of its looks, how often it is tried."""

    code: str
    says: Said
    errand: str
    tries: int
    does: Callable[[Job], Step | None]

    def begin(self, job: Job) -> Step:
        """The task step by step; most have one. What runs between two steps runs outside any transaction."""
        if inspect.isgeneratorfunction(self.does):
            steps: Step = self.does(job)
            return steps
        return _in_one_step(self.does, job)


def _in_one_step(does: Callable[[Job], Any], job: Job) -> Step:
    does(job)
    yield from ()


class House(Protocol):
    """What a duty is given: `house("warn_of_endings", 30)` calls a guard function that is granted to the worker."""

    def __call__(self, function: str, *arguments: Any) -> list[Mapping[str, Any]]:
        """The rows: ids, codes and times."""

    @property
    def connection(self) -> Any:
        """The worker's own connection, for a duty that stands `apart`: each statement is committed."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One piece of housekeeping: what it is called, when it comes round and what it calls."""

    code: str
    says: Said
    rhythm: Rhythm
    apart: bool
    does: Callable[[House], None]


KINDS: dict[str, Kind] = {}
DUTIES: dict[str, Duty] = {}


def entrusted(code: str, says: Said, *, errand: str, tries: int = TRIES) -> Callable[[Any], Any]:
    """A kind of task that `entrust` can put in. The function gets a Job and runs as the one who asked.

    It runs in one transaction, and so is done once however often it is tried. One that must reach outside between two
    transactions is a generator: it yields what to call, and is sent the answer in the next transaction.
    """

    def note(does: Any) -> Any:
        assert code not in KINDS, f"two kinds of task are called {code}"
        KINDS[code] = Kind(code, says, errand, tries, does)
        return does

    return note


def scheduled(
    code: str, says: Said, *, every: int = 0, at: str = "03:00", weekday: int | None = None, apart: bool = False
) -> Callable[[Any], Any]:
    """Housekeeping that comes round: `every` so many seconds, or `at` a time in Stockholm, perhaps on a weekday.

    What the function asks of `house` is one transaction, with the note that it is done. One that must commit in
    between, since it reaches outside, stands `apart`: it is noted as done when it begins, and minds its own transactions.
    """

    def note(does: Any) -> Any:
        assert code not in DUTIES, f"two duties are called {code}"
        DUTIES[code] = Duty(code, says, Rhythm(every, dt.time.fromisoformat(at), weekday), apart, does)
        return does

    return note
