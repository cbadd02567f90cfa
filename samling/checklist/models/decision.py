"""What came of a checklist: solved here with a day to ask again, or carried further."""

import datetime as dt
from collections.abc import Callable

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled
from samling.checklist import rules
from samling.concern.rules import State
from samling.journey.models import Notice
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child, Setting
from samling.records.shape import paired

from .sheet import Checklist

# Whether a decision "solved here" counts, in words; a later chapter puts its question here, which this one has never heard of.
COUNTS: "list[Callable[[Decision, Child], str]]" = []
# What a later chapter keeps open until a decision has been followed up, and closes then.
FOLLOWED: "list[Callable[[Decision, Capacity, dt.datetime], None]]" = []
FOLLOW_UP = "checklist-follow-up"
TRIAL = "checklist-trial"


def asked_again_on(by: Capacity, at: dt.datetime) -> dt.date:
    """The day on which one asks again whether it helped."""
    return rules.follow_up_day(rules.local_day(at), Setting.number("deadline.follow_up_weeks", at, capacity=by.pk))


class Decision(Walled):
    """The table's decision, until it is ended: the concern came back, or it goes further after all."""

    wrong_child = Closed(within="checklist")

    class Kind(models.TextChoices):
        SOLVED_HERE = "solved_here", _("solved here")
        FURTHER = "further", _("further")

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=12, choices=Kind)
    follow_up_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="decision_solved_here_is_asked_again",
                condition=Q(kind="solved_here", follow_up_on__isnull=False) | Q(kind="further", follow_up_on=None),
            ),
        ]

    @property
    def title(self) -> str:
        """What was decided."""
        return str(self.get_kind_display())

    @classmethod
    @transaction.atomic
    def decide(cls, checklist: Checklist, kind: str, *, seen: bool, by: Capacity, at: dt.datetime) -> "Decision":
        """The table decides; the one who says so asks again some weeks later. Raises Refused."""
        standing = checklist.decision
        insist(rules.may_decide(seen=seen, standing=standing.kind if standing else None, wanted=kind))
        if standing:
            standing.end(by=by, at=at)
        solved = kind == cls.Kind.SOLVED_HERE
        day = asked_again_on(by, at) if solved else None
        made = cls(**checklist.stamp(by, at), checklist=checklist, kind=kind, follow_up_on=day)
        made.save(force_insert=True)
        _remind(checklist, made, by=by, at=at)
        checklist.tell("checklist solved here" if solved else "checklist taken further", by=by, at=at)
        checklist.tell_signal(State.TRYING if solved else State.ONWARD, by=by, at=at)
        return made

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """It no longer stands, and its reminder is taken back."""
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])
        _done(self.checklist, at)

    @transaction.atomic
    def concern_is_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """The concern has come back: the decision falls and the checklist is open again. Raises Refused."""
        insist(rules.may_take_up(ended=bool(self.ended_at)))
        self.end(by=by, at=at)
        self.checklist.tell("concern came back", by=by, at=at)

    def may_follow_up(self, result: str = "", *, heard: bool = False) -> Answer:
        """Whether this can be followed up, and with this result."""
        already, ended = self.follow_ups.exists(), bool(self.ended_at)
        return rules.may_follow_up(kind=self.kind, already=already, ended=ended, result=result, heard=heard)

    @transaction.atomic
    def follow_up(
        self, result: str, *, asked_child: bool, asked_home: bool, by: Capacity, at: dt.datetime
    ) -> "FollowUp":
        """Six weeks later: solved, with the child or the home asked too, or further. Raises Refused."""
        insist(self.may_follow_up(result, heard=asked_child or asked_home))
        heard_of = {"asked_child": asked_child, "asked_home": asked_home}
        made = FollowUp(**self.checklist.stamp(by, at), decision=self, result=result, **heard_of)
        made.save(force_insert=True)
        _done(self.checklist, at)
        for close in FOLLOWED:
            close(self, by, at)
        if result == FollowUp.Result.FURTHER:
            Decision.decide(self.checklist, Decision.Kind.FURTHER, seen=True, by=by, at=at)
        else:
            self.checklist.tell("checklist followed up", by=by, at=at)
            self.checklist.tell_signal(State.CLOSED, by=by, at=at, because="solved")
        return made


class FollowUp(Walled):
    """What the follow-up found, and who besides the school was asked."""

    wrong_child = Closed(within="decision")

    may_change = False

    class Result(models.TextChoices):
        SOLVED = "solved", _("solved")
        FURTHER = "further", _("further")

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="follow_ups")
    result = models.CharField(max_length=8, choices=Result)
    asked_child = models.BooleanField(default=False)
    asked_home = models.BooleanField(default=False)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(
                name="followup_solved_by_more_than_the_school",
                condition=Q(result="further") | Q(asked_child=True) | Q(asked_home=True),
            ),
        ]


def _remind(checklist: Checklist, decision: Decision, *, by: Capacity, at: dt.datetime) -> None:
    """The holder asks again in six weeks; whoever starts something new is asked if it helped."""
    if decision.follow_up_on:
        notify(by.pk, FOLLOW_UP, by=by.pk, at=at, record=checklist.pk, subject=checklist.subject_id,
               due=decision.follow_up_on)  # fmt: skip
    latest = {line.place: line for line in checklist.trial_lines.order_by("version")}
    for line in latest.values():
        if line.starter_id and line.checked_on and not line.is_empty:
            notify(line.starter_id, TRIAL, by=by.pk, at=at, record=checklist.pk, subject=checklist.subject_id,
                   due=line.checked_on)  # fmt: skip


def _done(checklist: Checklist, at: dt.datetime) -> None:
    """The reminders of the one who acts are done; another's is hidden by the decision that has ended."""
    Notice.objects.filter(record_id=checklist.pk, kind=FOLLOW_UP, done_at=None).update(done_at=at)
