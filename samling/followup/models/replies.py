"""What came of asking: answers, a skip or a no; and what the link shows and keeps."""

import datetime as dt
import json
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.instruments.reading import find
from samling.instruments.scoring import Scored, score
from samling.instruments.shape import Package, Time, Voice
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.sharing.models import Table

from .. import rules
from ..reference import STATES, TIMES, VOICES, WAYS, choices
from ..rules import How, State
from .asking import Ask, Sheet, digest_of


class Reply(Walled):
    """An answer, a skip or a no, as it was given. It says itself what it answers, since it may be read without the question.

    A child's words are the child's to show; a guardian's are no other guardian's.
    """

    wrong_child = Closed(within="ask")
    may_change = False

    ask = models.ForeignKey(Ask, models.PROTECT, related_name="replies")
    time = models.CharField(max_length=12, choices=choices(TIMES))
    voice = models.CharField(max_length=6, choices=choices(VOICES))
    person_id = models.UUIDField(null=True)
    person_name = models.CharField(max_length=80)
    package = models.CharField(max_length=20)
    version = models.CharField(max_length=8)
    young = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=choices(STATES))
    how = models.CharField(max_length=5, choices=choices(WAYS))
    heard_on = models.DateField()

    class Meta(Walled.Meta):
        verbose_name_plural = "replies"
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["ask"], condition=models.Q(withdrawn_at=None), name="reply_once_for_each_asking"),
        ]

    @classmethod
    @transaction.atomic
    def give(cls, ask: Ask, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Reply":
        """Note what was answered, once. `told`: state, how, heard_on, answers. Raises Refused."""
        guard.lock_child(ask.subject_id)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        ask = Ask.objects.select_related("round").get(pk=ask.pk)
        insist(ask.may_answer)
        opens, because = reads(Voice(ask.voice))
        made = cls(pk=pk, subject_id=ask.subject_id, wall=ask.wall, written_by=by, written_at=at, ask=ask, time=ask.round.time,
                   for_guardians=opens, for_guardians_because=because, for_child=ask.voice == Voice.CHILD,
                   **{name: getattr(ask, name) for name in ASKED}, **{name: told[name] for name in HEARD})  # fmt: skip
        made.save(force_insert=True)
        if made.state == State.ANSWERED:
            body = ReplyBody(head=made, subject_id=made.subject_id, wall=made.wall, answers=told["answers"])
            body.save(force_insert=True)
        ask.tell(rules.EVENTS[State(made.state)], by=by, at=at)
        return made

    @cached_property
    def answers(self) -> dict[str, Any]:
        """What was answered, item by item; empty for a skip, and where the text is not open."""
        return self.body.answers if hasattr(self, "body") else {}

    @property
    def asked(self) -> Package:
        """The instrument in the version that was answered."""
        return find(self.package, self.version)

    @cached_property
    def scored(self) -> Scored:
        """The figures of it."""
        given = {code: value for code, value in self.answers.items() if code != HELPS}
        return score(self.asked, given, voice=Voice(self.voice), time=Time(self.time), young=self.young)

    @cached_property
    def total(self) -> Fraction | None:
        """The total that was typed in, where the questions are not ours to ask."""
        given = self.answers.get(TOTAL)
        return Fraction(str(given)) if given is not None else None

    @property
    def in_words(self) -> str:
        """What came of asking, in words."""
        return gettext(STATES[State(self.state)])

    @property
    def way(self) -> str:
        """How it was answered, in words."""
        return gettext(WAYS[How(self.how)])

    @property
    def helps(self) -> Mapping[str, Any]:
        """What was said of each promise, by its key: yes, some, no."""
        found: Mapping[str, Any] = self.answers.get(HELPS, {})
        return found

    def may_put(self, around: Table, by: Capacity) -> Answer:
        """Whether it may be put before everyone at the joint table now, and why."""
        guests = [around.guest(party, self) for party in around.others]
        told = sum(guest.is_told for guest in guests)
        own = self.written_by_id == by.pk and self.subject_id == around.child.pk
        return rules.may_put(is_own=own, guests=len(guests), told=told, covered=sum(g.is_told or g.said_yes for g in guests))

    @transaction.atomic
    def put(self, child: Child, *, by: Capacity, at: dt.datetime) -> None:
        """Whoever answered lets everyone at the table read it: told to each on the yes that covers it. Raises Refused."""
        guard.lock_child(child.pk)
        around = Table(child, at)
        insist(self.may_put(around, by))
        around.tell(self, [party.unit_id for party in around.others])

    @property
    def title(self) -> str:
        """Whose answer, and at which time."""
        return gettext("%(who)s: %(time)s") % {"who": self.person_name, "time": gettext(TIMES[Time(self.time)])}

    def get_absolute_url(self) -> str:
        """The page of what was asked."""
        return reverse("followup:ask", args=[self.ask_id])


HELPS, TOTAL, SCORED_BY = "helps", "total", "scored_by"
HEARD = ("state", "how", "heard_on")
ASKED = ("voice", "person_id", "person_name", "package", "version", "young")


class ReplyBody(WalledBody):
    """The answers by item code; under `helps` what was said of each promise."""

    head = models.OneToOneField(Reply, models.PROTECT, primary_key=True, related_name="body")
    answers = models.JSONField()

    class Meta:
        verbose_name_plural = "reply bodies"


def reads(voice: Voice) -> tuple[str, str]:
    """Whether guardians may read an answer, and the reason's code if not (OSL 12:3)."""
    if voice is Voice.CHILD:
        return "child_decides", "the child's words"
    return ("no", "about someone else") if voice is Voice.HOME else ("yes", "")


class Shown(NamedTuple):
    """What a link shows: one sheet, with the words of the promises it asks about."""

    sheet: Sheet
    promises: dict[str, dict[str, str]]
    called: str


def asked_by(secret: str) -> Shown | None:
    """The questions behind a secret while it lives; nobody needs to be signed in."""
    rows = guard.rows("ask_shown", digest_of(secret))
    if not rows:
        return None
    row = rows[0]
    said, package = json.loads(row["promises"]), find(row["package"], row["version"])
    sheet = Sheet(package, Time(row["time"]), Voice(row["voice"]), row["young"], tuple(UUID(one) for one in said))
    return Shown(sheet, said, row["called"])


def answer_by(secret: str, state: str, answers: dict[str, Any]) -> bool:
    """The person's own answer through the link; False when it no longer lives."""
    return bool(guard.call("answer_ask", digest_of(secret), state, json.dumps(answers)))


class Told(NamedTuple):
    """One person's answer at one time. `scored` is None for a skip or a no, and where the answers are not open."""

    time: Time
    voice: Voice
    who: str
    person: UUID | None
    on: dt.date
    state: State
    package: Package
    scored: Scored | None
    helps: Mapping[str, Any]
    reply: Reply
    young: bool = False
    total: Fraction | None = None


def told(rows: Any) -> list[Told]:
    """Answers as plain values, the earliest first."""
    return [
        Told(Time(one.time), Voice(one.voice), one.person_name, one.person_id, one.heard_on, State(one.state), one.asked,
             one.scored if one.answers else None, one.helps, one, one.young, one.total)
        for one in rows
    ]  # fmt: skip
