"""The agreements on which an organisation uses what may not be given away: who noted each, with whom, from when, and where it is kept."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import get_language

from samling.kernel.answer import Answer, allow, insist, refuse
from samling.kernel.words import _
from samling.people.models import Capacity
from samling.records.shape import Record, paired

from .reading import current, published
from .shape import Package

WORDS = ("package", "with_whom", "where_kept", "from_on", "until_on")
RUNS = "sysadmin"
NONE = _("There is no agreement in force for this questionnaire. Whoever administers Samling notes it.")


class LicenceAgreement(Record):
    """One agreement about one questionnaire. Nothing of it is changed; it is ended, and a new one is noted."""

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    package = models.CharField(max_length=20)
    with_whom = models.CharField(max_length=120)
    where_kept = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            paired("ended_at", "ended_by"),
            models.CheckConstraint(name="licenceagreement_ends_later", condition=Q(until_on=None) | Q(until_on__gte=F("from_on"))),
        ]
        indexes = [models.Index(fields=["organisation", "package"])]

    def __str__(self) -> str:
        return self.title

    @classmethod
    @transaction.atomic
    def note(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "LicenceAgreement":
        """Note an agreement, once. `told`: package, with_whom, where_kept, from_on, until_on (None: until it is ended). Raises Refused."""
        insist(may_note(by))
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        words = {name: told[name] for name in WORDS}
        made = cls(pk=pk, organisation=by.unit.branch.organisation, written_by=by, written_at=at, **words)
        made.save(force_insert=True)
        return made

    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """It holds no more: no new totals, and those that were typed in stay. Raises Refused."""
        insist(may_note(by))
        if not self.ended_at:
            self.ended_at, self.ended_by = at, by
            self.save(update_fields=["ended_at", "ended_by"])

    def is_in_force(self, on: dt.date) -> bool:
        """Whether totals may be typed in on a day."""
        return self.ended_at is None and self.from_on <= on and (self.until_on is None or on <= self.until_on)

    @property
    def title(self) -> str:
        """Which questionnaire."""
        return title(current(self.package))


def may_note(by: Capacity) -> Answer:
    """Whoever administers the organisation notes and ends its agreements."""
    if by.role != RUNS or by.unit is None:
        return refuse(_("Whoever administers Samling notes the agreements."))
    return allow(_("You administer Samling here."))


def licensed() -> list[Package]:
    """The questionnaires that need an agreement, each in its newest version."""
    return [current(code) for code in sorted({one.code for one in published() if one.licence.needs_agreement})]


def title(package: Package) -> str:
    """What a package is called."""
    return package.title[(get_language() or "sv")[:2]]


def agreements() -> list[LicenceAgreement]:
    """Every agreement of one's own organisation, the latest first."""
    return list(LicenceAgreement.objects.select_related("written_by__person").order_by("-from_on", "-written_at"))


def agreement(number: UUID) -> LicenceAgreement | None:
    """One of one's own organisation's."""
    return LicenceAgreement.objects.filter(pk=number).first()


def terms() -> list[tuple[str, str, str]]:
    """What can be used on an agreement: its name, whose it is, and what they say."""
    language = (get_language() or "sv")[:2]
    return [(title(one), one.licence.holder, one.licence.says[language]) for one in licensed()]


def may_type(on: dt.date) -> list[Package]:
    """The questionnaires of which totals may be typed in on a day where one works."""
    held = {one.package for one in LicenceAgreement.objects.filter(ended_at=None, from_on__lte=on) if one.is_in_force(on)}
    return [one for one in licensed() if one.code in held]
