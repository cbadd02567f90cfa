"""Persons and the capacities they act in; what a role may be given, as dated reference data."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

from samling.people.roles import ROLES
from samling.records.acting import each_once
from samling.records.question import Question
from samling.records.shape import Dated, DatedQuerySet, Record, runs_forward

FAMILY_ROLES = ("guardian", "self")


class Person(Record):
    """A human being who can sign in: staff, or a guardian or young person."""

    policy = "plain"

    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    sort_key = models.CharField(max_length=200)
    is_staff_member = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def short_name(self) -> str:
        """Given name and the first letter of the family name."""
        return f"{self.given_name} {self.family_name[:1]}"


class Capacity(Record, Dated):
    """Person + organisation + role + period: what every act is done in, never the person alone.

    Made and ended only by guard functions; `approved_by` is the second person.
    """

    policy = "plain"

    person = models.ForeignKey(Person, models.PROTECT, related_name="capacities")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="capacities")
    role = models.CharField(max_length=32)
    title = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    given_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    approved_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    ended_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [runs_forward("capacity_runs_forward")]
        verbose_name_plural = "capacities"

    @classmethod
    def known(cls, keys: Iterable[UUID | None]) -> "dict[UUID, Capacity]":
        """These by key, with person, unit and branch; a page that names the same few in many rows asks once for each."""
        return each_once("capacities", keys, lambda missing: {one.pk: one for one in _known(missing)})

    @classmethod
    def stand_by(cls, rows: Iterable[models.Model], *names: str) -> None:
        """Let these rows know the capacities that they name (`maker`, `holder`), as `known` does."""
        found = [(row, row._meta.get_field(name)) for row in rows for name in names]
        known = cls.known(getattr(row, field.attname) for row, field in found)
        for row, field in found:
            field.set_cached_value(row, known.get(getattr(row, field.attname)))

    def __str__(self) -> str:
        return f"{self.person}, {self.role_title}"

    @property
    def role_title(self) -> str:
        """The title the person goes by, else the role's name in the reader's language."""
        rule = ROLES.get(self.role)
        return self.title or (rule.title(get_language() or "sv") if rule else self.role)


@Question
def _known(keys: Any) -> models.QuerySet:
    return Capacity.objects.select_related("person", "unit__branch").filter(pk__among=keys)


class RoleRight(Record, Dated):
    """What a role in a secrecy domain may be given: the copy of `people/roles.py` that the guard reads."""

    policy = "plain"

    role = models.CharField(max_length=32)
    domain = models.CharField(max_length=16)
    categories = ArrayField(models.SmallIntegerField())
    leaning = ArrayField(models.SmallIntegerField())
    by_decision = ArrayField(models.SmallIntegerField())
    whole_unit = ArrayField(models.SmallIntegerField())
    may_hold_children = models.BooleanField()
    may_approve = models.BooleanField()
    may_assign = models.BooleanField()
    may_decide_exceptions = models.BooleanField()
    needs_second_approval = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "domain", "from_at"], name="roleright_once_per_period"),
            runs_forward("roleright_runs_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.role} in {self.domain} from {timezone.localtime(self.from_at):%Y-%m-%d}"
