"""Verbs on the child's facts and the adults around her, and the stubs of children who are kept outside the system."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction

from samling.access import guard
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, branch_of, wall
from samling.people.models import Capacity, Child, Guardian, SignificantAdult, Unit
from samling.people.models.children import AroundChild
from samling.records.shape import Record

from . import rules


class OffSystem(Record):
    """A child who is kept outside the system: a reference number on paper elsewhere, and nothing else.

    For *fingerade personuppgifter* there is no other form (domain reference 6.11).
    """

    policy = "plain"

    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=rules.REFERENCE_LENGTH)
    decided_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "reference"], name="offsystem_once_per_unit")]
        verbose_name_plural = "children outside the system"

    def __str__(self) -> str:
        return self.reference

    @classmethod
    def keep_out(cls, reference: str, *, by: Capacity, at: dt.datetime) -> "OffSystem":
        """Note that a child is kept out; once for each reference."""
        insist(rules.may_keep_out(reference))
        found = cls.objects.filter(unit_id=by.unit_id, reference=reference).first()
        if found:
            return found
        stub = cls(unit=by.unit, reference=reference, decided_by=by, decided_at=at)
        stub.save(force_insert=True)
        return stub

    @classmethod
    def at_unit(cls, unit: Unit) -> "models.QuerySet[OffSystem]":
        """The references of a unit, the newest first."""
        return cls.objects.filter(unit=unit).select_related("decided_by__person").order_by("-decided_at")


def may_change(child: Child, category: Category) -> Answer:
    """May the acting capacity write this kind of information about the child, and why."""
    return rules.may_change(writes=guard.my_access(child.pk).get(wall(branch_of(child.wall), category), False))


@transaction.atomic
@transaction.atomic
def change_facts(child: Child, told: dict[str, Any], *, by: UUID, at: dt.datetime) -> None:
    """The child's own facts: what she is called, language, class, day of birth, home municipality."""
    insist(may_change(child, Category.IDENTITY))
    for name, value in told.items():
        setattr(child, name, value)
    child.save(update_fields=list(told))
    tell(child.pk, child.wall, "facts changed", by=by, at=at, record=child.pk, for_guardians="no")


def set_child_number(child: Child, number: str) -> None:
    """Keep the child's identity number."""
    if number:
        guard.call("set_child_number", child.pk, number)


@transaction.atomic
def add_around(kind: Any, child: Child, told: dict[str, Any], *, by: UUID, at: dt.datetime, pk: UUID) -> AroundChild:
    """Note an adult around the child, once."""
    insist(may_change(child, Category.CONTACT))
    guard.lock_child(child.pk)
    found = kind.objects.filter(pk=pk).first()
    if found:
        return found
    number = told.pop("number", "")
    place = wall(branch_of(child.wall), Category.CONTACT)
    adult = kind(pk=pk, subject_id=child.pk, wall=place, written_by_id=by, written_at=at, from_at=at, **told)
    adult.save(force_insert=True)
    _told(adult, number, by=by, at=at)
    return adult


@transaction.atomic
def change_around(adult: AroundChild, told: dict[str, Any], *, by: UUID, at: dt.datetime) -> None:
    """Change what is known of an adult; custody counts for consent from the next statement on."""
    insist(rules.may_change(writes=guard.my_access(adult.subject_id).get(adult.wall, False)))
    guard.lock_child(adult.subject_id)
    number = told.pop("number", "")
    for name, value in told.items():
        setattr(adult, name, value)
    adult.save(update_fields=list(told))
    _told(adult, number, by=by, at=at)


@transaction.atomic
def end_around(adult: AroundChild, *, by: UUID, at: dt.datetime) -> None:
    """The adult is no longer around the child; nothing is deleted."""
    insist(rules.may_change(writes=guard.my_access(adult.subject_id).get(adult.wall, False)))
    guard.lock_child(adult.subject_id)
    if adult.until_at is None or adult.until_at > at:
        adult.until_at = max(at, adult.from_at)
        adult.save(update_fields=["until_at"])
        _told(adult, "", by=by, at=at)


def _told(adult: AroundChild, number: str, *, by: UUID, at: dt.datetime) -> None:
    if number and isinstance(adult, Guardian):
        guard.call("set_guardian_number", adult.pk, number)
    tell(adult.subject_id, adult.wall, "contact details changed", by=by, at=at, record=adult.pk, for_guardians="no")


def guardians_of(child: Child, at: dt.datetime) -> list[Guardian]:
    """The guardians, and parents without custody, that one may read of."""
    return list(Guardian.objects.filter(subject_id=child.pk).standing(at).order_by("written_at", "id"))


def adults_of(child: Child, at: dt.datetime) -> list[SignificantAdult]:
    """The important adults that one may read of."""
    return list(SignificantAdult.objects.filter(subject_id=child.pk).standing(at).order_by("written_at", "id"))


def child_of(adult: AroundChild) -> Child:
    """The child's row; raises DoesNotExist when it may not be read."""
    return Child.objects.select_related("unit", "branch").get(pk=adult.subject_id)
