"""Other installations whose signed files are known here: their public keys, as the system administrator has checked them."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models

from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.records.shape import Record, paired

from .. import rules


class Neighbour(Record):
    """One other installation, by the key that it signs with."""

    policy = "plain"

    name = models.CharField(max_length=120)
    public = models.CharField(max_length=64)
    added_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [paired("ended_at", "ended_by")]

    def __str__(self) -> str:
        return self.name

    @property
    def in_groups(self) -> str:
        """Its key, to be read out."""
        return in_groups(self.public)

    @classmethod
    def known(cls) -> "list[Neighbour]":
        """Those whose files can be read in, by name."""
        return list(cls.objects.filter(ended_at=None).order_by("name", "added_at"))

    @classmethod
    def add(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Neighbour":
        """Know a house, once. `told`: name, public. Raises Refused."""
        insist(rules.may_keep(role=by.role))
        made = cls(pk=pk, name=told["name"], public=told["public"], added_by=by, added_at=at)
        if not cls.objects.filter(pk=pk).exists():
            made.save(force_insert=True)
        return made

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """Read in no more files from it. Raises Refused."""
        insist(rules.may_keep(role=by.role))
        if not self.ended_at:
            self.ended_at, self.ended_by = at, by
            self.save(update_fields=["ended_at", "ended_by"])


def in_groups(key: str) -> str:
    """A key four signs at a time."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
