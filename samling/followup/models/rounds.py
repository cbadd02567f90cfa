"""A round of follow-up: one of the five times, a light check, or what follows a meeting or a thing solved here."""

import datetime as dt
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.instruments.shape import Time
from samling.journey.models import Journey, journey_of, sides_of
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Capacity, Child, Setting
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import paired
from samling.ui.ways import way

from .. import rules
from ..reference import TIMES, choices


class Round(Walled):
    """A day on which people are asked. In the joint space (MATTER) of the journey, else with the child's own concern.

    It says when and at which time, and nothing of what anybody answered. `by_itself`: it came from what happened around the
    child (guard.plan_rounds), and `written_by` is whoever did that.
    """

    wrong_child = Closed(_("A day of follow-up"), by=("time",))

    time = models.CharField(max_length=12, choices=choices(TIMES))
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    by_itself = models.BooleanField(default=False)

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("done_at", "done_by")]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["due_on"])]

    @classmethod
    @transaction.atomic
    def plan(cls, child: Child, time: Time, due_on: dt.date, *, by: Capacity, at: dt.datetime, pk: UUID) -> "Round":
        """Set the day of a round, once. A start sets the day three months later too. Raises Refused."""
        guard.lock_child(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        insist(cls.may_plan(child, time, by))
        subject, behind = stands(child, by)
        made = cls(pk=pk, subject_id=subject, wall=behind, written_by=by, written_at=at, time=time, due_on=due_on)
        made.save(force_insert=True)
        tell(subject, behind, rules.EVENTS["planned"], by=by.pk, at=at, record=pk)
        if time is Time.T0 and not any(one.time == Time.T1 for one in of_child(child)):
            for later, day in rules.after(due_on, days(by, at)).items():
                cls(subject_id=subject, wall=behind, written_by=by, written_at=at, time=later, due_on=day).save(force_insert=True)
        return made

    @classmethod
    def may_plan(cls, child: Child, time: Time, by: Capacity) -> Answer:
        """Whether a round of this time may be set, and why."""
        subject, behind = stands(child, by)
        same = any(one.time == time and (time in rules.FORMAL or not one.done_at) for one in of_child(child))
        return rules.may_plan(writes=guard.my_access(subject).get(behind, False), has_same=same)

    @transaction.atomic
    def finish(self, *, by: Capacity, at: dt.datetime) -> None:
        """Everybody who is asked has been; a light check sets the day of the next. Raises Refused."""
        insist(rules.may_plan(writes=self.writes, has_same=False))
        if self.done_at:
            return  # the same button pressed twice
        self.done_at, self.done_by = at, by
        self.save(update_fields=["done_at", "done_by"])
        tell(self.subject_id, self.wall, rules.EVENTS["done"], by=by.pk, at=at, record=self.pk)
        if self.time == Time.LIGHT:
            Round(subject_id=self.subject_id, wall=self.wall, written_by=by, written_at=at, time=Time.LIGHT,
                  due_on=rules.next_light(day(at), days(by, at))).save(force_insert=True)  # fmt: skip

    @transaction.atomic
    def move(self, due_on: dt.date, *, by: Capacity, at: dt.datetime) -> None:
        """Another day. Raises Refused."""
        insist(rules.may_move(writes=self.writes, is_done=self.done_at is not None))
        if due_on == self.due_on:
            return
        self.due_on = due_on
        self.save(update_fields=["due_on"])
        tell(self.subject_id, self.wall, rules.EVENTS["moved"], by=by.pk, at=at, record=self.pk)

    @cached_property
    def writes(self) -> bool:
        """Whether I may write where it stands."""
        return guard.my_access(self.subject_id).get(self.wall, False)

    @cached_property
    def child(self) -> Child | None:
        """The child as I know her."""
        if not self.is_shared:
            return Child.objects.filter(pk=self.subject_id).select_related(*Child.beside).first()
        return mine(self.subject_id)

    @property
    def title(self) -> str:
        """Which time it is."""
        return gettext(TIMES[Time(self.time)])

    def get_absolute_url(self) -> str:
        """Where one asks for it."""
        return way("followup:round", self.pk)


def going() -> models.Q:
    """Nobody is asked in a closed matter: the calls after it rest on a yes of their own (decision 83). Opened again, its days are back."""
    closed = models.Exists(Journey.objects.filter(pk=models.OuterRef("subject_id"), closed_at__isnull=False))
    return ~closed | models.Q(done_at__isnull=False)


def mine(journey: UUID) -> Child | None:
    """My side's row of the child of a journey."""
    return next(iter(_mine(journey)), None)


@Question
def _mine(journey: Any) -> models.QuerySet:
    return Child.objects.mine().filter(parties__journey_id=journey, parties__ended_at=None).select_related(*Child.beside)


def stands(child: Child, by: Capacity) -> tuple[UUID, int]:
    """Subject and wall of a round: the joint space, or before there is one the wall of concerns where the child's row is."""
    journey = journey_of(child.pk)
    if journey:
        return journey, wall(SHARED_BRANCH, Category.MATTER)
    return child.pk, wall(child.branch.number, Category.CONCERN)


def of_child(child: Child) -> list[Round]:
    """The rounds around a child that one may read, the earliest day first."""
    return list(_of([child.pk, *(one.journey for one in sides_of(child.pk))]))


@Question
def _of(subjects: Any) -> models.QuerySet:
    return Round.objects.filter(going(), subject_id__among=subjects, withdrawn_at=None).order_by("due_on", "time")


def next_of(child: Child) -> Round | None:
    """The round that is next, or whose day has come first."""
    return _next.first([child.pk, *(one.journey for one in sides_of(child.pk))])


@Question
def _next(subjects: Any) -> models.QuerySet:
    rows = Round.objects.filter(going(), subject_id__among=subjects, withdrawn_at=None, done_at=None)
    return rows.order_by("due_on", "time")[:1]


def days(by: Capacity, at: dt.datetime) -> dict[Time, int]:
    """The days that the organisation of the one who acts has settled."""
    return {time: Setting.number(f"deadline.{time.lower()}_days", at, capacity=by.pk) for time in rules.DAYS}


def day(at: dt.datetime) -> dt.date:
    """The day of a moment, in Stockholm."""
    return at.astimezone(STOCKHOLM).date()
