"""Support without a named child, counted: to parents in general, to colleagues, and what has become routine for everyone."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.answer import insist
from samling.people.models import Capacity, Child
from samling.questions.rules.adaptations import adaptation
from samling.records.shape import Record, paired

from .. import rules
from ..reference import GENERAL, PRACTICES
from .places import branch_of

MOST = 200
SORTS = [(code, _(word)) for code, word in GENERAL.items()]


class GeneralSupport(Record):
    """A talk, a group, a course or an open house for parents; consultation or supervision for colleagues. No child is named."""

    policy = "plain"

    sort = models.CharField(max_length=12, choices=SORTS)
    held_on = models.DateField()
    people = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    title = models.CharField(max_length=80, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "general support"
        constraints = [paired("withdrawn_at", "withdrawn_by"), paired("noted_at", "noted_by")]
        indexes = [models.Index(fields=["organisation", "held_on"])]

    @classmethod
    def note(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "GeneralSupport":
        """One occasion, once. `told`: sort, held_on, people, minutes, title."""
        facts = {name: told[name] for name in ("sort", "held_on", "people", "minutes", "title")}
        return _once(cls, pk, by, at, unit_id=by.unit_id, **facts)

    @transaction.atomic
    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was a mistake. By whoever noted it. Raises Refused."""
        insist(rules.may_take_back_note(is_own=self.noted_by_id == by.pk))
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])


class Routine(Record):
    """What began as help for one child and is done for everyone now: where, since when; nothing says who was the first."""

    policy = "plain"

    code = models.CharField(max_length=40, blank=True)
    since_on = models.DateField()
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    title = models.CharField(max_length=80, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            paired("withdrawn_at", "withdrawn_by"),
            paired("noted_at", "noted_by"),
            models.CheckConstraint(name="routine_says_what", condition=models.Q(code__gt="") | models.Q(title__gt="")),
        ]
        indexes = [models.Index(fields=["organisation", "since_on"])]

    @classmethod
    def note(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Routine":
        """It is done for everyone at a unit, noted once. `told`: unit, code, title, since_on."""
        facts = {name: told[name] for name in ("unit", "code", "title", "since_on")}
        return _once(cls, pk, by, at, **facts)

    @transaction.atomic
    def take_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """It was a mistake, or is so no longer. By whoever noted it. Raises Refused."""
        insist(rules.may_take_back_note(is_own=self.noted_by_id == by.pk))
        self.withdrawn_at, self.withdrawn_by = at, by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])

    @property
    def name(self) -> str:
        """What is done: the catalogue's words, else one's own."""
        known = adaptation(self.code) or PRACTICES.get(self.code)
        return gettext(known.title) if known else self.title


def _once(kind: Any, pk: UUID, by: Capacity, at: dt.datetime, **facts: Any) -> Any:
    earlier = kind.objects.filter(pk=pk).first()
    if earlier:
        return earlier
    made = kind(pk=pk, organisation_id=branch_of(by).organisation_id, noted_by=by, noted_at=at, **facts)
    made.save(force_insert=True)
    return made


class Sum(NamedTuple):
    """How much of one sort there was in a time."""

    sort: str
    occasions: int
    people: int
    minutes: int

    @property
    def title(self) -> str:
        """What it is."""
        return gettext(GENERAL[self.sort])

    @property
    def hours(self) -> int:
        """Whole hours, rounded."""
        return round(self.minutes / 60)


def sums(since: dt.date, until: dt.date) -> list[Sum]:
    """What was given in general where one works, from a day until before another, sort by sort."""
    rows = GeneralSupport.objects.filter(withdrawn_at=None, held_on__gte=since, held_on__lt=until).values("sort")
    found = rows.annotate(n=models.Count("pk"), p=models.Sum("people"), m=models.Sum("minutes"))
    by_sort = {row["sort"]: Sum(row["sort"], row["n"], row["p"], row["m"]) for row in found}
    return [by_sort[sort] for sort in GENERAL if sort in by_sort]


def latest_general() -> list[GeneralSupport]:
    """The latest occasions where one works."""
    rows = GeneralSupport.objects.filter(withdrawn_at=None).select_related("unit", "noted_by__person")
    return list(rows.order_by("-held_on", "-noted_at")[:MOST])


class Habit(NamedTuple):
    """One thing that is routine, with the units where it is."""

    name: str
    routines: list[Routine]


def habits() -> list[Habit]:
    """What is done for everyone where one works, what is done at most units first."""
    rows = Routine.objects.filter(withdrawn_at=None).select_related("unit").order_by("since_on")[:MOST]
    found: dict[str, list[Routine]] = {}
    for one in rows:
        found.setdefault(one.name, []).append(one)
    return sorted((Habit(*pair) for pair in found.items()), key=lambda one: (-len(one.routines), one.name))


def names_to_keep_out() -> list[str]:
    """The names of the children one works with: none of them stands in a text about nobody."""
    rows = Child.objects.mine().values_list("given_name", "family_name")
    return sorted({name for row in rows for name in row if name})
