"""Shapes that many tables share: dated rows and paired facts, held by constraints."""

import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q


def paired(at: str, by: str) -> models.CheckConstraint:
    """When and by whom are known together or not at all."""
    both = Q(**{f"{at}__isnull": False, f"{by}__isnull": False})
    neither = Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
    return models.CheckConstraint(name=f"%(class)s_{at}_goes_with_{by}", condition=both | neither)


def runs_forward(name: str = "%(class)s_runs_forward") -> models.CheckConstraint:
    """A period never ends before it begins."""
    return models.CheckConstraint(name=name, condition=Q(until_at=None) | Q(until_at__gte=F("from_at")))


def standing_at(at: Any) -> Q:
    """Dated rows in force at a moment: half-open, from inclusive and until exclusive."""
    return Q(from_at__lte=at) & (Q(until_at=None) | Q(until_at__gt=at))


class Record(models.Model):
    """A row with a random id: no sequence tells how many there are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class DatedQuerySet(models.QuerySet):
    """Lists of rows with a period."""

    def standing(self, at: Any) -> "DatedQuerySet":
        """Those in force at a moment."""
        return self.filter(standing_at(at))


class Dated(models.Model):
    """A row in force from a moment, until another or until further notice."""

    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
