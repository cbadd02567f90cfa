"""What an organisation has settled for itself, as dated rows; what it has not settled is as shipped."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext

from samling.kernel.settable import KNOWN, Known
from samling.records.acting import once, recall
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import Record, paired


class SettledQuerySet(models.QuerySet):
    """Lists of rows of which the newest that has come counts."""

    def latest_first(self) -> "SettledQuerySet":
        """By their first day, and of one day by when they were written; what was carried over was written before all."""
        return self.order_by("-from_at", models.F("written_at").desc(nulls_last=True))


class Settled(Record):
    """A row that holds from a day on, with the decision behind it, until a newer one has come.

    Rows are made by the guard alone and never change anything that has been. One that has not begun can be taken
    back; all stay as history.
    """

    from_at = models.DateTimeField()
    decision = models.CharField(max_length=200)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = SettledQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [paired("written_at", "written_by"), paired("withdrawn_at", "withdrawn_by")]

    @property
    def from_on(self) -> dt.date:
        """Its first day, in Stockholm."""
        return self.from_at.astimezone(STOCKHOLM).date()


class Setting(Settled):
    """One value of one known setting. An empty value goes back to what Samling comes with."""

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="settings")
    code = models.CharField(max_length=40)
    value = models.CharField(max_length=120, blank=True)

    class Meta(Settled.Meta):
        indexes = [models.Index(fields=["organisation", "code", "from_at"])]

    def __str__(self) -> str:
        return f"{self.code}: {self.value or '–'}"

    @property
    def known(self) -> Known:
        """What it is a value of."""
        return KNOWN[self.code]

    @classmethod
    def number(cls, code: str, at: dt.datetime, **whose: Any) -> int:
        """A number in force: `organisation=` or `capacity=` says whose. As shipped where nothing is settled."""
        return int(cls.text(code, at, **whose))

    @classmethod
    def text(cls, code: str, at: dt.datetime, **whose: Any) -> str:
        """A value in force, as text."""
        known = KNOWN[code]
        own = next((row for row in cls._settled(**whose) if row.code == code and row.from_at <= at), None)
        if own is None or not known.accepts(own.value):
            return known.shipped_on(at.astimezone(STOCKHOLM).date())
        return own.value

    @classmethod
    def tiers(cls, at: dt.datetime, **whose: Any) -> dict[int, str]:
        """The three tiers of support by number, as they are called where one works."""
        return {number: gettext(cls.text(f"tier.{number}", at, **whose)) for number in (1, 2, 3)}

    @classmethod
    def _settled(cls, *, organisation: UUID | None = None, capacity: UUID | None = None) -> "list[Setting]":
        """Everything an organisation has settled, the latest first; asked once while a page reads."""
        organisation = organisation or recall(("organisation", capacity))
        whose, ask = (organisation, _of_organisation) if organisation else (capacity, _of_capacity)
        return once(("settings", whose), lambda: ask(whose))


@Question
def _of_organisation(organisation: Any) -> models.QuerySet:
    return Setting.objects.filter(organisation_id=organisation, withdrawn_at=None).latest_first()


@Question
def _of_capacity(capacity: Any) -> models.QuerySet:
    near = Setting.objects.filter(organisation__branches__units__capacities=capacity, withdrawn_at=None)
    return near.latest_first()
