"""What becomes of every promise when a matter is closed: ended with a word, given to someone who accepts, or kept."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.promises.models import Promise
from samling.promises.models.held import with_sides
from samling.promises.models.table import open_promises
from samling.promises.rules import State

from .. import rules
from ..rules import Choice
from .closings import Closing

HELD = (State.PROMISED, State.GOING)


class Kept(Walled):
    """At a closing: this promise goes on, with the one who holds it. It is what stays."""

    noun = _("promise that stays")
    wrong_child = Closed(within="promise")
    may_change = False

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="kept")
    promise = models.ForeignKey(Promise, models.PROTECT, related_name="+")

    class Meta(Walled.Meta):
        verbose_name_plural = "kept promises"
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["closing", "promise"], name="kept_once"),
        ]


class Line(NamedTuple):
    """One open promise and what becomes of it."""

    promise: Promise
    choice: Choice

    @property
    def holds(self) -> bool:
        """Whether somebody who is there has said yes to it."""
        return holds(self.promise)

    @property
    def who(self) -> str:
        """Who holds it."""
        held = self.promise.held_by
        return str(held.person) if held else self.promise.who


def holds(promise: Promise) -> bool:
    """Whether somebody who is there has said yes to this promise."""
    return promise.state in HELD and not promise.is_left


def lines(closing: Closing) -> list[Line]:
    """Every promise that is still open, with what becomes of it."""
    kept = set(Kept.objects.filter(closing=closing, withdrawn_at=None).values_list("promise_id", flat=True))
    return [
        Line(one, rules.choice(holds=holds(one), kept=one.pk in kept, asked=one.asked_id is not None))
        for one in with_sides(open_promises(closing.subject_id))
    ]


def promise_of(closing: Closing, which: str) -> Promise | None:
    """A promise of the journey that is being closed, by its key in an address."""
    try:
        key = UUID(which)
    except ValueError:
        return None
    rows = Promise.objects.filter(subject_id=closing.subject_id, withdrawn_at=None).select_related(*Promise.beside)
    return rows.filter(pk=key).first()


@transaction.atomic
def keep(closing: Closing, promise: Promise, *, by: Capacity, at: dt.datetime, pk: UUID) -> None:
    """It stays with the one who holds it. Raises Refused."""
    insist(closing.may_write())
    if holds(promise) and not Kept.objects.filter(closing=closing, promise=promise).exists():
        Kept(pk=pk, closing=closing, promise=promise, subject_id=closing.subject_id, wall=closing.wall, written_by=by, written_at=at,
             for_child=True).save(force_insert=True)  # fmt: skip


@transaction.atomic
def give(closing: Closing, promise: Promise, to: Capacity) -> None:
    """Ask another to take it over, on her *I dag*; until she says yes it has no holder. Raises Refused."""
    insist(closing.may_write())
    guard.call("give_promise", promise.pk, to.pk)


def standing_of(closing: Closing, found: list[Line]) -> rules.Standing:
    """What there is of the closing, for the question whether it can be done."""
    return rules.Standing(
        writes=closing.writes, reason=closing.reason, asked=closing.is_answered or bool(closing.asked), contact=closing.contact_state,
        hanging=sum(one.choice is Choice.HANGS for one in found), waiting=sum(one.choice is Choice.WAITS for one in found),
    )  # fmt: skip
