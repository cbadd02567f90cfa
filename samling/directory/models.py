"""Whom to call, by what they answer for and never by who they are."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction

from samling.access import guard
from samling.kernel.answer import Answer, insist
from samling.people.models import Branch, Capacity, Setting
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import Record, paired

from . import rules

WORDS = ("function", "about", "phone", "hours", "deputy", "deputy_phone")


class FunctionNumber(Record):
    """A function in one branch: what one can ask it, the number, the hours, who steps in, and when it was checked."""

    policy = "plain"

    branch = models.ForeignKey("people.Branch", models.PROTECT, related_name="+")
    function = models.CharField(max_length=80)
    about = models.CharField(max_length=300)
    phone = models.CharField(max_length=40)
    hours = models.CharField(max_length=80, blank=True)
    deputy = models.CharField(max_length=80, blank=True)
    deputy_phone = models.CharField(max_length=40, blank=True)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    checked_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [paired("ended_at", "ended_by")]
        indexes = [models.Index(fields=["branch", "function"])]

    def __str__(self) -> str:
        return self.function

    @classmethod
    @transaction.atomic
    def keep(cls, branch: Branch, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "FunctionNumber":
        """A new function, checked by whoever writes it; sent twice it is kept once. Raises Refused."""
        insist(may_keep(branch, by))
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        words = {name: told[name] for name in WORDS}
        made = cls(pk=pk, branch=branch, written_by=by, written_at=at, checked_by=by, checked_at=at, **words)
        made.save(force_insert=True)
        return made

    def mend(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """What it says now; whoever mends it has checked it. Raises Refused."""
        insist(may_keep(self.branch, by))
        for name in WORDS:
            setattr(self, name, told[name])
        self.checked_by, self.checked_at = by, at
        self.save(update_fields=[*WORDS, "checked_by", "checked_at"])

    def check_number(self, *, by: Capacity, at: dt.datetime) -> None:
        """Somebody has called, and it was right. Raises Refused."""
        insist(may_keep(self.branch, by))
        self.checked_by, self.checked_at = by, at
        self.save(update_fields=["checked_by", "checked_at"])

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """It is there no more. Raises Refused."""
        insist(may_keep(self.branch, by))
        self.ended_by, self.ended_at = by, at
        self.save(update_fields=["ended_by", "ended_at"])

    @property
    def checked_on(self) -> dt.date:
        """The day of the last check, in Stockholm."""
        return self.checked_at.astimezone(STOCKHOLM).date()

    def is_stale(self, today: dt.date, days: int) -> bool:
        """Whether so long has gone that the number may be wrong."""
        return (today - self.checked_on).days > days


def may_keep(branch: Branch, by: Capacity) -> Answer:
    """May this capacity keep the numbers of a branch in order, and why."""
    rule = ROLES.get(by.role)
    same = bool(by.unit and by.unit.branch.organisation_id == branch.organisation_id)
    leads = bool(rule and (rule.may_assign or rule.may_approve))
    return rules.may_keep(same=same, runs=by.role == "sysadmin", leads=leads)


def entries(asked: str = "") -> list[FunctionNumber]:
    """Every function there is, by organisation and branch; with words, those where all of them stand somewhere."""
    words = asked.replace("\0", "")[:80].casefold().split()
    return [one for one in _entries() if all(word in _said(one) for word in words)]


@Question
def _entries() -> models.QuerySet:
    rows = FunctionNumber.objects.filter(ended_at=None).select_related("branch__organisation", "checked_by__unit")
    return rows.order_by("branch__organisation__name", "branch__number", "function")


def stale_after(by: Capacity, at: dt.datetime) -> int:
    """After how many days a check is too old where one works."""
    return Setting.number("deadline.directory_days", at, capacity=by.pk)


def branches(by: Capacity) -> Any:
    """The branches whose numbers a capacity may keep, if any."""
    if by.unit is None:
        return Branch.objects.none()
    return Branch.objects.filter(organisation_id=by.unit.branch.organisation_id).exclude(domain="report").order_by("number")


def is_staff() -> bool:
    """Whether the one who acts works somewhere: the directory is for staff."""
    return guard.asked("my_unit") is not None


def _said(one: FunctionNumber) -> str:
    return " ".join((one.function, one.about, one.branch.name, one.branch.organisation.name, one.phone)).casefold()
