"""A key for one head, and the sealed sheets that only she can open."""

import datetime as dt
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction

from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity
from samling.people.roles import ROLES
from samling.records.shape import Record, paired

from . import rules, sealing


class SheetKey(Record):
    """The public half of a head's key, and the private half behind a passphrase that is kept nowhere."""

    policy = "plain"

    made_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    public = models.BinaryField()
    sealed = models.BinaryField()
    salt = models.BinaryField()

    class Meta:
        constraints = [paired("ended_at", "ended_by")]

    @classmethod
    def mine(cls, by: UUID) -> "SheetKey | None":
        """The key in use."""
        return cls.objects.filter(made_by=by, ended_at=None).order_by("-made_at").first()

    @classmethod
    @transaction.atomic
    def make(cls, passphrase: str, *, by: Capacity, at: dt.datetime) -> "SheetKey":
        """A new key. What was sealed to the one before can be opened no more, and goes. Raises Refused."""
        insist(may_have(by))
        EmergencySheet.empty(by.pk)
        cls.objects.filter(made_by=by, ended_at=None).update(ended_at=at, ended_by=by)
        pair = sealing.pair(passphrase)
        key = cls(made_by=by, made_at=at, public=pair.public, sealed=pair.sealed, salt=pair.salt)
        key.save(force_insert=True)
        return key

    def open(self, sheet: "EmergencySheet", passphrase: str) -> bytes | None:
        """The sheet; None for another passphrase."""
        kept = sealing.Pair(bytes(self.public), bytes(self.sealed), bytes(self.salt))
        return sealing.opened(bytes(sheet.content), kept, passphrase)


class EmergencySheet(Record):
    """One week's sheet, sealed to its head's key."""

    policy = "plain"

    key = models.ForeignKey(SheetKey, models.PROTECT, related_name="+")
    made_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    content = models.BinaryField()
    children = ArrayField(models.UUIDField())

    class Meta:
        indexes = [models.Index(fields=["made_by", "made_at"])]

    @classmethod
    def latest(cls, by: UUID) -> "EmergencySheet | None":
        """The newest, without what is in it."""
        return cls.objects.filter(made_by=by).exclude(content=b"").order_by("-made_at").first()

    @classmethod
    def empty(cls, by: UUID) -> None:
        """What was sealed before goes; that there was a sheet stays."""
        cls.objects.filter(made_by=by).update(content=b"", children=[])

    @classmethod
    @transaction.atomic
    def keep(cls, key: SheetKey, content: bytes, children: list[UUID], *, by: UUID, at: dt.datetime) -> "EmergencySheet":
        """Seal a sheet; the one before goes."""
        cls.empty(by)
        sheet = cls(key=key, made_by_id=by, made_at=at, children=children, content=sealing.seal(content, bytes(key.public)))
        sheet.save(force_insert=True)
        return sheet


def may_have(by: Capacity) -> Answer:
    """May this capacity have a sheet, and why."""
    rule = ROLES.get(by.role)
    return rules.may_have(leads_unit=bool(by.unit_id and rule and rule.whole_unit and rule.may_assign))
