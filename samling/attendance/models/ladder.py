"""The local ladder as dated reference data: an organisation's own steps, or the shipped ones."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import get_language, gettext

from samling.records.shape import Dated, DatedQuerySet, Record, runs_forward

from ..reference import LADDERS, SHIPPED
from ..rules_ladder import Measure, Step, Trigger


class LadderStep(Record, Dated):
    """One step of an organisation's own ladder, from a date: its triggers as rows of rules_ladder.Trigger."""

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title_sv = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120, blank=True)
    does_sv = models.CharField(max_length=300)
    does_en = models.CharField(max_length=300, blank=True)
    triggers = models.JSONField(default=list)
    role = models.CharField(max_length=30, blank=True)
    days = models.PositiveSmallIntegerField(default=0)
    is_inquiry = models.BooleanField(default=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("ladderstep_runs_forward")]
        indexes = [models.Index(fields=["organisation", "number"])]

    @property
    def step(self) -> Step:
        """The step as the rules know it, in the reader's language."""
        swedish = (get_language() or "sv").startswith("sv")
        title, does = (self.title_sv, self.does_sv) if swedish else (self.title_en, self.does_en)
        triggers = tuple(Trigger(Measure(kind), *numbers) for kind, *numbers in self.triggers)
        return Step(self.number, title or self.title_sv, does or self.does_sv, triggers, self.role, self.days,
                    self.is_inquiry)  # fmt: skip

    @classmethod
    def of(cls, organisation: UUID, at: dt.datetime) -> list[Step]:
        """The steps that stand for an organisation, the lowest first."""
        own = [row.step for row in cls.objects.standing(at).filter(organisation_id=organisation).order_by("number")]
        return own or [_said(step) for step in LADDERS[SHIPPED][0]]

    @classmethod
    def source(cls, organisation: UUID, at: dt.datetime) -> str:
        """Whose ladder it is, in a few words."""
        if cls.objects.standing(at).filter(organisation_id=organisation).exists():
            return gettext("The municipality's own ladder")
        return gettext(LADDERS[SHIPPED][1])


def _said(step: Step) -> Step:
    return Step(step.number, gettext(step.title), gettext(step.does), step.triggers, step.role, step.days,
                step.is_inquiry)  # fmt: skip


def inquiry_days(steps: list[Step]) -> int:
    """Within how many days an inquiry is done, by the ladder that stands."""
    found: Any = next((step.days for step in steps if step.is_inquiry and step.days), None)
    return found or next(step.days for step in LADDERS[SHIPPED][0] if step.is_inquiry)
