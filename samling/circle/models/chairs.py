"""Chairs around a child: a role that is agreed, whether or not anyone sits there; the named contact is one that all have."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import holding
from samling.access.models import Closed, Walled
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child
from samling.records.question import Question
from samling.records.shape import paired

from .. import rules
from .places import space

NAMED = "named_contact"


class Chair(Walled):
    """A role around a child, and who fills it: a colleague, somebody by name, or nobody yet.

    A named contact (*trygghetsperson*) gives no access; the family may say no to having one.
    """

    wrong_child = Closed(because="a chair is taken away from the table")

    class Actor(models.TextChoices):
        SCHOOL = "school", _("School")
        SOCIAL = "social", _("Social services")
        HEALTH = "health", _("Health care")
        HOME = "home", _("Home")

    code = models.CharField(max_length=16, blank=True)
    title = models.CharField(max_length=60)
    actor = models.CharField(max_length=6, choices=Actor)
    capacity = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    is_declined = models.BooleanField(default=False)
    filled_at = models.DateTimeField(null=True)
    filled_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            paired("filled_at", "filled_by"),
            paired("ended_at", "ended_by"),
            models.UniqueConstraint(
                fields=["subject"], condition=Q(code=NAMED, ended_at=None, withdrawn_at=None), name="chair_one_named_contact"
            ),
            models.CheckConstraint(
                name="chair_is_filled_by_somebody",
                condition=Q(filled_at=None, capacity=None, name="", is_declined=False)
                | Q(filled_at__isnull=False, capacity__isnull=False, name="", is_declined=False)
                | Q(filled_at__isnull=False, capacity=None, is_declined=False) & ~Q(name="")
                | Q(filled_at__isnull=False, capacity=None, name="", is_declined=True),
            ),
        ]

    @classmethod
    def around(cls, subjects: list[UUID]) -> "list[Chair]":
        """The chairs that stand, in the order they were agreed."""
        return _chairs(subjects)

    @classmethod
    def may_place(cls, child: UUID) -> Answer:
        """Whether the acting capacity says which chairs there are."""
        return rules.may_place(writes=bool(space(child)[1]))

    @classmethod
    @transaction.atomic
    def agree(cls, child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID, code: str = "") -> "Chair":
        """A role is agreed around the child, once: title, actor; nobody sits there yet. Raises Refused."""
        insist(cls.may_place(child.pk))
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        subject, wall = space(child.pk)
        made = cls(pk=pk, subject_id=subject, wall=wall, written_by=by, written_at=at, code=code, **told)
        made.save(force_insert=True)
        if not code:
            tell(subject, wall, rules.AGREED, by=by.pk, at=at, record=made.pk)
        return made

    @transaction.atomic
    def fill(self, who: dict[str, Any], *, by: Capacity, at: dt.datetime) -> None:
        """Somebody sits here from now on, or the family wants nobody. `who`: capacity, or name and phone, or is_declined."""
        empty: dict[str, Any] = {"capacity": None, "name": "", "phone": "", "is_declined": False}
        for field, value in (empty | who).items():
            setattr(self, field, value)
        self.filled_at, self.filled_by = at, by
        self.save(update_fields=[*empty, "filled_at", "filled_by"])
        tell(self.subject_id, self.wall, self._event, by=by.pk, at=at, record=self.pk)

    @property
    def _event(self) -> str:
        if self.code != NAMED:
            return rules.FILLED
        return rules.DECLINED if self.is_declined else rules.NAMED

    @transaction.atomic
    def end(self, *, by: Capacity, at: dt.datetime) -> None:
        """The role is no longer needed."""
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])
        tell(self.subject_id, self.wall, rules.EMPTIED, by=by.pk, at=at, record=self.pk)

    @property
    def words(self) -> str:
        """What the role is called."""
        return gettext("Named contact") if self.code == NAMED else self.title

    def holder(self) -> Capacity | None:
        """Who holds it now: whoever was named, or who has taken over from her."""
        if not self.capacity_id:
            return None
        found = holding.holders([self.capacity_id]).get(self.capacity_id)
        return self.capacity if found == self.capacity_id else Capacity.known([found]).get(found) if found else None

    def get_absolute_url(self) -> str:
        """The chair's own page."""
        return reverse("circle:chair", args=[self.pk])

    def __str__(self) -> str:
        return self.words


@Question
def _chairs(subjects: Any) -> models.QuerySet:
    rows = Chair.objects.filter(subject_id__among=subjects, ended_at=None, withdrawn_at=None)
    return rows.select_related("capacity__person", "capacity__unit__branch").order_by("written_at", "id")
