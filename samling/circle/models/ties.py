"""What the child says of someone around her: how often, how close, what she calls them."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled
from samling.contact.models import place
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import Category
from samling.people.models import Capacity, Child
from samling.records.question import Question

from .. import rules
from ..rules import Often

WHOM = ("capacity", "guardian", "adult")


class Tie(Walled):
    """How the child is tied to one adult, as the child tells it; the latest row counts, behind the child's own words."""

    wrong_child = Closed(_("How the child is tied to somebody"))

    may_change = False

    class Rhythm(models.TextChoices):
        DAY = Often.DAY, _("every day")
        WEEK = Often.WEEK, _("every week")
        SOMETIMES = Often.SOMETIMES, _("sometimes")

    class Close(models.IntegerChoices):
        LITTLE = 1, _("a little close")
        CLOSE = 2, _("close")
        VERY = 3, _("very close")

    capacity = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    adult = models.ForeignKey("people.SignificantAdult", models.PROTECT, null=True, related_name="+")
    often = models.CharField(max_length=10, choices=Rhythm, blank=True)
    close = models.PositiveSmallIntegerField(choices=Close, null=True)
    calls = models.CharField(max_length=40, blank=True)
    is_chosen = models.BooleanField(default=False)

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(
                name="tie_is_to_one_person",
                condition=models.Q(capacity__isnull=False, guardian=None, adult=None)
                | models.Q(capacity=None, guardian__isnull=False, adult=None)
                | models.Q(capacity=None, guardian=None, adult__isnull=False),
            ),
        ]

    @property
    def whom(self) -> UUID:
        """The person's key on the map."""
        found = self.capacity_id or self.guardian_id or self.adult_id
        assert found is not None, "tie_is_to_one_person holds"
        return found

    @classmethod
    def may_tell(cls, child: UUID) -> Answer:
        """Whether the acting capacity writes down what the child says of this."""
        return rules.may_tell_closeness(writes=bool(place(child, Category.VOICE)))

    @classmethod
    @transaction.atomic
    def note(cls, child: Child, kind: str, whom: UUID, told: dict[str, Any], *, by: Capacity, at: dt.datetime) -> "Tie":
        """Write down what the child says of one person. `told`: often, close, calls, is_chosen. Raises Refused."""
        insist(cls.may_tell(child.pk))
        wall = place(child.pk, Category.VOICE)
        made = cls(
            subject_id=child.pk, wall=wall, written_by=by, written_at=at, for_guardians="child_decides",
            for_guardians_because="the child's words", **{f"{kind}_id": whom}, **told,
        )  # fmt: skip
        made.save(force_insert=True)
        tell(child.pk, wall, rules.CLOSENESS, by=by.pk, at=at, record=made.pk, for_guardians="no")
        return made

    @classmethod
    def of(cls, child: UUID) -> "dict[UUID, Tie]":
        """What stands for each person, by the person's key."""
        return {row.whom: row for row in _ties(child)}


@Question
def _ties(child: Any) -> models.QuerySet:
    whom = ("capacity_id", "guardian_id", "adult_id")
    return Tie.objects.filter(subject_id=child, withdrawn_at=None).order_by(*whom, "-written_at").distinct(*whom)
