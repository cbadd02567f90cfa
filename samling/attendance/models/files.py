"""A file of attendance on its way in: what is mapped is staged for its importer alone, and forgotten afterwards."""

import datetime as dt
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property

from samling.records.shape import Record, paired


class AttendanceFile(Record):
    """One file being read in by one capacity: what it is, how far it has come and what became of it. No content."""

    policy = "plain"
    may_change = True

    class Kind(models.TextChoices):
        WEEKS = "weeks"  # a row is a child's week
        DAYS = "days"  # a row is a child's day or lesson

    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind)
    digest = models.CharField(max_length=64)
    columns = models.JSONField()  # per staged column what it holds, in the words of samling.intake
    rows = models.PositiveIntegerField()
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    applied_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True)  # when a large file was asked to be applied
    asked_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    forgotten_at = models.DateTimeField(null=True)  # when its staged rows were emptied
    receipt = models.JSONField(default=dict)  # counts alone

    class Meta:
        constraints = [
            paired("written_at", "written_by"), paired("applied_at", "applied_by"),
            paired("cancelled_at", "cancelled_by"), paired("asked_at", "asked_by"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["written_by", "written_at"])]

    def get_absolute_url(self) -> str:
        """The page of the file."""
        return reverse("intake:file", args=[self.pk])

    @property
    def fields(self) -> list[str]:
        """What the staged columns hold."""
        found: list[str] = self.columns["fields"]
        return found

    def passed(self) -> tuple[int, int]:
        """How many rows have been checked, of how many."""
        checked = self.parts.exclude(checked_at=None).aggregate(rows=models.Sum("size"))["rows"]
        return checked or 0, self.rows

    @cached_property
    def is_checked(self) -> bool:
        """Whether every row has been checked."""
        return not self.parts.filter(checked_at=None).exists()

    @cached_property
    def unknown(self) -> int:
        """Rows about pupils who are no children here, or not for the importer to see: the two look alike."""
        return self.parts.aggregate(rows=models.Sum("unknown"))["rows"] or 0

    @cached_property
    def faults(self) -> int:
        """How much has to be mended."""
        many = models.Func(models.F("problems"), function="jsonb_array_length", output_field=models.IntegerField())
        return self.parts.aggregate(faults=models.Sum(many))["faults"] or 0

    def ask(self, *, by: UUID, at: dt.datetime) -> None:
        """Note that it is to be applied, while the page may be closed."""
        self.asked_at, self.asked_by_id = at, by
        self.save(update_fields=["asked_at", "asked_by"])

    @classmethod
    def mine(cls, by: UUID) -> "models.QuerySet[AttendanceFile]":
        """What a capacity has read in or is about to, the latest first."""
        return cls.objects.filter(written_by_id=by).order_by("-written_at")

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be applied."""
        return not (self.applied_at or self.cancelled_at or self.forgotten_at)


class FilePart(Record):
    """Some rows of a file: first as they were written, and once checked as child, week and minutes alone."""

    policy = "plain"

    file = models.ForeignKey(AttendanceFile, models.PROTECT, related_name="parts")
    number = models.PositiveIntegerField()
    first_row = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    lines = models.JSONField(default=list)
    problems = models.JSONField(default=list)  # [row, column, code]: never what stands in the cell
    unknown = models.PositiveIntegerField(default=0)  # rows about pupils who are no children here
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="filepart_comes_once", fields=["file", "number"])]


class ColumnMap(Record):
    """What the columns of a sender's file hold, remembered by an organisation: no header is kept, only a digest."""

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    columns = models.JSONField()
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [paired("written_at", "written_by")]
        indexes = [models.Index(fields=["organisation", "fingerprint"])]

    @classmethod
    def known(cls, organisation: UUID, fingerprint: str) -> list[str] | None:
        """The columns as they were said last for files of this kind; None for a new sender."""
        rows = cls.objects.filter(organisation_id=organisation, fingerprint=fingerprint).order_by("-written_at")
        latest = rows.values_list("columns", flat=True).first()
        return list(latest) if latest else None

    @classmethod
    def remember(cls, organisation: UUID, fingerprint: str, columns: list[str], *, by: UUID, at: dt.datetime) -> None:
        """Keep what was said, unless it is known already."""
        if cls.known(organisation, fingerprint) != columns:
            cls(
                organisation_id=organisation, fingerprint=fingerprint, columns=columns, written_by_id=by, written_at=at
            ).save(force_insert=True)  # fmt: skip
