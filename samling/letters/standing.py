"""Letters in lists: to whom, about what and where each stands. Never a word of what they say."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from samling.kernel.words import _
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import STOCKHOLM
from samling.records.question import Question

from .models import Letter
from .rules import WANTS_SOMEONE, State

RECENT = dt.timedelta(days=90)
MOST, FEW = 300, 4

# What a state is called, and its tone.
WORDS: dict[State, tuple[str, str]] = {
    State.DRAFT: (_("To send"), "wait"),
    State.WAITING: (_("Waiting to go"), "info"),
    State.LEFT: (_("Handed over for sending"), "calm"),
    State.SENT: (_("Sent"), "go"),
    State.DELIVERED: (_("Has come there"), "go"),
    State.PRINTED: (_("Printed"), "info"),
    State.CALL: (_("To ring about"), "care"),
    State.POST: (_("To print"), "care"),
    State.MAYBE: (_("Perhaps sent"), "care"),
    State.NO_ADDRESS: (_("No address"), "care"),
    State.FAILED: (_("Did not get there"), "care"),
    State.STOPPED: (_("Held back"), "care"),
}


class Row(NamedTuple):
    """One letter in a list. `guardian` and `child` are None for those who may not read of them."""

    letter: Letter
    state: State
    guardian: Guardian | None
    child: Child | None
    on: dt.date

    @property
    def word(self) -> str:
        """The state in words."""
        return WORDS[self.state][0]

    @property
    def tone(self) -> str:
        """How the state is coloured."""
        return WORDS[self.state][1]

    @property
    def subject_id(self) -> UUID:
        """The child, for the log."""
        return self.letter.subject_id


def about_child(child: Child, at: dt.datetime) -> list[Row]:
    """The letters about one child that one may see, the latest first."""
    return rows_of(Letter.objects.filter(subject_id=child.pk), at)


def latest_about(child: Child, at: dt.datetime) -> list[Row]:
    """The few latest of them, for a page that shows much else."""
    return _rows(_latest(child.pk), at, {child.pk: child}, Guardian.around(child.pk))


@Question
def _latest(child: Any) -> QuerySet[Letter]:
    found = Letter.objects.filter(subject_id=child, withdrawn_at=None).order_by("-written_at", "id")
    return found.prefetch_related("messages__attempts", "handovers")[:FEW]


def mine(letters: QuerySet[Letter], by: Capacity, at: dt.datetime) -> list[Row]:
    """What I have to send, and what did not get there."""
    own = letters.filter(Q(written_by=by) | Q(sender=by), written_at__gt=at - RECENT)
    return [row for row in rows_of(own, at) if row.state is State.DRAFT or row.state in WANTS_SOMEONE]


def wanting(letters: QuerySet[Letter], by: Capacity, at: dt.datetime) -> list[Row]:
    """The letters of my unit that a person must do something about, besides my own."""
    others = letters.filter(written_by__unit=by.unit, written_at__gt=at - RECENT, messages__isnull=False)
    rows = rows_of(others.exclude(Q(written_by=by) | Q(sender=by)).distinct(), at)
    return [row for row in rows if row.state in WANTS_SOMEONE]


def rows_of(letters: QuerySet[Letter], at: dt.datetime) -> list[Row]:
    """Rows in a list, the latest first, without those that were dropped."""
    found = letters.filter(withdrawn_at=None).order_by("-written_at", "id")
    kept = list(found.prefetch_related("messages__attempts", "handovers")[:MOST])
    near = Guardian.objects.filter(pk__in={one.guardian_id for one in kept})
    return _rows(kept, at, Child.objects.in_bulk({one.subject_id for one in kept}), near)


def _rows(kept: list[Letter], at: dt.datetime, children: dict[UUID, Child], near: Iterable[Guardian]) -> list[Row]:
    guardians = {one.pk: one for one in near} if kept else {}
    return [
        Row(one, one.state(at), guardians.get(one.guardian_id), children.get(one.subject_id), _when(one))
        for one in kept
    ]


def counted(rows: Iterable[tuple[State, int]]) -> list[tuple[str, int]]:
    """How many stand where, in the order of the way."""
    counts: dict[State, int] = dict.fromkeys(State, 0)
    for state, number in rows:
        counts[state] += number
    return [(WORDS[state][0], number) for state, number in counts.items() if number]


def _when(letter: Letter) -> dt.date:
    message = letter.message
    return (message.written_at if message else letter.written_at).astimezone(STOCKHOLM).date()
