"""A goal in somebody's own words, which nobody edits; the staff's wording and scale stand beside."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.people.models import Capacity
from samling.records.shape import paired

from .plans import Plan
from .wordings import Wording

SCALE = ("minus_two", "minus_one", "zero", "plus_one", "plus_two")


class Goal(Walled):
    """A goal: who said it and when. Its words are a quotation (R24)."""

    noun = _("goal")
    wrong_child = Closed(_("A goal"))

    class Voice(models.TextChoices):
        CHILD = "child", _("the child")
        GUARDIAN = "guardian", _("a guardian")
        STAFF = "staff", _("someone who works with the child")

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    voice = models.CharField(max_length=8, choices=Voice)
    said_on = models.DateField()
    baseline = models.SmallIntegerField(default=-1)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    beside = ("plan",)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.CheckConstraint(name="goal_begins_below", condition=models.Q(baseline__in=(-2, -1))),
        ]

    @classmethod
    @transaction.atomic
    def add(cls, plan: Plan, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Goal":
        """Write down a goal, once. `told`: words, name, voice, said_on, baseline, wording and the five steps."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        plan.insist_writes()
        made = cls(pk=pk, plan=plan, voice=told["voice"], said_on=told["said_on"], baseline=told["baseline"],
                   for_child=True, **plan.stamp(by, at))  # fmt: skip
        made.save(force_insert=True)
        GoalBody(head=made, subject_id=made.subject_id, wall=made.wall, words=told["words"], name=told["name"]).save(
            force_insert=True
        )
        Wording.write(plan, made.pk, {name: told.get(name, "") for name in ("wording", *SCALE)}, seen=0, by=by, at=at)
        plan.tell("goal added", by=by, at=at, record=made.pk)
        return made

    @transaction.atomic
    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is no goal any more; what was promised for it stays."""
        if self.ended_at:
            return
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])
        self.plan.tell("goal ended", by=by, at=at, record=self.pk)

    def get_absolute_url(self) -> str:
        """The goal's page."""
        return reverse("plan:goal", args=[self.pk])


class GoalBody(WalledBody):
    """The words as they were said. No column of it can be changed."""

    head = models.OneToOneField(Goal, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField()
    name = models.CharField(max_length=80)

    class Meta:
        verbose_name_plural = "goal bodies"


class GoalMark(Walled):
    """How far a goal had come on a day, on its own scale, and according to whom."""

    wrong_child = Closed(within="goal")

    may_change = False

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="marks")
    level = models.SmallIntegerField()
    voice = models.CharField(max_length=8, choices=Goal.Voice)
    on = models.DateField()

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(name="goalmark_is_on_the_scale", condition=models.Q(level__gte=-2, level__lte=2)),
        ]

    @classmethod
    def put(cls, goal: Goal, level: int, voice: str, *, by: Capacity, at: dt.datetime, on: dt.date, pk: UUID) -> "GoalMark":
        """Say how far it has come, once."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        made = cls(pk=pk, goal=goal, level=level, voice=voice, on=on, **goal.plan.stamp(by, at))
        made.save(force_insert=True)
        return made
