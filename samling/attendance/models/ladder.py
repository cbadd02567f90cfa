"""The local ladder as dated reference data: an organisation's own steps, or the shipped ones."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import get_language, gettext, override

from samling.people.models import Settled
from samling.records.question import Question

from ..reference import LADDERS, SHIPPED
from ..rules_inquiry import HANDS
from ..rules_ladder import MOST_WEEKS, Measure, Step, Trigger

__all__ = ["HANDS", "MOST_WEEKS", "LadderStep", "Measure", "Step", "Trigger", "inquiry_days", "published", "standing", "steps"]


class LadderStep(Settled):
    """One step of an organisation's own ladder from a day on; or that from that day there is no such step.

    Triggers are rows of rules_ladder.Trigger. As long as no own step stands, the shipped ladder holds.
    """

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    is_ended = models.BooleanField(default=False)
    title_sv = models.CharField(max_length=120, blank=True)
    title_en = models.CharField(max_length=120, blank=True)
    does_sv = models.CharField(max_length=300, blank=True)
    does_en = models.CharField(max_length=300, blank=True)
    triggers = models.JSONField(default=list)
    role = models.CharField(max_length=30, blank=True)
    days = models.PositiveSmallIntegerField(default=0)
    is_inquiry = models.BooleanField(default=False)

    class Meta(Settled.Meta):
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
    def kept(cls, organisation: UUID) -> "list[LadderStep]":
        """Every row that was not taken back, the latest first."""
        return _kept(organisation)

    @classmethod
    def of(cls, organisation: UUID, at: dt.datetime) -> list[Step]:
        """The steps that stand for an organisation, the lowest first."""
        return steps(cls.kept(organisation), at)

    @classmethod
    def source(cls, organisation: UUID, at: dt.datetime) -> str:
        """Whose ladder it is, in a few words."""
        own = standing(cls.kept(organisation), at)
        return gettext("The organisation's own ladder") if own else gettext(LADDERS[SHIPPED][1])


@Question
def _kept(organisation: Any) -> models.QuerySet:
    return LadderStep.objects.filter(organisation_id=organisation, withdrawn_at=None).latest_first()


def standing(rows: Iterable[LadderStep], at: dt.datetime) -> list[LadderStep]:
    """The own steps in force at a moment, the lowest first; `rows` come the latest first."""
    newest: dict[int, LadderStep] = {}
    for row in rows:
        if row.from_at <= at:
            newest.setdefault(row.number, row)
    return sorted((row for row in newest.values() if not row.is_ended), key=lambda row: row.number)


def steps(rows: Iterable[LadderStep], at: dt.datetime) -> list[Step]:
    """The ladder that these rows make at a moment: their own steps, or the shipped ones."""
    return [row.step for row in standing(rows, at)] or [_said(step) for step in LADDERS[SHIPPED][0]]


def published(code: str) -> list[dict[str, Any]]:
    """A published ladder's steps as columns of a LadderStep, in both languages. Raises KeyError."""
    return [_columns(step) for step in LADDERS[code][0]]


def _columns(step: Step) -> dict[str, Any]:
    told: dict[str, Any] = {"number": step.number, "role": step.role, "days": step.days, "is_inquiry": step.is_inquiry,
                            "triggers": [list(one) for one in step.triggers]}  # fmt: skip
    for language in ("sv", "en"):
        with override(language):
            told |= {f"title_{language}": gettext(step.title), f"does_{language}": gettext(step.does)}
    return told


def _said(step: Step) -> Step:
    return Step(step.number, gettext(step.title), gettext(step.does), step.triggers, step.role, step.days,
                step.is_inquiry)  # fmt: skip


def inquiry_days(steps: list[Step]) -> int:
    """Within how many days an inquiry is done, by the ladder that stands."""
    found: Any = next((step.days for step in steps if step.is_inquiry and step.days), None)
    return found or next(step.days for step in LADDERS[SHIPPED][0] if step.is_inquiry)
