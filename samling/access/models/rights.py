"""Dated rows decide, live: assignment, ground, disclosure, joint team and protected reader.

Nothing here is written by a page: guard functions make and end these rows and judge who may.
"""

from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.records.acting import once
from samling.records.question import Question
from samling.records.shape import Dated, DatedQuerySet, Record, paired, runs_forward


class Assignment(Record, Dated):
    """This capacity, or everyone in this unit whose role may, works with this child: so these walls."""

    policy = "plain"

    class Reach(models.TextChoices):
        FULL = "full", _("works with the child")
        WRITER = "writer", _("may write, and read what they wrote")

    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="assignments")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    walls = ArrayField(models.IntegerField())
    reach = models.CharField(max_length=6, choices=Reach, default=Reach.FULL)
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    because = models.CharField(max_length=200)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    taken_over_from = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            runs_forward("assignment_runs_forward"),
            models.CheckConstraint(
                name="assignment_to_a_capacity_or_a_unit",
                condition=models.Q(capacity=None, unit__isnull=False) | models.Q(capacity__isnull=False, unit=None),
            ),
        ]
        indexes = [
            models.Index(fields=["capacity"]),
            models.Index(fields=["unit"]),
            models.Index(fields=["subject"]),
        ]

    @classmethod
    def around(cls, child: UUID) -> "list[Assignment]":
        """Every full assignment about a child there has been, the oldest first; asked once while a page reads."""
        return list(once(("assignments", child), lambda: _around(child)))


@Question
def _around(child: Any) -> models.QuerySet:
    rows = Assignment.objects.filter(subject_id=child, reach=Assignment.Reach.FULL)
    return rows.select_related("unit").order_by("from_at", "id")


class Ground(Record, Dated):
    """A recipient may be given these walls about this child, on this legal basis. Shows nothing by itself."""

    policy = "plain"

    class Basis(models.TextChoices):
        CONSENT = "consent", _("consent (OSL 10:1, 12:2)")
        HARM_TEST = "harm_test", _("harm test")
        GENERAL_CLAUSE = "general_clause", _("general clause (OSL 10:27)")
        OSL_25_12 = "osl_25_12", _("necessary support, from health care (OSL 25:12)")
        OSL_25_13A = "osl_25_13a", _("necessary support, from school health (OSL 25:13 a)")
        OSL_26_9 = "osl_26_9", _("necessary care or support, from social services (OSL 26:9)")
        DUTY = "duty", _("duty to disclose (OSL 10:28)")
        NEED_TO_KNOW = "need_to_know", _("same activity, needed for the work")
        OTHER_LAW = "other_law", _("other law")
        BREAK_GLASS = "break_glass", _("emergency opening")

    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    walls = ArrayField(models.IntegerField())
    to_capacity = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    to_unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    to_branch = models.ForeignKey("people.Branch", models.PROTECT, null=True, related_name="+")
    basis = models.CharField(max_length=16, choices=Basis)
    paragraph = models.CharField(max_length=60, blank=True)
    because = models.CharField(max_length=400)
    decided_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            runs_forward("ground_runs_forward"),
            models.CheckConstraint(
                name="ground_has_one_recipient",
                condition=models.Q(to_capacity__isnull=False, to_unit=None, to_branch=None)
                | models.Q(to_capacity=None, to_unit__isnull=False, to_branch=None)
                | models.Q(to_capacity=None, to_unit=None, to_branch__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["subject"]),
            models.Index(fields=["to_capacity"]),
            models.Index(fields=["to_unit"]),
            models.Index(fields=["to_branch"]),
        ]


class GroundConsent(Record):
    """A ground that rests on a consent stands only while the consent does, judged in the same statement."""

    policy = "plain"

    ground = models.ForeignKey(Ground, models.PROTECT, related_name="rests_on")
    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    consent_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["ground"]), models.Index(fields=["consent_id"])]


class Disclosure(Record):
    """The act of telling across a wall: one record, or a category from a date, while its ground stands."""

    policy = "plain"

    ground = models.ForeignKey(Ground, models.PROTECT, related_name="disclosures")
    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    wall = models.IntegerField()
    record_id = models.UUIDField(null=True)
    since_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            paired("ended_at", "ended_by"),
            models.CheckConstraint(
                name="disclosure_of_a_record_or_a_category",
                condition=models.Q(record_id=None, since_at__isnull=False)
                | models.Q(record_id__isnull=False, since_at=None),
            ),
        ]
        indexes = [models.Index(fields=["ground"]), models.Index(fields=["subject"])]


class JointTeam(Record, Dated):
    """A recorded decision that people employed on both sides work as one team (domain reference 6.3)."""

    policy = "plain"

    name = models.CharField(max_length=120)
    decision = models.CharField(max_length=200)
    decided_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("jointteam_runs_forward")]

    def __str__(self) -> str:
        return self.name


class JointMember(Record, Dated):
    """A capacity that belongs to a joint team."""

    policy = "plain"

    team = models.ForeignKey(JointTeam, models.PROTECT, related_name="members")
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    class Meta:
        constraints = [runs_forward("jointmember_runs_forward")]
        indexes = [models.Index(fields=["capacity"]), models.Index(fields=["team"])]


class ProtectedReader(Record, Dated):
    """A named person who may read about a child with protected identity (domain reference 6.11)."""

    policy = "closed"

    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    class Meta:
        constraints = [runs_forward("protectedreader_runs_forward")]
        indexes = [models.Index(fields=["subject", "capacity"])]
