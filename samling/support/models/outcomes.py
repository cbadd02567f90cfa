"""How a support goes: asked of whoever gives it, the child or a guardian. Every answer is kept."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.adaptations.models import Evaluation
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.records.clock import STOCKHOLM

from .. import rules
from ..rules import State
from .apart import Routine
from .supports import Support


class Outcome(Walled):
    """How it went, on the same five steps as an adaptation, and according to whom."""

    wrong_child = Closed(within="support")

    class Voice(models.TextChoices):
        GIVER = "giver", _("We who give it")
        CHILD = "child", _("The child")
        GUARDIAN = "guardian", _("A guardian")

    noun = _("how a support goes")

    support = models.ForeignKey(Support, models.PROTECT, related_name="outcomes")
    result = models.CharField(max_length=14, choices=Evaluation.Result)
    voice = models.CharField(max_length=8, choices=Voice)

    class Meta(Walled.Meta):
        indexes = [*Walled.Meta.indexes, models.Index(fields=["support", "written_at"])]

    @classmethod
    @transaction.atomic
    def say(cls, about: Support, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Outcome":
        """Say how it goes and what happens now, once. `told`: result, voice, text, then, again_on, for_all. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        insist(rules.may_evaluate(ended=about.is_ended, asked=about.outcomes.filter(withdrawn_at=None).exists()))
        made = cls._write(about, told, by=by, at=at, pk=pk)
        if told.get("for_all") and about.code and by.unit:
            said = {"unit": by.unit, "code": about.code, "title": "", "since_on": at.astimezone(STOCKHOLM).date()}
            Routine.note(said, by=by, at=at, pk=uuid4())
        if about.is_ended:
            return made
        if told["then"] == "end":
            about.step(State.ENDED, by=by, at=at, because=told["because"])
            return made
        if about.state == State.BEGUN:
            about.step(State.GOING, by=by, at=at)
        about.ask_again(told["again_on"], by=by, at=at)
        return made

    @classmethod
    def _write(cls, about: Support, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Outcome":
        shown = {"for_guardians": about.for_guardians, "for_guardians_because": about.for_guardians_because}
        if told["voice"] == cls.Voice.CHILD:
            shown = {"for_guardians": "child_decides", "for_guardians_because": "the child's words"}
        made = cls(
            pk=pk, subject_id=about.subject_id, wall=about.wall, written_by=by, written_at=at, support=about,
            result=told["result"], voice=told["voice"], **shown,
        )  # fmt: skip
        made.save(force_insert=True)
        OutcomeBody(head=made, subject_id=made.subject_id, wall=made.wall, text=told.get("text", "")).save(force_insert=True)
        return made


class OutcomeBody(WalledBody):
    """How it goes, in a sentence."""

    head = models.OneToOneField(Outcome, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "outcome bodies"
