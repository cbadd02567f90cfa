"""One plan for one journey: owned by all who take part, held by two, looked at again on a day."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from samling.access import guard, holding
from samling.access.models import Closed, Walled
from samling.journey.models import Journey, Party, coordinate, coordinating, journey_of, taking_part
from samling.journey.parties import lapsed
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import STOCKHOLM, now
from samling.records.question import Question
from samling.ui.ways import way

from .. import rules

PLACE = wall(SHARED_BRANCH, Category.PLAN)


class Plan(Walled):
    """The joint plan: its kind, who answers for it, when it is looked at again. One for each journey.

    The journey's coordinator and deputy hold it (decision 63); without both there is no plan.
    """

    noun = _("the plan")
    wrong_child = Closed(because="there is one for each journey: its lines are closed one by one")

    class Kind(models.TextChoices):
        SCHOOL = "school", _("a plan of the school's own")
        JOINT = "joint", _("a joint plan")
        SIP = "sip", _("a coordinated individual plan (SIP)")

    kind = models.CharField(max_length=6, choices=Kind)
    accountable = models.ForeignKey("people.Organisation", models.PROTECT, null=True, related_name="+")
    review_on = models.DateField()

    beside = ("accountable",)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.UniqueConstraint(fields=["subject"], name="plan_one_for_each_journey"),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["review_on"])]

    @classmethod
    @transaction.atomic
    def begin(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> "Plan":
        """The journey's plan, begun now if it has none. `told`: kind, coordinator, deputy, accountable, review_on."""
        journey = guard.begin_journey(child.pk)
        guard.lock_child(child.pk)
        earlier = cls.objects.filter(subject_id=journey).first()
        if earlier:
            return earlier
        insist(cls.may_hold(journey, told, day(at)))
        coordinate(journey, coordinator=told["coordinator"].pk, deputy=told["deputy"].pk)
        made = cls(subject_id=journey, wall=PLACE, written_by=by, written_at=at, **{name: told[name] for name in FACTS})
        made.save(force_insert=True)
        made.tell("plan begun", by=by, at=at)
        return made

    @staticmethod
    def may_hold(journey: UUID, told: dict[str, Any], today: dt.date) -> Answer:
        """Whether these two can hold a plan of this journey until that day."""
        there, (first, second) = people(journey), (told["coordinator"], told["deputy"])
        able = holding.holders([first.pk, second.pk])
        return rules.may_hold(
            coordinator=first.pk in there and able.get(first.pk) == first.pk,
            deputy=second.pk in there and able.get(second.pk) == second.pk,
            same=first.pk == second.pk or first.person_id == second.person_id,
            review_on=told["review_on"], today=today, writes=guard.my_access(journey).get(PLACE, False),
        )  # fmt: skip

    @transaction.atomic
    def change(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """Who holds it, its kind, who answers for it, the day. Raises Refused."""
        insist(self.may_hold(self.subject_id, told, day(at)))
        coordinate(self.subject_id, coordinator=told["coordinator"].pk, deputy=told["deputy"].pk)
        for name in FACTS:
            setattr(self, name, told[name])
        self.save(update_fields=list(FACTS))
        self.tell("plan changed", by=by, at=at)

    @cached_property
    def is_over(self) -> bool:
        """Whether the matter is closed: nobody looks at the plan again then."""
        return _closed().filter(subject_id=self.subject_id).exists()

    @cached_property
    def parties(self) -> list[Party]:
        """Everyone who takes part now, in the space or by copy: not by the row alone, but while what it rests on stands."""
        rows = Party.objects.filter(journey_id=self.subject_id, accepted_at__isnull=False, ended_at=None)
        copies = Party.objects.filter(journey_id=self.subject_id, how=Party.How.COPY, ended_at=None)
        found = list((rows | copies).select_related("unit__branch__organisation").order_by("invited_at", "id"))
        there, by_copy = taking_part([self.subject_id])[self.subject_id], [one.ground_id for one in found if one.how == Party.How.COPY]
        gone = lapsed(self.child.pk, [one for one in by_copy if one], now()) if self.child and by_copy else set()
        return [one for one in found if (one.ground_id not in gone if one.how == Party.How.COPY else one.unit.branch_id in there)]

    @cached_property
    def writes(self) -> bool:
        """Whether I take part and may write."""
        return guard.my_access(self.subject_id).get(PLACE, False)

    @cached_property
    def child(self) -> Child | None:
        """The child as I know her: my own side's row first."""
        sides = Party.objects.filter(journey_id=self.subject_id, child_id__isnull=False, ended_at=None).values("child_id")
        return Child.objects.mine().filter(pk__in=sides).select_related("unit__branch").first()

    @cached_property
    def home(self) -> list[Guardian]:
        """The guardians whom my side knows."""
        near = Guardian.objects.filter(subject_id=self.child.pk).order_by("given_name") if self.child else None
        return [one for one in near.exclude(custody="none") if not one.until_at] if near is not None else []

    @property
    def called(self) -> str:
        """What the child wants to be called."""
        return (self.child.called or self.child.given_name) if self.child else ""

    @cached_property
    def holders(self) -> tuple[Capacity | None, Capacity | None]:
        """Who holds it and who stands in now: the two who were named, or those who took over; None where nobody can."""
        now = coordinating([self.subject_id])[self.subject_id]
        known = Capacity.known([now.coordinator, now.deputy])
        return known.get(now.coordinator), known.get(now.deputy)  # type: ignore[arg-type]

    def insist_writes(self) -> None:
        """Only those who take part write. Raises Refused."""
        insist(rules.may_write(writes=self.writes))

    @property
    def readers(self) -> list[str]:
        """Who reads the plan: everyone in the space, unit by unit."""
        return [str(one.unit) for one in self.parties if one.how == Party.How.SPACE]

    def stamp(self, by: Capacity, at: dt.datetime) -> dict[str, Any]:
        """What every row of the plan has: whose space, which wall, who wrote it, when."""
        return {"subject_id": self.subject_id, "wall": self.wall, "written_by": by, "written_at": at}

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime, record: UUID | None = None) -> None:
        """An event in the shared story."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=record or self.pk)

    def get_absolute_url(self) -> str:
        """The plan's page."""
        return way("promises:plan", self.pk)


NEEDS = ("needs", "running", "asked", "wishes", "crisis")
FACTS = ("kind", "accountable", "review_on")


def plan_of(child: UUID) -> Plan | None:
    """The plan of the journey that a child's row takes part in now, for those in the space."""
    journey = journey_of(child)
    return _plans.first(journey) if journey else None


def _closed() -> models.QuerySet:
    return Journey.objects.filter(closed_at__isnull=False)


@Question
def _plans(journey: Any) -> models.QuerySet:
    found = Plan.objects.filter(subject_id=journey, withdrawn_at=None)
    found = found.annotate(is_over=models.Exists(_closed().filter(subject_id=models.OuterRef("subject_id"))))
    return found.select_related(*Plan.beside).order_by("pk")[:1]


def people(journey: UUID) -> dict[UUID, Capacity]:
    """Those who work with the child on any side of the shared space now, by key."""
    keys = [row["capacity"] for row in guard.rows("people_of_journey", journey)]
    known = Capacity.known(keys)
    return dict(sorted(known.items(), key=lambda pair: pair[1].person.sort_key))


def day(at: dt.datetime) -> dt.date:
    """The date in Stockholm."""
    return at.astimezone(STOCKHOLM).date()
