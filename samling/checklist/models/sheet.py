"""The checklist itself, and which of its steps were finished or left out."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.checklist import rules
from samling.concern.models import Signal
from samling.concern.rules import SCHOOLS, State
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child, Unit
from samling.questions.rules.shape import QuestionSet, Stage
from samling.questions.rules.versions import code_for, current, find
from samling.seating.models import Seat


class Checklist(Walled):
    """What the adults around a child see and have tried; a record from its first save.

    It stands behind the school's wall for concerns, which everyone who can sit at the table reads.
    It holds no text: each answer stands behind the wall of its own block.
    """

    wrong_child = Closed(_("A checklist"))

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

    @property
    def title(self) -> str:
        """What those who are told of it call it."""
        return gettext("Checklist")

    def get_absolute_url(self) -> str:
        """Its front."""
        return reverse("checklist:show", args=[self.pk])

    @staticmethod
    def may_begin(child: Child, capacity: Capacity, access: dict[int, bool] | None = None) -> Answer:
        """Whether this capacity may begin a checklist about a child; `access` when it has been asked for."""
        access, branch = access or guard.my_access(child.pk), capacity.unit.branch_id if capacity.unit else None
        return rules.may_begin(
            at_school=branch == child.branch_id and child.branch.domain in SCHOOLS,
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
        made = cls(subject_id=child.pk, wall=wall(child.branch.number, Category.CONCERN), signal_id=signal)
        made.written_by, made.written_at, made.set_code, made.set_version = by, at, asked.code, asked.version
        made.for_guardians, made.for_guardians_because = rules.for_guardians()
        made.save(force_insert=True)
        Seat.take(made, by=by, at=at, kind=Seat.Kind.STAFF, capacity=by)
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
        """What every record of this checklist begins with: child, wall, writer, the family's part."""
        return {
            "subject_id": self.subject_id, "wall": self.wall, "written_by": by, "written_at": at,
            "for_guardians": self.for_guardians, "for_guardians_because": self.for_guardians_because,
        }  # fmt: skip

    def open_to_home(self, *, told: bool, urgent: bool) -> None:
        """Guardians may read it once they know of the worry, unless there may be danger (OSL 12:3)."""
        opens, because = rules.for_guardians(urgent=urgent, told=told)
        before = {"for_guardians": self.for_guardians, "for_guardians_because": self.for_guardians_because}
        after = {"for_guardians": opens, "for_guardians_because": because}
        if after == before:
            return
        lines = (self.answer_lines, self.tried_lines, self.trial_lines)
        for rows in (
            type(self).objects.filter(pk=self.pk),
            Seat.objects.filter(gathering_id=self.pk),
            self.decisions,
            *lines,
        ):
            rows.filter(**before).update(**after)
        self.for_guardians, self.for_guardians_because = opens, because

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event on the child's story about this checklist."""
        tell(
            self.subject_id,
            self.wall,
            kind,
            by=by.pk,
            at=at,
            record=self.pk,
            for_guardians=self.for_guardians,
        )

    def tell_signal(self, state: State, *, by: Capacity, at: dt.datetime, because: str = "") -> None:
        """The concern it began from goes along: the table has decided, whoever of them says so."""
        signal = Signal.objects.filter(pk=self.signal_id).first() if self.signal_id else None
        if signal and signal.may_step(state, by, because, at_table=True):
            signal.step(state, by=by, at=at, because=because, at_table=True)

    def mark(self, step: str, state: str, *, by: Capacity, at: dt.datetime) -> None:
        """Someone says that a step is done, or leaves it out for now."""
        StepMark(**self.stamp(by, at), checklist=self, step=step, state=state).save(force_insert=True)

    def marks(self) -> dict[str, str]:
        """The latest word about each step."""
        return dict(self.step_marks.order_by("written_at").values_list("step", "state"))


class StepMark(Walled):
    """Someone said that a step was done, or left it out; the latest counts."""

    wrong_child = Closed(within="checklist")

    may_change = False

    class State(models.TextChoices):
        DONE = "done", _("done")
        SKIPPED = "skipped", _("skipped")

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="step_marks")
    step = models.CharField(max_length=30)
    state = models.CharField(max_length=8, choices=State)
