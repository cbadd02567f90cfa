"""What one answers when the social services ask for an inquiry (SoL 20:6): the day, to whom, and that it has been sent."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.concern.models.reports import branch_beside
from samling.journey.models import Notice, Party
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity
from samling.records.shape import paired

from .. import rules
from .places import part_of


class Contribution(Walled):
    """That the committee has asked and been answered, kept beside the school's compartment; never what the answer says.

    Nobody but its writer reads it: no role, no party in a shared space, nobody at home, and no look is made of it.
    """

    class How(models.TextChoices):
        PAPER = "paper", _("In writing")
        MEETING = "meeting", _("In a meeting")
        PHONE = "phone", _("By phone, and then in writing")

    noun = _("an answer to an inquiry")
    wrong_child = Closed(because="only its writer reads it")

    asked_on = models.DateField()
    sent_to = models.CharField(max_length=120)
    due_on = models.DateField()
    how = models.CharField(max_length=7, choices=How, blank=True)
    answered_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("sent_at", "sent_by")]

    @staticmethod
    def may_note(by: Capacity) -> Answer:
        """Whether there is a place for it beside the own compartment."""
        return rules.may_note_answer(has_place=by.unit_id is not None and branch_beside(by) is not None)

    @staticmethod
    def in_team(child: UUID) -> bool:
        """Whether the child's row takes part in a journey with others: whoever works with it, works there with the team."""
        part = part_of(child)
        others = Party.objects.filter(journey_id=part.journey_id, accepted_at__isnull=False, ended_at=None) if part else None
        return others is not None and others.count() > 1

    @classmethod
    @transaction.atomic
    def note(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Contribution":
        """The committee has asked. `told`: child, asked_on, sent_to, due_on, sure. Raises Refused."""
        insist(cls.may_note(by))
        guard.lock_child(told["child"])
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        insist(rules.may_answer(in_team=cls.in_team(told["child"]), sure=told["sure"]))
        beside = branch_beside(by)
        assert beside is not None
        made = cls(
            pk=pk, subject_id=told["child"], wall=wall(beside.number, Category.REPORT), written_by=by, written_at=at,
            for_guardians=cls.ForGuardians.NO, for_guardians_because="inquiry",
            **{name: told[name] for name in ("asked_on", "sent_to", "due_on")},
        )  # fmt: skip
        made.save(force_insert=True)
        notify(by.pk, rules.ANSWER_DUE, by=by.pk, at=at, record=pk, due=made.due_on)
        return made

    @transaction.atomic
    def answer(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """It has been sent: when and how. Noted twice it is noted once."""
        if self.sent_at:
            return
        self.answered_on, self.how, self.sent_at, self.sent_by = told["answered_on"], told["how"], at, by
        self.save(update_fields=["answered_on", "how", "sent_at", "sent_by"])
        Notice.objects.filter(record_id=self.pk, kind=rules.ANSWER_DUE, done_at=None).update(done_at=at)
