"""The chairs around a table."""

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.kernel.categories import SHARED_BRANCH, branch_of
from samling.people.models import Capacity
from samling.records.shape import paired


class Seat(Walled):
    """A chair at a table: a colleague, a guardian, the child, or another adult by name.

    The table is a record of a later chapter, known here by its id; it gives the wall (`stamp`).
    """

    wrong_child = Closed(because="whoever sits there by mistake leaves the table")

    class Kind(models.TextChoices):
        STAFF = "staff", _("staff")
        GUARDIAN = "guardian", _("guardian")
        CHILD = "child", _("the child")
        ADULT = "adult", _("another adult")

    class Voice(models.TextChoices):
        HERE = "here", _("sat here")
        BEFORE = "before", _("told us beforehand")
        SPOKEN_FOR = "spoken_for", _("through someone else")

    gathering_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Kind)
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=60, blank=True)
    voice = models.CharField(max_length=10, choices=Voice, default=Voice.HERE)
    ground = models.ForeignKey("access.Ground", models.PROTECT, null=True, related_name="+")
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("left_at", "left_by"),
            models.CheckConstraint(
                name="seat_is_somebodys",
                condition=Q(kind="staff", capacity__isnull=False)
                | Q(kind="guardian", guardian__isnull=False)
                | Q(kind="child", capacity=None, guardian=None)
                | Q(kind="adult") & ~Q(name=""),
            ),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["gathering_id"])]

    @classmethod
    def at(cls, gathering: Any) -> list["Seat"]:
        """Those who sit at the table: colleagues, guardians, the child, others; as they sat down."""
        sitting = cls.objects.filter(gathering_id=gathering.pk, left_at=None).order_by("written_at", "name")
        near = sitting.select_related("capacity__person", "capacity__unit__branch", "guardian")
        return sorted(near, key=lambda seat: cls.Kind.values.index(seat.kind))

    @classmethod
    @transaction.atomic
    def take(cls, gathering: Any, *, by: Capacity, at: dt.datetime, **who: Any) -> "Seat":
        """Someone sits down. School health is told that this exists, and no more (OSL 25:1), where it does not read anyway."""
        seat = cls(**gathering.stamp(by, at), gathering_id=gathering.pk, **who)
        home, guest = by.unit, seat.capacity and seat.capacity.unit
        if home and guest and guest.branch.hangs_on_id == home.branch_id and branch_of(seat.wall) != SHARED_BRANCH:
            seat.ground_id = guard.give_ground(
                seat.subject_id,
                [seat.wall],
                basis="need_to_know",
                because=gettext("sits at the table"),
                capacity=seat.capacity_id,
            )
            guard.disclose_record(seat.ground_id, seat.wall, gathering.pk)
        seat.save(force_insert=True)
        return seat

    def leave(self, *, by: Capacity, at: dt.datetime) -> None:
        """The chair was taken by mistake, or the person no longer sits here: what it opened is shut."""
        if self.ground_id:
            guard.end_ground(self.ground_id)
        self.left_at, self.left_by = at, by
        self.save(update_fields=["left_at", "left_by"])

    @property
    def key(self) -> tuple:
        """What makes a chair the same chair."""
        by_kind = {"staff": self.capacity_id, "guardian": self.guardian_id, "child": self.voice}
        return (self.kind, self.name, self.role) if self.kind == "adult" else (self.kind, str(by_kind[self.kind]))

    @property
    def line(self) -> str:
        """Another adult as one writes her: name, role."""
        return f"{self.name}, {self.role}" if self.role else self.name

    beside = ("capacity__person", "guardian")

    @property
    def title(self) -> str:
        """Who sat there."""
        return f"{self}, {self.as_role}"

    @property
    def shape(self) -> str:
        """The actor's shape: child, home, or the side on which one works."""
        if self.capacity and self.capacity.unit:
            return self.capacity.unit.branch.actor
        return {self.Kind.CHILD: "child", self.Kind.GUARDIAN: "home"}.get(self.Kind(self.kind), "school")

    @property
    def as_role(self) -> str:
        """What the person is here, or how the child took part."""
        if self.kind == self.Kind.CHILD:
            return str(self.get_voice_display())
        if self.capacity:
            return self.capacity.role_title
        return self.guardian.relation if self.guardian else self.role

    def __str__(self) -> str:
        return str(self.capacity.person if self.capacity else self.guardian or self.name)
