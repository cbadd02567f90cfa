"""Children, the adults around them, and protection. One child row per authority and activity."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from samling.kernel.ages import OF_AGE, age_on
from samling.records.acting import each_once, insist_acting, once
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import Dated, DatedQuerySet, Record, runs_forward

CUSTODIAL = ("joint", "sole", "appointed", "unknown")


class Subject(Record):
    """What a protected row is about: one child row, or the shared space of one journey."""

    policy = "closed"

    class Kind(models.TextChoices):
        CHILD = "child"
        JOURNEY = "journey"

    kind = models.CharField(max_length=8, choices=Kind)


class ScopedQuerySet(DatedQuerySet):
    """Rows about children: asking for them while no one is acting is an error, not an empty page."""

    def mine(self) -> Any:
        """Those about the children of the acting capacity (a net for the planner; the walls decide)."""
        return self.extra(where=[f"{self.model._meta.db_table}.subject_id = any(array(select guard.my_children()))"])


class ScopedManager(models.Manager.from_queryset(ScopedQuerySet)):  # type: ignore[misc]
    """Raises NobodyActing instead of showing silence; so does a question about such rows."""

    insists = True

    def get_queryset(self) -> Any:
        insist_acting()
        return super().get_queryset()


class Child(models.Model):
    """A child as one authority and activity knows her; another's row for the same child tells nothing here.

    Made only by `guard.open_child`.
    """

    policy = "head"
    may_change = True
    beside = ("unit", "branch")  # what stands beside the name on every page about her

    subject = models.OneToOneField(Subject, models.PROTECT, primary_key=True, related_name="child")
    wall = models.IntegerField()
    branch = models.ForeignKey("people.Branch", models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    roster = models.ForeignKey("people.RosterEntry", models.PROTECT, null=True, blank=True, related_name="+")
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    called = models.CharField(max_length=80, blank=True)
    sort_key = models.CharField(max_length=200)
    born_on = models.DateField(null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=20, blank=True)
    home_municipality = models.CharField(max_length=4, blank=True)
    language = models.CharField(max_length=8, default="sv")
    person_id = models.UUIDField(null=True, blank=True)
    opened_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    objects = ScopedManager()

    class Meta:
        verbose_name_plural = "children"
        indexes = [models.Index(fields=["unit"]), models.Index(fields=["sort_key"])]

    @classmethod
    def known(cls, keys: "Iterable[UUID | None]") -> "dict[UUID, Child]":
        """The children among these whose names one may read; a page asks once for each."""
        return each_once("children", keys, lambda missing: {one.pk: one for one in _known(missing)})

    def __str__(self) -> str:
        return f"{self.called or self.given_name} {self.family_name[:1]}"

    @property
    def full_name(self) -> str:
        """Given and family name as registered."""
        return f"{self.given_name} {self.family_name}"

    def age_at(self, at: dt.datetime) -> int:
        """Whole years at a moment, in Stockholm; from the year alone the lowest it can be."""
        return age_on(at.astimezone(STOCKHOLM).date(), self.born_on, self.birth_year)

    def is_of_age(self, at: dt.datetime) -> bool:
        """Whether nobody has custody any more."""
        return self.age_at(at) >= OF_AGE


@Question
def _known(keys: Any) -> models.QuerySet:
    return Child.objects.filter(pk__among=keys)


class IdentityNumber(models.Model):
    """A child's or guardian's identity number, matched and shown only by guard functions (DSL 3:10)."""

    policy = "closed"

    owner_id = models.UUIDField(primary_key=True)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+")
    branch = models.ForeignKey("people.Branch", models.PROTECT, related_name="+")
    number = models.CharField(max_length=12)

    class Meta:
        indexes = [models.Index(fields=["branch", "number"])]


class AroundChild(Record, Dated):
    """An adult around a child, in the compartment of the one who wrote it down."""

    may_change = True

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="%(class)ss")
    wall = models.IntegerField()
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8, default="sv")
    interpreter = models.CharField(max_length=40, blank=True)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = ScopedManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


class Guardian(AroundChild):
    """A guardian, or a parent without custody, with the evidence for which of the two."""

    policy = "head"

    class Custody(models.TextChoices):
        JOINT = "joint", _("joint custody")
        SOLE = "sole", _("sole custody")
        APPOINTED = "appointed", _("specially appointed guardian")
        NONE = "none", _("parent without custody")
        UNKNOWN = "unknown", _("custody not known yet")

    custody = models.CharField(max_length=10, choices=Custody, default=Custody.UNKNOWN)
    custody_evidence = models.CharField(max_length=120, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    relation = models.CharField(max_length=40, blank=True)
    safe_phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=200, blank=True)
    contact_rule = models.CharField(max_length=200, blank=True)
    person_id = models.UUIDField(null=True, blank=True)
    identity_key = models.BinaryField(null=True, blank=True, max_length=32)

    class Meta(AroundChild.Meta):
        constraints = [runs_forward("guardian_runs_forward")]
        indexes = [models.Index(fields=["subject"]), models.Index(fields=["identity_key"])]

    @classmethod
    def around(cls, child: UUID) -> "list[Guardian]":
        """Everyone who is or was a guardian of a child, in the order they came; asked once while a page reads."""
        return list(once(("guardians", child), lambda: _guardians(child)))

    @property
    def has_custody(self) -> bool:
        """Whether the guardian is asked about consent; unknown custody is asked too (FB 6:11, 6:13)."""
        return self.custody in CUSTODIAL


@Question
def _guardians(child: Any) -> models.QuerySet:
    return Guardian.objects.filter(subject_id=child).order_by("from_at", "id")


class SignificantAdult(AroundChild):
    """Someone the child trusts who has no custody: an outsider in law, present by consent."""

    policy = "head"

    relation = models.CharField(max_length=60)

    class Meta(AroundChild.Meta):
        constraints = [runs_forward("significantadult_runs_forward")]


class Protection(Record, Dated):
    """Protected identity of a child, or of a guardian and thereby of her children (domain reference 6.11).

    The two forms that Samling holds; for *fingerade uppgifter* there is only the third, `off_system`:
    a reference number and nothing else.
    """

    policy = "closed"

    class Form(models.TextChoices):
        MARKED = "marked", _("confidentiality marking")
        REGISTERED = "registered", _("protected population registration")
        OFF_SYSTEM = "off_system", _("kept outside the system")

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+")
    guardian = models.ForeignKey(Guardian, models.PROTECT, null=True, blank=True, related_name="+")
    form = models.CharField(max_length=12, choices=Form)
    decided_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")

    class Meta:
        constraints = [runs_forward("protection_runs_forward")]
        indexes = [models.Index(fields=["subject"]), models.Index(fields=["guardian"])]
