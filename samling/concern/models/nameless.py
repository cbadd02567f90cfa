"""A concern from outside: an age, an area and a question, until there is a ground for saying the name."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Ground
from samling.access.verdict import Matter, Verdict
from samling.kernel.answer import Answer, insist
from samling.kernel.sorting import swedish_key
from samling.people.models import Capacity, Child, RosterEntry
from samling.records.shape import Record, paired

from .. import rules
from ..rules import Word
from .answers import Outcome
from .raised import Raised, day, workplace
from .signals import Signal


class NamelessConcern(Record, Raised):
    """No name and no trace to a child: what a consultation may hold (OSL 10:1, 25:1, 26:1)."""

    policy = "plain"
    may_change = True  # by those who receive it: that the child has been opened

    class AgeBand(models.TextChoices):
        SMALL = "0-5", _("0–5 years")
        YOUNG = "6-9", _("6–9 years")
        MIDDLE = "10-12", _("10–12 years")
        TEEN = "13-15", _("13–15 years")
        OLDER = "16-17", _("16–17 years")
        ADULT = "18-20", _("18–20 years")

    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    to_unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    age_band = models.CharField(max_length=6, choices=AgeBand)
    question = models.TextField()
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [paired("written_at", "written_by"), paired("opened_at", "opened_by")]
        indexes = [models.Index(fields=["to_unit", "written_at"]), models.Index(fields=["written_by"])]

    @classmethod
    def ask(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "NamelessConcern":
        """Send the question to a unit, once."""
        fresh = cls(pk=pk, written_by=by, written_at=at, **told)
        try:
            with transaction.atomic():
                fresh.save(force_insert=True)
        except IntegrityError:
            return cls.objects.get(pk=pk)  # sent a second time
        return fresh

    @property
    def raised_on(self) -> dt.date:
        """The day it was asked, in Stockholm."""
        return day(self.written_at)

    @property
    def said_name(self) -> "ConcernName | None":
        """The name, once it has been said on a ground."""
        return ConcernName.objects.filter(nameless=self).first()

    def answer(self, word: Word, *, by: Capacity, at: dt.datetime) -> None:
        """Thank the one who asked, and say where it stands."""
        insist(rules.may_handle(by.role))
        Outcome.give(word, to=self.written_by_id, by=by, at=at, nameless_id=self.pk)

    def answers(self) -> list[Outcome]:
        """The answers so far, the latest first."""
        found = Outcome.objects.filter(nameless=self).select_related("sent_by__person")
        return list(found.order_by("-sent_at"))

    def raiser(self) -> Capacity:
        """The one who asked, with title."""
        return Capacity.objects.select_related("person", "unit").get(pk=self.written_by_id)

    def signal_here(self) -> Signal | None:
        """The concern that it has become in the receiver's compartment, for those who may read that."""
        return Signal.objects.filter(nameless=self).first()

    def known(self, by: Capacity) -> dict[str, str]:
        """What "May I tell?" need not ask: from where, to whom, what, and how old the child is at least."""
        unit = workplace(by)
        here, there = unit.branch, self.to_unit.branch
        homes = {here.hangs_on_id or here.pk, there.hangs_on_id or there.pk}
        return {
            "source": rules.source_regime(domain=here.domain, role=by.role, unit_kind=unit.kind),
            "recipient": rules.recipient_regime(domain=there.domain, unit_kind=self.to_unit.kind),
            "matter": Matter.CHILD,
            "child_age": str(rules.AGE_BANDS[self.age_band][0]),
            "same_authority": "yes" if len(homes) == 1 else "no",
        }

    def may_begin_naming(self, by: Capacity) -> Answer:
        """Whether this capacity is the one to say the name."""
        return rules.may_begin_naming(is_own=by.pk == self.written_by_id, has_name=self.said_name is not None)

    def may_name(self, verdict: Verdict, by: Capacity) -> Answer:
        """Whether the name may be added now."""
        is_own = by.pk == self.written_by_id
        return rules.may_name(verdict, is_own=is_own, has_name=self.said_name is not None)

    def say_name(
        self, name: dict[str, Any], verdict: Verdict, *, by: Capacity, at: dt.datetime, because: str
    ) -> "ConcernName":
        """Add the name on the ground that the secrecy rules gave; the decision stands with it."""
        insist(self.may_name(verdict, by))
        told = ConcernName(
            nameless=self, basis=str(verdict.basis), paragraph=verdict.paragraph, because=because,
            decided_by=by, decided_at=at, **name,
        )
        told.save(force_insert=True)
        return told

    @transaction.atomic
    def open_here(self, *, by: Capacity, at: dt.datetime, roster: RosterEntry | None = None) -> Signal:
        """Open the child in the receiver's own compartment; the question becomes a concern there."""
        name, earlier = self.said_name, Signal.objects.filter(nameless=self).first()
        if earlier:
            return earlier
        insist(rules.may_open_here(role=by.role, has_name=name is not None))
        assert name is not None
        child = Child.objects.get(pk=guard.open_child(self.to_unit_id, **name.as_child(roster)))
        told = {
            "raised_as": self.raised_as, "how": self.how, "touches": self.touches, "seen_on": self.raised_on,
            "danger": False, "text": self.question, "said_child": "", "said_guardian": "", "raised_name": "",
            "nameless": self, "raised_by_id": self.written_by_id, "raised_at": self.written_at,
        }  # fmt: skip
        signal = Signal.note(child, told, by=by, at=at, pk=self.pk)
        self.opened_at, self.opened_by = at, by
        self.save(update_fields=["opened_at", "opened_by"])
        return signal


class ConcernName(models.Model):
    """Who the child is, told on a ground: on which paragraph, decided by whom and why."""

    policy = "plain"

    nameless = models.OneToOneField(NamelessConcern, models.PROTECT, primary_key=True, related_name="name")
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    birth_year = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=16, choices=Ground.Basis)
    paragraph = models.CharField(max_length=60)
    because = models.CharField(max_length=400)
    decided_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [paired("decided_at", "decided_by")]

    def as_child(self, roster: RosterEntry | None) -> dict[str, Any]:
        """What opening the child takes: the pupil of the roster, or the name as it was said."""
        if roster is not None:
            return {"roster": roster.pk}
        return {
            "given": self.given_name, "family": self.family_name, "birth_year": self.birth_year,
            "key": swedish_key(self.given_name, self.family_name),
        }  # fmt: skip

    def namesakes(self) -> models.QuerySet:
        """Pupils of the roster who may be meant: the same family name and year."""
        mine = RosterEntry.objects.filter(unit_id=self.nameless.to_unit_id)
        alike = mine.filter(family_name__iexact=self.family_name, birth_year=self.birth_year)
        return alike.order_by("sort_key")
