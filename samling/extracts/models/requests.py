"""Who asks, who has been named to prepare it, what was held back and why, and the copy of what was given.

Nothing here is written by a page: guard functions make these rows and judge who may.
"""

import datetime as dt
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed
from samling.people.models import Branch, Capacity, Child, Guardian, Setting
from samling.records.clock import STOCKHOLM
from samling.records.shape import Dated, DatedQuerySet, Record, runs_forward

from .. import rules
from ..reference.grounds import GROUNDS, IDENTITY, WAYS
from ..reference.steps import Asker, Happened, Sort


class Request(Record):
    """Someone asks what one compartment holds about a child: the family, or anybody for public documents."""

    policy = "plain"
    wrong_child = Closed(because="it is closed with a reason")

    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    wall = models.IntegerField()
    kind = models.CharField(max_length=6, choices=Sort)
    asker = models.CharField(max_length=8, choices=Asker)
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    wanted = models.CharField(max_length=400, blank=True)
    identity = models.CharField(max_length=8, choices=[(code, _(says)) for code, says in IDENTITY.items()])
    received_on = models.DateField()
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="request_of_a_guardian_names_her",
                condition=models.Q(asker="guardian", guardian__isnull=False) | ~models.Q(asker="guardian") & models.Q(guardian=None),
            )
        ]
        indexes = [models.Index(fields=["subject"])]

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("extracts:show", args=[self.pk])

    @property
    def due_on(self) -> dt.date:
        """The day by which it is to be answered."""
        public = self.kind == rules.PUBLIC
        at = dt.datetime.combine(self.received_on, dt.time(12), STOCKHOLM)
        days = Setting.number(rules.PROMPTLY, at, capacity=self.written_by_id) if public else 0
        return rules.due_on(self.kind, self.received_on, days=days)

    @property
    def branch_number(self) -> int:
        """The compartment that is asked."""
        return self.wall // 64

    @cached_property
    def place(self) -> str:
        """The activity that is asked, and whose it is."""
        branch = Branch.objects.filter(number=self.branch_number).select_related("organisation").first()
        return f"{branch.name}, {branch.organisation}" if branch else ""

    @cached_property
    def steps_taken(self) -> "list[Step]":
        """What has happened, the first first."""
        return list(self.steps.defer("paper").select_related("written_by__person", "written_by__unit").order_by("written_at"))

    @cached_property
    def openings_made(self) -> "list[Opening]":
        """Who has been named to prepare it, the latest first."""
        rows = self.openings.select_related("preparer__person", "preparer__unit", "given_by__person", "given_by__unit")
        return list(rows.order_by("-from_at"))

    def opening_at(self, at: dt.datetime) -> "Opening | None":
        """The decision in force that names somebody to prepare it."""
        return next((one for one in self.openings_made if one.from_at <= at and at < one.until_at), None)

    def state(self, at: dt.datetime) -> rules.State:
        """How far it has come."""
        return rules.state_of([one.kind for one in self.steps_taken], is_open=self.opening_at(at) is not None)

    @cached_property
    def child(self) -> Child | None:
        """The child, for those who may read about her."""
        return Child.objects.filter(pk=self.subject_id).select_related("unit__branch").first()

    @cached_property
    def named_guardian(self) -> Guardian | None:
        """The guardian who asks, for those who may read about her."""
        return Guardian.objects.filter(pk=self.guardian_id).first() if self.guardian_id else None


class Opening(Record, Dated):
    """A dated decision that somebody else may see all that the compartment holds, to prepare one extract."""

    policy = "plain"

    request = models.ForeignKey(Request, models.PROTECT, related_name="openings")
    preparer = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    given_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    until_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("extractopening_runs_forward")]
        indexes = [models.Index(fields=["request"]), models.Index(fields=["preparer"])]


class Step(Record):
    """What happened to a request. `digest` is of what was looked through, so that what is given is the same."""

    policy = "plain"

    request = models.ForeignKey(Request, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=9, choices=Happened)
    because = models.CharField(max_length=2000, blank=True)
    how = models.CharField(max_length=8, choices=[(code, _(says)) for code, says in WAYS.items()], blank=True)
    digest = models.CharField(max_length=64, blank=True)
    paper = models.BinaryField(null=True)  # the decision in writing, as it was made
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["request"])]


class Choice(Record):
    """A person's word about one item: given, given with words masked, or held back on a ground with a reason."""

    policy = "plain"

    request = models.ForeignKey(Request, models.PROTECT, related_name="choices")
    kind = models.CharField(max_length=60)
    record_id = models.UUIDField()
    is_held = models.BooleanField()
    masked = models.CharField(max_length=400, blank=True)
    ground = models.CharField(max_length=16, choices=[(one.code, _(one.says)) for one in GROUNDS.values()], blank=True)
    because = models.CharField(max_length=400, blank=True)
    doubted = models.CharField(max_length=400, blank=True)  # why the second person wants it looked at again
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["request", "record_id"])]


class Copy(Record):
    """What was given, as it was given, with the digests of both files (SHA-256)."""

    policy = "plain"

    request = models.OneToOneField(Request, models.PROTECT, related_name="copy")
    paper = models.BinaryField()
    data = models.BinaryField()
    paper_digest = models.CharField(max_length=64)
    data_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "copies"


def about(child: Any, at: dt.datetime) -> list[tuple[Request, rules.State]]:
    """The requests about a child that one may know of, the latest first, with how far each has come."""
    rows = Request.objects.filter(subject_id=child).select_related("written_by__person", "guardian")
    steps = Prefetch("steps", Step.objects.defer("paper").select_related("written_by"))
    found = list(rows.prefetch_related(steps, "openings__preparer__person", "openings__given_by").order_by("-received_on"))
    return [(one, _state(one, at)) for one in found]


def _state(request: Request, at: dt.datetime) -> rules.State:
    steps = sorted(request.steps.all(), key=lambda step: step.written_at)
    is_open = any(one.from_at <= at and at < one.until_at for one in request.openings.all())
    return rules.state_of([one.kind for one in steps], is_open=is_open)


def preparers(by: Capacity, at: dt.datetime) -> list[Capacity]:
    """Who can be named to prepare an extract where one works oneself: who keeps the records, decides or leads there."""
    assert by.unit is not None
    keeps = models.Q(role=rules.KEEPER, unit__branch__organisation=by.unit.branch.organisation_id)
    rows = Capacity.objects.standing(at).filter(keeps | models.Q(role__in=rules.PREPARES, unit__branch=by.unit.branch_id))
    return list(rows.exclude(person_id=by.person_id).select_related("person", "unit__branch").order_by("person__sort_key"))
