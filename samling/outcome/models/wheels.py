"""A wheel: one person's answers on a day, kept whole; a skipped part is an answer too, and is not there."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, WalledBody
from samling.journey.rules import HOME_READS
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Capacity, Child
from samling.records.question import Question
from samling.seating.models import Speaker
from samling.sharing.models import Table
from samling.views.models.held import Held
from samling.views.models.notes import own_wall

from .. import rules
from ..reference import newest, parts, step_of, value_of, version

PLACES = {rules.Voice.CHILD: "child", rules.Voice.GUARDIAN: "home", rules.Voice.STAFF: "school"}


class Wheel(Held):
    """Who answered and when. It stands in the writer's own compartment (child VOICE, home HOME, school LEARNING), or at
    the joint table (MATTER) by the choice of whoever answered. Answers are never changed: a new talk is a new wheel."""

    wrong_child = Closed(_("A wheel"), by=("voice_name",))

    version = models.CharField(max_length=8)

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(name="wheel_is_said_by_one_of_three", condition=models.Q(voice__in=[one.value for one in rules.VOICES])),
        ]

    @classmethod
    @transaction.atomic
    def set(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Wheel":
        """Keep what was said, once. `told`: voice with its fields, said_on, version, steps (value by part), at_table,
        for_guardians with its reason, for_child. Raises Refused."""
        guard.lock_child(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        insist(rules.may_keep(told["steps"]))
        subject, behind = cls.stands(child, told["voice"], at_table=told["at_table"], by=by)
        heads = {name: told[name] for name in HEADS}
        made = cls(pk=pk, subject_id=subject, wall=behind, written_by=by, written_at=at, **heads)
        made.save(force_insert=True)
        WheelBody(**made.stamp(steps=told["steps"])).save(force_insert=True)
        made.tell("wheel set", by=by, at=at)
        return made

    @classmethod
    def stands(cls, child: Child, voice: str, *, at_table: bool, by: Capacity) -> tuple[UUID, int]:
        """The subject and wall that a wheel gets; the journey begins with the first one at its table. Raises Refused."""
        if at_table:
            journey, behind = guard.begin_journey(child.pk), wall(SHARED_BRANCH, Category.MATTER)
            insist(rules.may_write(writes=guard.my_access(journey).get(behind, False)))
            return journey, behind
        access = guard.my_access(child.pk)
        behind = own_wall(by, access, [PLACES[rules.Voice(voice)]], voice)
        insist(rules.may_write(writes=access.get(behind, False)))
        return child.pk, behind

    def may_undo(self, by: Capacity, at: dt.datetime) -> Answer:
        """Whether the acting capacity may undo a mistake, and why."""
        return rules.may_undo(is_own=self.written_by_id == by.pk, age=at - self.written_at, is_gone=self.is_gone)

    def may_take_back(self) -> Answer:
        """Whether it can be noted that the one who answered takes it back, and why."""
        writes = guard.my_access(self.subject_id).get(self.wall, False)
        return rules.may_take_back(voice=self.voice, writes=writes, is_gone=self.is_gone)

    def may_put(self, around: Table, by: Capacity) -> Answer:
        """Whether it may be put before everyone at the table now, and why."""
        guests = [around.guest(party, self) for party in around.others]
        own = self.written_by_id == by.pk and not self.is_gone
        return rules.may_put(reads=self.subject_id == around.child.pk, is_own=own, guests=guests)

    @transaction.atomic
    def put(self, child: Child, *, by: Capacity, at: dt.datetime) -> None:
        """Put it on the joint table: told to each of the others on the yes that covers it. Raises Refused."""
        guard.lock_child(child.pk)
        around = Table(child, at)
        insist(self.may_put(around, by))
        around.tell(self, [party.unit_id for party in around.others])
        self.tell("wheel put on the table", by=by, at=at)

    @property
    def side(self) -> str:
        """Child, home or school."""
        return PLACES[rules.Voice(self.voice)]

    @property
    def person(self) -> tuple[str, str]:
        """One key for one person: another authority knows the same mother by another row."""
        return (self.voice, "" if self.voice == rules.Voice.CHILD else self.voice_name.casefold())

    @property
    def steps(self) -> dict[str, int]:
        """The step (1 to 5) by part, for what was answered; empty when the answers are not open to the reader."""
        if not hasattr(self, "body"):
            return {}
        package = version(self.version)
        return {code: step_of(package, value) for code, value in self.body.steps.items()}

    @property
    def title(self) -> str:
        """What it is, where records are listed."""
        return gettext("The wheel: %(name)s") % {"name": self.voice_name}

    def get_absolute_url(self) -> str:
        """The wheel's page."""
        return reverse("outcome:wheel", args=[self.pk])


def as_said(speaker: Speaker, steps: list[int], *, on: dt.date, at_table: bool) -> dict[str, Any]:
    """What `Wheel.set` is told when somebody has answered the wheel as it is asked now: a step (1 to 5) for each part in
    its order, 0 where it was skipped."""
    package = newest()
    read, because = HOME_READS[rules.READ_BY_HOME[rules.Voice(speaker.voice)]]
    chosen = zip(parts(package), steps, strict=True)
    return speaker.heads | {
        "said_on": on, "version": package.version, "at_table": at_table, "for_guardians": read,
        "for_guardians_because": because, "for_child": speaker.voice == rules.Voice.CHILD,
        "steps": {part.code: value_of(package, step) for part, step in chosen if step},
    }  # fmt: skip


HEADS = ("voice", "voice_id", "voice_name", "voice_role", "shape", "said_on", "version", "for_guardians", "for_guardians_because",
         "for_child")  # fmt: skip


class WheelBody(WalledBody):
    """The answers: a value of the package's scale by part. What was skipped is not there. No column can be changed."""

    head = models.OneToOneField(Wheel, models.PROTECT, primary_key=True, related_name="body")
    steps = models.JSONField()

    class Meta:
        verbose_name_plural = "wheel bodies"


MOST = 60  # wheels of one child that a page reads at most


def standing(subjects: list[UUID]) -> list[Wheel]:
    """The wheels of these subjects that stand, the oldest first."""
    return list(_standing(subjects))[::-1]


@Question
def _standing(subjects: Any) -> models.QuerySet:
    rows = Wheel.objects.filter(subject_id__among=subjects, withdrawn_at=None, back_at=None)
    return rows.select_related("body").order_by("-said_on", "-written_at", "-id")[:MOST]


def told_of(subjects: list[UUID]) -> list[tuple[str, str, dt.date, int]]:
    """Who has answered, the latest first: voice, name, the latest day and how many times, in one statement."""
    return list(_told(subjects))


@Question
def _told(subjects: Any) -> models.QuerySet:
    rows = Wheel.objects.filter(subject_id__among=subjects, withdrawn_at=None, back_at=None)
    said = rows.values_list("voice", "voice_name").annotate(latest=models.Max("said_on"), number=models.Count("id"))
    return said.order_by("-latest", "voice", "voice_name")
