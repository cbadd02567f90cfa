"""A joint meeting around one child, in the journey's shared space."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.models import Party, sides_of
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import STOCKHOLM
from samling.records.question import Question
from samling.records.shape import paired
from samling.ui.ways import way

from .. import rules
from ..rules import Kind

EVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
WALL = wall(SHARED_BRANCH, Category.MEETING)


class JointMeeting(Walled):
    """One meeting: when, where, who leads it. What it is to answer stands in its body."""

    noun = _("joint meeting")
    wrong_child = Closed(_("A joint meeting"), by=("kind",))

    beside = ("chair__person", "chair__unit__branch", "written_by__person")

    class Kinds(models.TextChoices):
        JOINT = Kind.JOINT, _("Joint meeting")
        FOLLOW_UP = Kind.FOLLOW_UP, _("Follow-up")
        SIP = Kind.SIP, _("SIP meeting")

    class Because(models.TextChoices):
        FAMILY = "family", _("The family asked for it")
        ILL = "ill", _("Someone is ill")
        INTERPRETER = "interpreter", _("There was no interpreter")
        MANDATE = "mandate", _("Nobody who can decide could come")
        OTHER = "other", _("Something else")

    kind = models.CharField(max_length=10, choices=Kinds)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    chair = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    seen_on = models.DateField(null=True)
    read_back_at = models.DateTimeField(null=True)
    read_back_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    cancelled_because = models.CharField(max_length=12, choices=Because, blank=True)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("read_back_at", "read_back_by"),
            paired("held_at", "held_by"),
            paired("cancelled_at", "cancelled_by"),
            models.CheckConstraint(name="jointmeeting_ends_later", condition=models.Q(ends_at__gt=models.F("starts_at"))),
            models.CheckConstraint(name="jointmeeting_held_or_called_off",
                                   condition=models.Q(held_at=None) | models.Q(cancelled_at=None)),
        ]  # fmt: skip
        indexes = [*Walled.Meta.indexes, models.Index(fields=["starts_at"])]

    @classmethod
    def of(cls, child: UUID, since: dt.datetime = EVER) -> "list[JointMeeting]":
        """The meetings of a child's journeys from a moment on, the latest first, as far as one takes part."""
        journeys = [one.journey for one in sides_of(child)]
        return _meetings(journeys, since) if journeys else []

    @classmethod
    def may_begin(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, school_calls: bool) -> Answer:
        """Whether this meeting may be called, and why."""
        works = any(guard.my_access(child.pk).values())
        answer = rules.may_call(in_space=works, starts_at=told["starts_at"], ends_at=told["ends_at"], at=at)
        if answer and told["kind"] == Kind.SIP:
            return rules.may_call_sip(by.unit.branch.domain if by.unit else "", school_calls=school_calls)
        return answer

    @classmethod
    @transaction.atomic
    def call(
        cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID, school_calls: bool = False
    ) -> "JointMeeting":
        """Call everyone together, once; the agenda begins with five points. Raises Refused.

        `told`: kind, starts_at, ends_at, place, chair, question, seen_on (when the need of a SIP was seen).
        """
        insist(cls.may_begin(child, told, by=by, at=at, school_calls=school_calls))
        journey = guard.begin_journey(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        heads = {name: told[name] for name in ("kind", "starts_at", "ends_at", "place", "chair", "seen_on")}
        made = cls(pk=pk, subject_id=journey, wall=WALL, written_by=by, written_at=at, **heads)
        made.save(force_insert=True)
        JointMeetingBody(head=made, subject_id=journey, wall=WALL, question=told["question"]).save(force_insert=True)
        made.tell(rules.CALLED, by=by, at=at)
        return made

    def stamp(self, by: Capacity, at: dt.datetime) -> dict[str, Any]:
        """What every record of the meeting begins with."""
        return {"subject_id": self.subject_id, "wall": self.wall, "written_by": by, "written_at": at}

    def tell(self, what: str, *, by: Capacity, at: dt.datetime) -> None:
        """Note on the journey's story what happened."""
        tell(self.subject_id, self.wall, what, by=by.pk, at=at, record=self.pk)

    @property
    def is_over(self) -> bool:
        """Whether it has been held or called off."""
        return bool(self.held_at or self.cancelled_at)

    @property
    def on(self) -> dt.date:
        """The day, in Stockholm."""
        return self.starts_at.astimezone(STOCKHOLM).date()

    @property
    def child(self) -> Child | None:
        """The child row on one's own side."""
        sides = Party.objects.filter(journey_id=self.subject_id, child_id__isnull=False).values("child_id")
        return Child.objects.mine().filter(pk__in=sides).select_related("unit__branch").first()

    def may_prepare(self) -> Answer:
        """Whether it can still be prepared."""
        return rules.may_change(ended=self.held_at is not None, cancelled=self.cancelled_at is not None)

    def may_hold(self, at: dt.datetime) -> Answer:
        """Whether it can be noted as held now."""
        return rules.may_end(
            started=self.starts_at <= at, ended=self.held_at is not None, cancelled=self.cancelled_at is not None
        )

    @transaction.atomic
    def move(self, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """Another time, place or chair; whoever was invited is asked again when the time is another. Raises Refused."""
        insist(self.may_prepare())
        insist(rules.may_call(in_space=True, starts_at=told["starts_at"], ends_at=told["ends_at"], at=at))
        is_moved = (self.starts_at, self.ends_at) != (told["starts_at"], told["ends_at"])
        for name in ("starts_at", "ends_at", "place", "chair"):
            setattr(self, name, told[name])
        self.save(update_fields=["starts_at", "ends_at", "place", "chair"])
        if is_moved:
            self.invited.filter(answered_at__isnull=False).update(answer="", answered_at=None, answered_by=None)
            self.tell(rules.MOVED, by=by, at=at)

    @transaction.atomic
    def call_off(self, because: str, *, by: Capacity, at: dt.datetime) -> None:
        """It will not be held; nothing of it is deleted. Raises Refused."""
        insist(self.may_prepare())
        self.cancelled_at, self.cancelled_by, self.cancelled_because = at, by, because
        self.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_because"])
        self.tell(rules.CALLED_OFF, by=by, at=at)

    def read_back(self, *, by: Capacity, at: dt.datetime) -> None:
        """Everyone at the table has heard what was written, and may we write so: yes. Raises Refused."""
        insist(self.may_prepare())
        self.read_back_at, self.read_back_by = at, by
        self.save(update_fields=["read_back_at", "read_back_by"])

    @transaction.atomic
    def hold(self, *, by: Capacity, at: dt.datetime) -> None:
        """It has been held. Raises Refused."""
        insist(self.may_hold(at))
        self.held_at, self.held_by = at, by
        self.save(update_fields=["held_at", "held_by"])
        self.tell(rules.HELD, by=by, at=at)

    def get_absolute_url(self) -> str:
        """Its page."""
        return way("gathering:meeting", self.pk)

    def __str__(self) -> str:
        return str(self.get_kind_display())


@Question
def _meetings(journeys: Any, since: Any) -> models.QuerySet:
    rows = JointMeeting.objects.filter(subject_id__among=journeys, wall=WALL, starts_at__gte=since)
    return rows.select_related(*JointMeeting.beside).order_by("-starts_at")


class JointMeetingBody(WalledBody):
    """What the meeting is to answer, in plain words: the question stands in the invitation."""

    head = models.OneToOneField(JointMeeting, models.PROTECT, primary_key=True, related_name="body")
    question = models.TextField()

    class Meta:
        verbose_name_plural = "joint meeting bodies"
