"""*Gallringsstopp*: records that are kept whatever the rule of disposal says."""

import datetime as dt

from django.db import models

from samling.records.clock import STOCKHOLM
from samling.records.shape import Dated, Record, paired, runs_forward


class Hold(Record, Dated):
    """A legal hold on the records of an authority and activity, or of one unit in it, with its reason.

    Set and ended by the records officer alone, through the guard. It names no child.
    """

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    branch = models.ForeignKey("people.Branch", models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [runs_forward("hold_runs_forward"), paired("ended_at", "ended_by")]

    def __str__(self) -> str:
        return str(self.unit or self.branch)

    @property
    def from_on(self) -> dt.date:
        """Its first day, in Stockholm."""
        return self.from_at.astimezone(STOCKHOLM).date()

    @property
    def last_on(self) -> dt.date | None:
        """Its last day, in Stockholm; None where no end is known."""
        return (self.until_at - dt.timedelta(microseconds=1)).astimezone(STOCKHOLM).date() if self.until_at else None

    def is_over(self, at: dt.datetime) -> bool:
        """Whether it has ended."""
        return self.until_at is not None and self.until_at <= at
