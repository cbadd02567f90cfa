"""A concern about a named child, inside the compartment that receives it, and the steps taken with it."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Level
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.shape import paired

from .. import rules
from ..rules import State
from .answers import Outcome
from .raised import Raised, day, workplace

FIRST = "the first concern"


class Signal(Walled, Raised):
    """A concern: what somebody saw, about a child whom somebody now thinks of (domain reference 2.2)."""

    noun = _("concern")
    wrong_child = Closed(_("A concern"))

    seen_on = models.DateField()
    danger = models.BooleanField(default=False)
    raised_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    nameless = models.OneToOneField(
        "concern.NamelessConcern", models.PROTECT, null=True, related_name="signal"
    )

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("raised_at", "raised_by")]

    @classmethod
    def note(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Signal":
        """Write the concern down once, mark the tier from the first one on, and tell the story."""
        with transaction.atomic():
            guard.lock_child(child.pk)
            earlier = cls.objects.filter(pk=pk).first()
            return earlier or cls._written(child, told, by=by, at=at, pk=pk)

    @classmethod
    def _written(
        cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID
    ) -> "Signal":
        own = wall(workplace(by).branch.number, Category.CONCERN)
        opens, because = rules.for_guardians(
            danger=told["danger"], told=bool(told["said_guardian"]), raised_as=told["raised_as"]
        )
        signal = cls(
            pk=pk, subject_id=child.pk, wall=own, written_by=by, written_at=at, for_guardians=opens,
            for_guardians_because=because, nameless=told.get("nameless"),
            raised_by_id=told.get("raised_by_id", by.pk), raised_at=told.get("raised_at", at),
            **{name: told[name] for name in ("raised_as", "how", "touches", "seen_on", "danger")},
        )
        signal.save(force_insert=True)
        texts = {name: told[name] for name in ("text", "said_child", "said_guardian", "raised_name")}
        SignalBody(head=signal, subject_id=child.pk, wall=own, **texts).save(force_insert=True)
        signal._mark_first(by=by, at=at, is_new=child.opened_at >= at)
        tell(child.pk, own, "concern noted", by=by.pk, at=at, record=pk, for_guardians=opens)
        return signal

    def _mark_first(self, *, by: Capacity, at: dt.datetime, is_new: bool) -> None:
        """Tier 1 from the first concern on; whoever cannot read the tiers sets none beside another's."""
        reads = self.wall in guard.my_access(self.subject_id)
        if (reads or is_new) and self.tier is None:
            self.mark(1, because=FIRST, by=by, at=at)

    def mark(self, tier: int, *, because: str, by: Capacity, at: dt.datetime) -> Level:
        """Set the tier that a person has decided, with the reason's code."""
        level = Level(
            subject_id=self.subject_id, wall=self.wall, tier=tier, because=because, written_by=by,
            written_at=at, for_guardians=self.for_guardians, for_guardians_because=self.for_guardians_because,
        )
        level.save(force_insert=True)
        return level

    @property
    def tier(self) -> Level | None:
        """The child's tier as it was last set, as far as one may read."""
        return Level.objects.filter(subject_id=self.subject_id).order_by("-written_at").first()

    @property
    def state(self) -> State:
        """Where it stands: the latest step, as far as one may read."""
        kinds = self.handlings.order_by("-written_at").values_list("kind", flat=True)
        return State(kinds.first() or State.RAISED)

    @property
    def raised_on(self) -> dt.date:
        """The day it was told, in Stockholm."""
        return day(self.raised_at)

    def may_step(self, to: State, by: Capacity, because: str = "", *, at_table: bool = False) -> Answer:
        """Whether this may be the next step; `at_table` when a checklist's table has decided it."""
        return rules.may_step(self.state, to, role=by.role, because=because, at_table=at_table)

    @transaction.atomic
    def step(
        self, to: State, *, by: Capacity, at: dt.datetime, because: str = "",
        follow_up_on: dt.date | None = None, home_knows: bool = False, at_table: bool = False,
    ) -> None:
        """Take the next step, and let whoever raised the concern know as much as that one may know."""
        if to == self.state:
            return  # the same button pressed twice
        insist(self.may_step(to, by, because, at_table=at_table))
        Handling(
            signal=self, subject_id=self.subject_id, wall=self.wall, written_by=by, written_at=at, kind=to,
            because=because, follow_up_on=follow_up_on, for_guardians=Handling.ForGuardians.NO,
            for_guardians_because="staff",
        ).save(force_insert=True)
        if rules.opens_to_home(home_knows, self.for_guardians_because):
            self.for_guardians, self.for_guardians_because = self.ForGuardians.YES, ""
            self.save(update_fields=["for_guardians", "for_guardians_because"])
        if self.tier is None:
            self.mark(1, because=FIRST, by=by, at=at)
        tell(self.subject_id, self.wall, rules.EVENTS[to], by=by.pk, at=at, record=self.pk,
             for_guardians=self.for_guardians)
        Outcome.give(
            rules.word_for(to, because), to=self.raised_by_id, by=by, at=at, signal_id=self.pk,
            nameless_id=self.nameless_id,
        )


class SignalBody(WalledBody):
    """What was seen, and what has been said to the child and the guardians."""

    head = models.OneToOneField(Signal, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()
    said_child = models.TextField(blank=True)
    said_guardian = models.TextField(blank=True)
    raised_name = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "signal bodies"


class Handling(Walled):
    """A step taken with a concern: taken care of, trying something, further on, closed with its reason."""

    wrong_child = Closed(within="signal")

    may_change = False

    class Kind(models.TextChoices):
        TAKEN = State.TAKEN, _("Taken care of")
        TRYING = State.TRYING, _("Trying something")
        ONWARD = State.ONWARD, _("Taken further")
        CLOSED = State.CLOSED, _("Closed")

    class Because(models.TextChoices):
        SOLVED = "solved", _("What was tried helped")
        GONE = "gone", _("There is nothing to worry about any more")
        JOINED = "joined", _("It is taken care of together with another concern")
        ELSEWHERE = "elsewhere", _("The child gets help elsewhere")

    signal = models.ForeignKey(Signal, models.PROTECT, related_name="handlings")
    kind = models.CharField(max_length=8, choices=Kind)
    because = models.CharField(max_length=10, choices=Because, blank=True)
    follow_up_on = models.DateField(null=True)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(
                name="handling_closes_with_a_reason",
                condition=models.Q(kind=State.CLOSED, because__gt="")
                | ~models.Q(kind=State.CLOSED) & models.Q(because=""),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["signal", "written_at"])]


def standing(signals: models.QuerySet) -> models.QuerySet:
    """Each with its `latest` step, those that are closed left out, the oldest first."""
    steps = Handling.objects.filter(signal=OuterRef("pk")).order_by("-written_at").values("kind")[:1]
    latest = signals.annotate(latest=Coalesce(Subquery(steps), models.Value(State.RAISED.value)))
    return latest.exclude(latest=State.CLOSED).order_by("written_at")
