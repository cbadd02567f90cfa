"""The way out to a concern report: whom to ring, and the reporter's own note that it has been done."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.journey.telling import notify
from samling.kernel.answer import insist
from samling.kernel.categories import Category, wall
from samling.people.models import Branch, Capacity, Child, Organisation
from samling.people.models.staff import FAMILY_ROLES
from samling.records.shape import Dated, DatedQuerySet, Record, runs_forward

from .. import rules
from .raised import workplace


class ReportContact(Record, Dated):
    """Where a municipality receives concern reports, by day and by night. Reference data, dated."""

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    municipality_code = models.CharField(max_length=4)
    name = models.CharField(_("name"), max_length=120)
    phone = models.CharField(max_length=40)
    hours = models.CharField(max_length=80, blank=True)
    phone_after_hours = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=200, blank=True)
    url = models.URLField(blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("reportcontact_runs_forward")]
        indexes = [models.Index(fields=["municipality_code"])]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, organisation: Organisation, at: dt.datetime) -> "models.QuerySet[ReportContact]":
        """What one organisation has said about where reports are received, by name."""
        return cls.objects.standing(at).filter(organisation=organisation).order_by("name")

    @classmethod
    def near(cls, capacity: Capacity | None, at: dt.datetime) -> "list[ReportContact]":
        """The contacts of the municipality one works in, or whose school the family's child goes to."""
        if capacity is None:
            return []
        if capacity.role in FAMILY_ROLES:
            codes = list(Child.objects.values_list("unit__municipality_code", flat=True).distinct())
        else:
            codes = [workplace(capacity).municipality_code]
        return list(cls.objects.standing(at).filter(municipality_code__in=codes).order_by("name"))


class ReportStub(Walled):
    """The reporter's note: when, to whom, when to hear back. Never what the report says (OSL 40:7 g)."""

    wrong_child = Closed(because="only its writer reads it")

    may_change = False

    reported_on = models.DateField()
    sent_to = models.CharField(max_length=120)
    feedback_due_on = models.DateField()

    @classmethod
    @transaction.atomic
    def note(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "ReportStub":
        """Keep the note in the report compartment beside one's own; no story and no other reader."""
        child = told["child"]
        guard.lock_child(child)
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        beside = branch_beside(by)
        insist(rules.may_keep_note(has_place=beside is not None))
        assert beside is not None
        stub = cls(
            pk=pk, subject_id=child, wall=wall(beside.number, Category.REPORT), written_by=by, written_at=at,
            for_guardians=cls.ForGuardians.NO, for_guardians_because="report",
            reported_on=told["reported_on"], sent_to=told["sent_to"], feedback_due_on=told["feedback_due_on"],
        )
        stub.save(force_insert=True)
        notify(by.pk, rules.HEAR_BACK, by=by.pk, at=at, record=pk, due=stub.feedback_due_on)
        return stub


def branch_beside(capacity: Capacity) -> Branch | None:
    """The report compartment that hangs on the branch one works in; None where the own records are used."""
    return Branch.objects.filter(hangs_on_id=workplace(capacity).branch_id, domain="report").first()
