"""What organisations have agreed on paper about how one of them takes part in a child's joint matter."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.records.clock import STOCKHOLM
from samling.records.shape import Dated, DatedQuerySet, Record, paired, runs_forward


class Agreement(Record, Dated):
    """An organisation and a branch of another have agreed on a way of taking part, in a document with a number."""

    policy = "plain"

    class How(models.TextChoices):
        SPACE = "space", _("in the shared space")
        COPY = "copy", _("gets a copy")

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="agreements")
    with_branch = models.ForeignKey("people.Branch", models.PROTECT, related_name="+")
    how = models.CharField(max_length=8, choices=How)
    number = models.CharField(max_length=60)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("agreement_runs_forward"), paired("ended_at", "ended_by")]

    def __str__(self) -> str:
        return f"{self.with_branch}: {self.number}"

    @property
    def from_on(self) -> dt.date:
        """Its first day, in Stockholm."""
        return self.from_at.astimezone(STOCKHOLM).date()

    @property
    def last_on(self) -> dt.date | None:
        """Its last day, if one is set."""
        return (self.until_at - dt.timedelta(seconds=1)).astimezone(STOCKHOLM).date() if self.until_at else None

    @classmethod
    def ways(cls, organisation: UUID, branches: Iterable[UUID], at: dt.datetime) -> dict[UUID, str]:
        """How each of these branches takes part by an agreement in force; the latest counts."""
        rows = cls.objects.standing(at).filter(organisation_id=organisation, with_branch_id__in=set(branches))
        return {row.with_branch_id: row.how for row in rows.order_by("from_at", "written_at")}
