"""What is said of a promise, each word kept with how it was heard; and the one-time link for a maker without account."""

import datetime as dt
import hashlib
import json
import secrets
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.telling import answer_asked
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.plan.models.plans import day
from samling.records.shape import Record

from .. import rules
from ..rules import How, Saying, Word
from .promises import Promise


class PromiseWord(Walled):
    """A yes, a no, or how it goes: said by the maker, or heard by the one who wrote it down, on a day."""

    wrong_child = Closed(within="promise")

    may_change = False

    class Says(models.TextChoices):
        YES = Word.YES, _("Yes, it is a promise")
        NO = Word.NO, _("No, it cannot be promised")
        GOING = Word.GOING, _("It is going on")
        DONE = Word.DONE, _("It is done")
        NO_HELP = Word.NO_HELP, _("It was done, and did not help")
        SWAP = Word.SWAP, _("There is no time for it: someone else, or something else")
        LET_GO = Word.LET_GO, _("We let it go")
        TAKE = Word.TAKE, _("I take it over")

    class Heard(models.TextChoices):
        SELF = How.SELF, _("signed in")
        LINK = How.LINK, _("by a link of one's own")
        SPOKEN = How.SPOKEN, _("in words")
        PAPER = How.PAPER, _("on paper")
        ROOM = How.ROOM, _("in the room")

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="words")
    word = models.CharField(max_length=8, choices=Says)
    how = models.CharField(max_length=6, choices=Heard)
    heard_on = models.DateField()

    class Meta(Walled.Meta):
        indexes = [*Walled.Meta.indexes, models.Index(fields=["promise", "written_at"])]

    @classmethod
    @transaction.atomic
    def say(cls, promise: Promise, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "PromiseWord":
        """Keep a word, once. `told`: word, how, heard_on, text. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        saying = Saying(Word(told["word"]), How(told["how"]), told["heard_on"], promise.is_mine)
        insist(rules.may_say(saying, promise.state, writes=promise.plan.writes, asked_on=day(promise.written_at), today=day(at)))
        made = cls(pk=pk, promise=promise, word=told["word"], how=told["how"], heard_on=told["heard_on"], for_child=True,
                   **promise.plan.stamp(by, at))  # fmt: skip
        made.save(force_insert=True)
        if told.get("text"):
            PromiseWordBody(head=made, subject_id=made.subject_id, wall=made.wall, text=told["text"]).save(force_insert=True)
        promise.plan.tell(rules.EVENTS[Word(made.word)], by=by, at=at, record=promise.pk)
        answer_asked(promise.pk, by=by.pk, at=at)
        return made

    @property
    def in_person(self) -> bool:
        """Whether the maker said it herself, signed in or by the link."""
        return self.how in (How.SELF, How.LINK)


class PromiseWordBody(WalledBody):
    """What was said in a sentence."""

    head = models.OneToOneField(PromiseWord, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()

    class Meta:
        verbose_name_plural = "promise word bodies"


class PromiseLink(Record):
    """A link that shows one line to its maker, works once and ends by itself; kept by its digest alone."""

    policy = "closed"

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["promise"])]


@transaction.atomic
def take_over(promise: Promise, *, yes: bool, by: Capacity, at: dt.datetime) -> None:
    """The one who is asked takes over what its maker left, in her own name, or lets it go. Raises Refused."""
    insist(promise.may_take)
    guard.call("take_promise", promise.pk, yes)
    promise.plan.tell(rules.EVENTS[Word.TAKE if yes else Word.LET_GO], by=by, at=at, record=promise.pk)


@transaction.atomic
def ask_another(promise: Promise, whom: Capacity, *, by: Capacity, at: dt.datetime) -> None:
    """Somebody else at the table is asked to take over what a side has left. Raises Refused."""
    insist(promise.may_decide)
    guard.call("ask_promise", promise.pk, whom.pk)
    promise.plan.tell(rules.ASKS_ANOTHER, by=by, at=at, record=promise.pk)


class Asked(NamedTuple):
    """What a link shows: the words of one line, how often, from and until when."""

    said: dict[str, str]
    rhythm: str
    starts_on: dt.date
    until_on: dt.date


def link(promise: Promise) -> str:
    """A new link's secret; an earlier one for the same promise ends. Raises Refused."""
    secret = secrets.token_urlsafe(32)
    guard.call("make_promise_link", promise.pk, digest_of(secret))
    return secret


def asked_by(secret: str) -> Asked | None:
    """The line behind a secret while it lives; nobody needs to be signed in."""
    rows = guard.rows("promise_asked", digest_of(secret))
    return Asked(**rows[0] | {"said": json.loads(rows[0]["said"])}) if rows else None


def answer_by(secret: str, *, yes: bool) -> bool:
    """The maker's answer through the link; False when it no longer lives."""
    return bool(guard.call("answer_promise", digest_of(secret), yes))


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
