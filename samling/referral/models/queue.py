"""The team's weekly triage: what waits to be received, what waits for an answer, what others have been asked to take."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from samling.access import guard
from samling.journey import parties
from samling.people.models import Capacity, Child, Unit
from samling.records.question import Question

from ..rules import State
from .asked import Referral

MOST = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One child in the queue. Before it has been received only the name and the question are known."""

    party: UUID
    name: str
    school: str
    actor: str
    question: str
    due_on: dt.date
    asked_at: dt.datetime
    state: State
    referral: Referral | None = None
    child: Child | None = None

    @property
    def subject_id(self) -> UUID:
        """What the log of lists notes: the child's row, or before it is received the invitation's own id."""
        return self.child.pk if self.child else self.party


def waiting() -> list[Line]:
    """What one's unit has been asked and nobody has received, the nearest day first."""
    asked = {row["party"]: row for row in guard.rows("referrals_waiting")}
    invited = [one for one in parties.invitations() if one["id"] in asked] if asked else []
    lines = [_invited(one, asked[one["id"]]) for one in invited]
    return sorted(lines, key=lambda line: (line.due_on, line.asked_at))


def _invited(one: dict, row: dict) -> Line:
    unit: Unit | None = one["from_unit"]
    return Line(
        one["id"], f"{one['given_name']} {one['family_name']}", str(unit or ""), unit.branch.actor if unit else "school",
        one["question"], row["due_on"], row["asked_at"], State.ASKED,
    )  # fmt: skip


def received(by: Capacity) -> list[Line]:
    """What one's unit has received, as far as one may read, the nearest day first."""
    rows = Referral.objects.filter(
        party__unit_id=by.unit_id, party__accepted_at__isnull=False, party__ended_at=None, withdrawn_at=None
    )
    found = list(rows.select_related(*Referral.beside).prefetch_related("decisions").order_by("due_on", "written_at")[:MOST])
    keys = [one.party.child_id for one in found]
    children = {child.pk: child for child in Child.objects.filter(pk__in=keys)} if found else {}
    return [_received(one, children[one.party.child_id]) for one in found if one.party.child_id in children]


@transaction.atomic
def receive(asked: dict[str, Any], own: UUID | None, *, by: Capacity, at: dt.datetime) -> Referral:
    """Someone of the team takes it in: the child gets a row there, and the school sees that it has come. Raises Refused."""
    parties.accept(asked, own, by=by.pk, at=at)
    found = Referral.objects.select_related(*Referral.beside).get(party_id=asked["id"])
    found.tell(State.RECEIVED, by=by, at=at)
    return found


def _received(one: Referral, child: Child) -> Line:
    unit = one.written_by.unit
    return Line(
        one.party_id, child.full_name, str(unit or ""), unit.branch.actor if unit else "school", one.party.question,
        one.due_on, one.written_at, one.state, one, child,
    )  # fmt: skip


def asked_by(by: Capacity) -> list[Referral]:
    """What I have asked and still wait for."""
    return [one for one in _asked(by.pk) if one.waits]


@Question
def _asked(by: Any) -> QuerySet:
    rows = Referral.objects.filter(written_by_id=by, withdrawn_at=None, party__ended_at=None)
    return rows.select_related(*Referral.beside).prefetch_related("decisions").order_by("due_on")[:MOST]
