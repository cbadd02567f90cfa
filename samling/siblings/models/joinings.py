"""Two journeys of one family are joined: each child's part stands among its own, and rests on its own guardians' yes."""

import datetime as dt
import hashlib
import secrets
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.consent.models import Consent
from samling.contact.models import place
from samling.journey.models import Party, sides_of
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category
from samling.people.models import Capacity, Child
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import Record, paired
from samling.ui.words import full_day

from .. import rules
from ..rules import State


class Joining(Record):
    """Two parts that belong together. Its word is kept by its digest; no page reads it."""

    policy = "closed"

    digest = models.CharField(max_length=64, unique=True)
    closes_at = models.DateTimeField()


class Other(NamedTuple):
    """The other child of a joining that stands: what it is called, its part and its journey."""

    called: str
    part: UUID
    journey: UUID


class Joined(Walled):
    """One child's part of a joining: on which yes, and what the child is called at the other table. The guard's to write."""

    noun = _("joined with a brother or sister")
    wrong_child = Closed(because="whoever takes part ends the joining")
    may_change = False

    joining = models.ForeignKey(Joining, models.PROTECT, related_name="parts")
    child = models.ForeignKey("people.Child", models.PROTECT, related_name="+")
    consent = models.ForeignKey("consent.Consent", models.PROTECT, related_name="+")
    called = models.CharField(max_length=60)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.UniqueConstraint(fields=["joining", "subject"], name="joined_one_part_a_journey"),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["consent"])]

    @classmethod
    def of(cls, child: UUID) -> "list[Joined]":
        """The parts of a child's journeys, the latest first."""
        journeys = [one.journey for one in sides_of(child)]
        return _parts(journeys) if journeys else []

    @classmethod
    def may_join(cls, child: Child) -> Answer:
        """Whether this child's part can be made now, and why."""
        works = bool(place(child.pk, Category.CONSENT))
        return rules.may_join(works=works, protected=guard.is_protected(child.pk) is not None, yes=bool(works and yes_of(child)))

    @classmethod
    @transaction.atomic
    def offer(cls, child: Child, consent: UUID, called: str, *, by: Capacity, at: dt.datetime, pk: UUID) -> "tuple[Joined, str]":
        """A word for the family to carry to the brother's or sister's table; empty when it was made before. Raises Refused."""
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier, ""
        word = "".join(secrets.choice(rules.SIGNS) for _sign in range(rules.WORD_SIGNS))
        insist(cls.may_join(child))
        guard.call("offer_joining", pk, child.pk, consent, called, digest_of(word))
        made = cls.objects.get(pk=pk)
        made.tell(rules.OFFERED, by=by, at=at)
        return made, rules.spelt(word)

    @classmethod
    @transaction.atomic
    def answer(cls, child: Child, word: str, consent: UUID, called: str, *, by: Capacity, at: dt.datetime, pk: UUID) -> "Joined":
        """The family has brought the word of the other table: the two are joined. Raises Refused."""
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        insist(cls.may_join(child))
        guard.call("answer_joining", pk, child.pk, consent, called, digest_of(rules.plain(word)))
        made = cls.objects.get(pk=pk)
        made.tell(rules.JOINED, by=by, at=at)
        return made

    @transaction.atomic
    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """The family does not want it any more. Raises Refused."""
        if self.ended_at:
            return
        guard.call("end_joining", self.pk)
        self.tell(rules.OVER, by=by, at=at)

    @cached_property
    def other(self) -> Other | None:
        """The other child, while the two are joined."""
        return standing().get(self.pk)

    @cached_property
    def sides(self) -> list[UUID]:
        """The rows of this child, side by side, that take part in its journey."""
        rows = Party.objects.filter(journey_id=self.subject_id, child_id__isnull=False, ended_at=None)
        return list(rows.values_list("child_id", flat=True))

    @cached_property
    def own_child(self) -> Child:
        """This child, as one's own side knows her. Raises DoesNotExist for one who has left."""
        return Child.objects.mine().filter(pk__in=self.sides).select_related("branch", "unit").order_by("pk")[:1].get()

    @property
    def reads_both(self) -> bool:
        """Whether one takes part at both tables."""
        return self.other is not None and self.other.part in standing()

    @property
    def closes_at(self) -> dt.datetime:
        """Until when the family's word works."""
        return self.written_at + dt.timedelta(days=rules.WORD_DAYS)

    @property
    def until_day(self) -> str:
        """That day in words."""
        return full_day(self.closes_at.astimezone(STOCKHOLM).date())

    def state(self, at: dt.datetime) -> State:
        """Where it stands."""
        open_still = at < self.closes_at
        return rules.state(stands=self.other is not None, ended=self.ended_at is not None, answered=self.answered_at is not None,
                           open_still=open_still)  # fmt: skip

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event in this child's own story."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians="no")

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("siblings:joined", args=[self.pk])


@Question
def _parts(journeys: Any) -> models.QuerySet:
    rows = Joined.objects.filter(subject_id__among=journeys).select_related("written_by__person")
    return rows.order_by("-written_at")


def standing() -> dict[UUID, Other]:
    """The joinings that stand at my tables, by the part on this side."""
    return {row["mine"]: Other(row["called"], row["other"], row["there"]) for row in guard.rows("my_joined")}


def yes_of(child: Child) -> list[Consent]:
    """The questions about brothers and sisters that everyone asked about this child has said yes to."""
    stand = {row["consent_id"] for row in guard.rows("consents_of", child.pk)}
    return list(Consent.objects.filter(pk__in=stand, kind=Consent.Kind.SIBLINGS).order_by("-written_at")) if stand else []


def digest_of(word: str) -> str:
    """What is kept of a word."""
    return hashlib.sha256(word.encode()).hexdigest()
