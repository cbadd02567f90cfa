"""A question to another house about no child in particular: no name, no key, no way back to one."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Unit
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import Record, paired

from . import rules
from .rules import Count, Dates

LEADS = ("unit_head", "care_head", "head_teacher", "preschool_head", "student_health_head")
MOST = 100


class Consultation(Record):
    """A question without a name (domain reference 6.7: anonymous, so that it is no report). See decision 44."""

    policy = "plain"
    may_change = True
    beside = ("to_unit__branch", "written_by__person", "written_by__unit")

    class AgeBand(models.TextChoices):
        SMALL = "0-5", _("0–5 years")
        YOUNG = "6-9", _("6–9 years")
        MIDDLE = "10-12", _("10–12 years")
        TEEN = "13-15", _("13–15 years")
        OLDER = "16-17", _("16–17 years")
        ADULT = "18-20", _("18–20 years")

    class Area(models.TextChoices):
        SCHOOL = "school", _("School or preschool")
        HOME = "home", _("Life at home")
        HEALTH = "health", _("How the child feels")
        FRIENDS = "friends", _("Friends and free time")
        OTHER = "other", _("Something else")

    to_unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    age_band = models.CharField(max_length=6, choices=AgeBand)
    area = models.CharField(max_length=8, choices=Area)
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    closed_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [paired("written_at", "written_by"), paired("closed_at", "closed_by")]
        indexes = [models.Index(fields=["to_unit", "written_at"]), models.Index(fields=["written_by"])]

    @classmethod
    @transaction.atomic
    def ask(cls, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Consultation":
        """Ask a unit once; its head is reminded if nobody has answered in five working days. Raises Refused."""
        to: Unit = told["to_unit"]
        insist(may_ask(by, to))
        made = cls(
            pk=pk, to_unit=to, age_band=told["age_band"], area=told["area"], written_by=by, written_at=at
        )  # fmt: skip
        try:
            with transaction.atomic():
                made.save(force_insert=True)
        except IntegrityError:
            return cls.objects.get(pk=pk)  # sent a second time
        made.say(told["question"], by=by, at=at, pk=uuid5(pk, "question"))
        heads = Capacity.objects.standing(at).filter(unit=to, role__in=LEADS)
        for head in heads.order_by("person__sort_key")[:1]:
            notify(head.pk, rules.WAITS, by=by.pk, at=at, record=pk, due=made.due_on)
        return made

    @classmethod
    def waiting(cls, by: Capacity) -> "list[Consultation]":
        """Those to my unit that nobody there has answered, the longest waiting first."""
        return [one for one in (_open(by.unit_id) if by.unit_id else ()) if not one.is_answered]

    @classmethod
    def asked_by(cls, by: Capacity) -> "list[Consultation]":
        """Those I have asked, the latest first."""
        return _mine(by.pk)

    @classmethod
    def of_unit(cls, by: Capacity) -> "list[Consultation]":
        """Those to my unit, the open ones and the latest first."""
        rows = _with_answers().filter(to_unit_id=by.unit_id).order_by("-written_at")[:MOST]
        return sorted(rows, key=lambda one: one.closed_at is not None)

    @property
    def due_on(self) -> dt.date:
        """By when it is answered."""
        return rules.reply_due(_day(self.written_at))

    def thread(self) -> "list[Utterance]":
        """What has been written, in order."""
        return list(self.utterances.select_related("written_by__person", "written_by__unit").order_by("written_at"))

    @property
    def is_answered(self) -> bool:
        """Whether someone else than the one who asked has written; lists have asked for all at once."""
        known = vars(self).get("answered")
        return self.utterances.exclude(written_by_id=self.written_by_id).exists() if known is None else known

    def sides(self, by: Capacity) -> dict[str, bool]:
        """On which side of the question someone stands."""
        return {
            "at_receiver": by.unit_id == self.to_unit_id,
            "is_asker": by.pk == self.written_by_id,
            "closed": self.closed_at is not None,
        }

    def may_answer(self, by: Capacity) -> Answer:
        """Whether this capacity may write here."""
        return rules.may_answer(**self.sides(by))

    def say(self, text: str, *, by: Capacity, at: dt.datetime, pk: UUID) -> "Utterance":
        """Write in the thread, once. Raises Refused."""
        insist(self.may_answer(by))
        earlier = Utterance.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        made = Utterance(pk=pk, consultation=self, written_by=by, written_at=at, text=text)
        made.save(force_insert=True)
        return made

    def close(self, *, by: Capacity, at: dt.datetime) -> None:
        """Nothing more to ask. Raises Refused."""
        insist(rules.may_close(**self.sides(by)))
        self.closed_at, self.closed_by = at, by
        self.save(update_fields=["closed_at", "closed_by"])

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("consultation:show", args=[self.pk])


class Utterance(Record):
    """One turn in the thread: a question, an answer, a question more."""

    policy = "plain"

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="utterances")
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        constraints = [paired("written_at", "written_by")]
        indexes = [models.Index(fields=["consultation", "written_at"])]


def may_ask(by: Capacity, to: Unit | None = None) -> Answer:
    """Whether this capacity may ask, and ask that unit."""
    rule = ROLES.get(by.role)
    holds = bool(rule and rule.may_hold_children)
    return rules.may_ask(
        is_family=by.unit_id is None, holds_children=holds, same_unit=bool(to and to.pk == by.unit_id)
    )


def functions(by: Capacity) -> models.QuerySet:
    """The units in another house that can be asked: teams, social services, health care."""
    asked = models.Q(branch__domain__in=("social", "health")) | models.Q(kind=Unit.Kind.TEAM)
    found = Unit.objects.filter(asked)
    found = found.exclude(branch_id=by.unit.branch_id) if by.unit else found.none()
    return found.select_related("branch__organisation").order_by("name")


def counts() -> list[Count]:
    """The questions of one's own organisation, by term and by the unit that was asked. Days only, no words."""
    rows = guard.rows("consultation_days")
    units = dict(Unit.objects.filter(pk__in={row["unit"] for row in rows}).values_list("pk", "name"))
    return rules.counted(
        Dates(units[row["unit"]], _day(row["asked_at"]), _day(row["answered_at"]) if row["answered_at"] else None)
        for row in rows
        if row["unit"] in units
    )


def _day(at: dt.datetime) -> dt.date:
    return at.astimezone(STOCKHOLM).date()


def _with_answers() -> models.QuerySet[Consultation]:
    """With `answered`, so that no list asks row by row."""
    others = Utterance.objects.filter(consultation=models.OuterRef("pk")).exclude(written_by=models.OuterRef("written_by"))
    return Consultation.objects.annotate(answered=models.Exists(others)).select_related(*Consultation.beside)


@Question
def _open(unit: Any) -> models.QuerySet:
    return _with_answers().filter(to_unit_id=unit, closed_at=None).order_by("written_at")[:MOST]


@Question
def _mine(by: Any) -> models.QuerySet:
    return _with_answers().filter(written_by_id=by).order_by("-written_at")[:MOST]
