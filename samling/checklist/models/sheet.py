"""The checklist itself, the chairs around its table, and which steps were finished or left out."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Walled
from samling.checklist import rules
from samling.concern.models import Signal
from samling.concern.rules import State
from samling.journey.telling import tell
from samling.kernel.answer import insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, Unit
from samling.questions.rules.shape import QuestionSet, Stage
from samling.questions.rules.versions import code_for, current, find
from samling.records.shape import paired


class Checklist(Walled):
    """What the adults around a child see and have tried; a record from its first save.

    It stands behind the school's wall for concerns, which everyone who can sit at the table reads.
    It holds no text: each answer stands behind the wall of its own block.
    """

    set_code = models.CharField(max_length=30)
    set_version = models.CharField(max_length=12)
    signal_id = models.UUIDField(null=True)

    @property
    def questions(self) -> QuestionSet:
        """The version of the question set it was begun with."""
        return find(self.set_code, self.set_version)

    @property
    def asked(self) -> str:
        """Set and version as each answer keeps them, readable without the checklist."""
        return f"{self.set_code} {self.set_version}"

    @staticmethod
    def may_begin(child: Child, capacity: Capacity) -> rules.Answer:
        """Whether this capacity may begin a checklist about a child that it has opened."""
        access = guard.my_access(child.pk)
        return rules.may_begin(
            at_school=capacity.unit.branch_id == child.branch_id,
            writes=access.get(wall(child.branch.number, Category.CONCERN), False),
        )

    @classmethod
    @transaction.atomic
    def begin(cls, child: Child, *, by: Capacity, at: dt.datetime, signal: UUID | None = None) -> "Checklist":
        """The checklist that is open about the child, or a new one. Raises Refused."""
        insist(cls.may_begin(child, by))
        guard.lock_child(child.pk)
        found = cls.open_about(child)
        if found:
            return found
        stage = Stage.PRESCHOOL if child.unit.kind == Unit.Kind.PRESCHOOL else Stage.SCHOOL
        asked = current(code_for(stage), at.date())
        opens, because = rules.for_guardians(is_voice=False, urgent=False, told=False)
        made = cls(
            for_guardians=opens, for_guardians_because=because, subject_id=child.pk, wall=wall(child.branch.number, Category.CONCERN), written_by=by, written_at=at,
            set_code=asked.code, set_version=asked.version, signal_id=signal,
        )  # fmt: skip
        made.save(force_insert=True)
        made.take_chair(by=by, at=at, kind=Seat.Kind.STAFF, capacity=by)
        made.tell("checklist begun", by=by, at=at)
        return made

    @classmethod
    def open_about(cls, child: Child) -> "Checklist | None":
        """The newest checklist about a child that is not finished."""
        newest = cls.objects.filter(subject_id=child.pk, withdrawn_at=None).order_by("-written_at").first()
        return newest if newest and not newest.is_closed else None

    @property
    def decision(self):
        """What was decided and stands, or None."""
        return self.decisions.filter(ended_at=None).order_by("-written_at").first()

    @property
    def is_closed(self) -> bool:
        """Whether a follow-up has found it solved."""
        return self.decisions.filter(ended_at=None, follow_ups__result="solved").exists()

    def stamp(self, by: Capacity, at: dt.datetime) -> dict[str, Any]:
        """What every record of this checklist begins with: child, wall, writer, and what the family may read."""
        return {
            "subject_id": self.subject_id, "wall": self.wall, "written_by": by, "written_at": at,
            "for_guardians": self.for_guardians, "for_guardians_because": self.for_guardians_because,
        }  # fmt: skip

    def open_to_home(self, *, told: bool, urgent: bool) -> None:
        """Guardians may read it from when they know of the worry, unless the child may be in danger (OSL 12:3)."""
        opens, because = rules.for_guardians(is_voice=False, urgent=urgent, told=told)
        before = {"for_guardians": self.for_guardians, "for_guardians_because": self.for_guardians_because}
        after = {"for_guardians": opens, "for_guardians_because": because}
        if after == before:
            return
        lines = (self.answer_lines, self.tried_lines, self.trial_lines)
        for rows in (type(self).objects.filter(pk=self.pk), self.chairs, self.decisions, *lines):
            rows.filter(**before).update(**after)
        self.for_guardians, self.for_guardians_because = opens, because

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event on the child's story about this checklist."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians=self.for_guardians)

    def tell_signal(self, state: State, *, by: Capacity, at: dt.datetime, because: str = "") -> None:
        """The concern it began from goes along, where the one who acts may take that step with it."""
        signal = Signal.objects.filter(pk=self.signal_id).first() if self.signal_id else None
        if signal and signal.may_step(state, by, because):
            signal.step(state, by=by, at=at, because=because)

    def mark(self, step: str, state: str, *, by: Capacity, at: dt.datetime) -> None:
        """Someone says that a step is done, or leaves it out for now."""
        StepMark(**self.stamp(by, at), checklist=self, step=step, state=state).save(force_insert=True)

    def marks(self) -> dict[str, str]:
        """The latest word about each step."""
        return dict(self.step_marks.order_by("written_at").values_list("step", "state"))

    def seats(self) -> list["Seat"]:
        """Those who sit at the table, in the order in which they sat down."""
        sitting = self.chairs.filter(left_at=None).order_by("written_at", "id")
        return list(sitting.select_related("capacity__person", "capacity__unit__branch", "guardian"))

    @transaction.atomic
    def take_chair(self, *, by: Capacity, at: dt.datetime, **who) -> "Seat":
        """Someone sits down. School health is told that this checklist exists, and nothing more (OSL 25:1)."""
        seat = Seat(**self.stamp(by, at), checklist=self, **who)
        seat.save(force_insert=True)
        guest = seat.capacity
        if guest and guest.unit.branch.hangs_on_id == by.unit.branch_id:
            ground = guard.give_ground(
                self.subject_id, [self.wall], basis="need_to_know", capacity=guest.pk, because="sits at the checklist"
            )
            guard.disclose_record(ground, self.wall, self.pk)
        return seat


class Seat(Walled):
    """A chair at the table: a colleague, a guardian, the child, or another adult by name."""

    class Kind(models.TextChoices):
        STAFF = "staff", _("staff")
        GUARDIAN = "guardian", _("guardian")
        CHILD = "child", _("the child")
        ADULT = "adult", _("another adult")

    class Voice(models.TextChoices):
        HERE = "here", _("sat here")
        BEFORE = "before", _("told us beforehand")
        SPOKEN_FOR = "spoken_for", _("through someone else")

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="chairs")
    kind = models.CharField(max_length=8, choices=Kind)
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=60, blank=True)
    voice = models.CharField(max_length=10, choices=Voice, default=Voice.HERE)
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("left_at", "left_by"),
            models.CheckConstraint(
                name="seat_is_somebodys",
                condition=Q(kind="staff", capacity__isnull=False) | Q(kind="guardian", guardian__isnull=False)
                | Q(kind="child", capacity=None, guardian=None) | Q(kind="adult") & ~Q(name=""),
            ),
        ]  # fmt: skip

    @property
    def shape(self) -> str:
        """The actor's shape: child, home, or the side the colleague works on."""
        by_kind = {self.Kind.CHILD: "child", self.Kind.STAFF: self.capacity and self.capacity.unit.branch.actor}
        return by_kind.get(self.kind, "home") or "home"

    @property
    def as_role(self) -> str:
        """What the person is here, or how the child took part."""
        if self.kind == self.Kind.CHILD:
            return self.get_voice_display()
        return self.capacity.role_title if self.capacity else self.guardian.relation if self.guardian else self.role

    def __str__(self) -> str:
        return str(self.capacity.person if self.capacity else self.guardian or self.name or self.get_kind_display())

    def leave(self, *, by: Capacity, at: dt.datetime) -> None:
        """The chair was taken by mistake, or the person no longer sits here."""
        self.left_at, self.left_by = at, by
        self.save(update_fields=["left_at", "left_by"])


class StepMark(Walled):
    """Someone said that a step was done, or left it out; the latest counts."""

    may_change = False

    class State(models.TextChoices):
        DONE = "done", _("done")
        SKIPPED = "skipped", _("skipped")

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="step_marks")
    step = models.CharField(max_length=30)
    state = models.CharField(max_length=8, choices=State)
