"""*Kontakta inte hemmet*: named guardians are not to be reached about this child, at once, without a trace.

`may_contact` and `contactable` are the only door for anything that reaches a home: invitations, letters,
questionnaires, the calendar, the telephone. Whoever may know of a decision gets the truth. To everyone else
the answer is the same as if there were none; what is sent on their behalf is held back at the moment of
sending (`guard.may_reach`, for the worker alone), and the family's side of Samling is shut by the walls.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models, transaction

from samling.access import guard
from samling.access.models import Closed, Walled, WalledBody
from samling.journey.telling import tell
from samling.kernel.answer import insist
from samling.kernel.categories import Category, category_of
from samling.people.models import Child
from samling.people.models.children import CUSTODIAL
from samling.records.acting import once
from samling.records.question import Question
from samling.records.shape import paired

from . import rules


class NoContact(Walled):
    """A decision that nothing about the child goes to this guardian; kept inside its compartment."""

    wrong_child = Closed(because="a home is reached again by a decision of its own")

    guardian = models.ForeignKey("people.Guardian", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        db_table = "consent_nocontact"  # the guard's functions know it by this name
        constraints = [*Walled.Meta.constraints, paired("ended_at", "ended_by")]

    @classmethod
    @transaction.atomic
    def decide(
        cls, child: Child, guardians: Iterable[UUID], *, because: str, by: UUID, at: dt.datetime
    ) -> None:
        """Stop all contact with these guardians from this moment; those already stopped stay so."""
        guard.lock_child(child.pk)
        wall = place(child.pk, Category.NO_CONTACT)
        insist(rules.may_stop_contact(may_know=bool(wall)))
        stopped = {decision.guardian_id for decision in cls.standing(child.pk)}
        known = {giver["id"] for giver in guard.rows("givers", child.pk)}
        for guardian in (set(guardians) & known) - stopped:
            head = cls(
                subject_id=child.pk,
                wall=wall,
                guardian_id=guardian,
                written_by_id=by,
                written_at=at,
                for_guardians="no",
            )
            head.save(force_insert=True)
            NoContactBody(head=head, subject_id=child.pk, wall=wall, because=because).save(force_insert=True)
            tell(child.pk, wall, "no contact decided", by=by, at=at, record=head.pk)

    @transaction.atomic
    def stop(self, *, by: UUID, at: dt.datetime) -> None:
        """The home may be reached again."""
        guard.lock_child(self.subject_id)
        insist(self.may_stop())
        if self.ended_at is None:
            self.ended_at, self.ended_by_id = at, by
            self.save(update_fields=["ended_at", "ended_by"])
            tell(self.subject_id, self.wall, "no contact ended", by=by, at=at, record=self.pk)

    def may_stop(self) -> Any:
        """Whether the acting capacity may end the decision, and why."""
        return may_stop_contact(self.subject_id)

    @classmethod
    def standing(cls, child: UUID) -> models.QuerySet:
        """The decisions in force about a child: none, for those who may not know."""
        return cls.objects.filter(subject_id=child, ended_at=None, withdrawn_at=None)

    @classmethod
    def stopped(cls, child: UUID) -> set[UUID]:
        """The guardians whom these decisions keep from being reached; asked once while a page reads."""
        return once(("stopped", child), lambda: set(_stopped(child)))


@Question
def _stopped(child: Any) -> models.QuerySet:
    return NoContact.standing(child).values_list("guardian_id", flat=True)


class NoContactBody(WalledBody):
    """The reason for the decision."""

    head = models.OneToOneField(NoContact, models.PROTECT, primary_key=True, related_name="body")
    because = models.TextField()

    class Meta:
        db_table = "consent_nocontactbody"
        verbose_name_plural = "no-contact bodies"


def place(child: UUID, category: Category) -> int:
    """The wall of this category that the acting capacity may write; 0 where there is none."""
    access = guard.my_access(child)
    return next((wall for wall, writes in access.items() if writes and category_of(wall) == category), 0)


def may_stop_contact(child: UUID) -> Any:
    """Whether the acting capacity decides about contact with this child's home, and why."""
    return rules.may_stop_contact(may_know=bool(place(child, Category.NO_CONTACT)))


def may_contact(guardian: UUID, at: dt.datetime) -> bool:
    """Whether anything may reach this guardian at a moment."""
    stopped = NoContact.objects.filter(guardian_id=guardian, written_at__lte=at, withdrawn_at=None)
    return not stopped.filter(models.Q(ended_at=None) | models.Q(ended_at__gt=at)).exists()


def contactable(child: UUID) -> list[dict[str, Any]]:
    """The guardians with custody who may be reached now, with names, relation, language and interpreter."""
    stopped = {decision.guardian_id for decision in NoContact.standing(child)}
    return [giver for giver in custodial(child) if giver["id"] not in stopped]


def custodial(child: UUID) -> list[dict[str, Any]]:
    """The guardians who are asked: registered with custody, or with custody not known yet (FB 6:11, 6:13)."""
    return [giver for giver in guard.rows("givers", child) if giver["custody"] in CUSTODIAL]


def decisions(child: UUID) -> dict[str, Any]:
    """What is decided about contact with a home, with the names: in force, and what has been."""
    names = {
        giver["id"]: f"{giver['given_name']} {giver['family_name']}" for giver in guard.rows("givers", child)
    }
    rows = (
        NoContact.objects.filter(subject_id=child, withdrawn_at=None)
        .order_by("-written_at", "id")
        .select_related("written_by__person", "ended_by__person", "body")
    )
    named = [(row, names.get(row.guardian_id, "")) for row in rows]
    return {
        "standing": [one for one in named if not one[0].ended_at],
        "past": [one for one in named if one[0].ended_at],
    }
