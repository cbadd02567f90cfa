"""Who takes part in a child's journey: invited on a standing ground, accepted, declined, left."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from samling.access import guard
from samling.access.models import Ground
from samling.kernel.categories import Category, category_of
from samling.kernel.regime import Domain
from samling.people.models import Agreement, Capacity, Child, Unit

from .models import Party
from .telling import notify, tell


def parties_of(child: UUID) -> list[Party]:
    """Every party of the child's journey, in the order they were invited."""
    return list(
        Party.around(child)
        .order_by("invited_at", F("ground").asc(nulls_first=True), "id")
        .select_related("unit__branch", "invited_by__person", "accepted_by__person")
    )


def asked_of_them(child: UUID) -> str:
    """What those who were invited last were asked, so that it need not be written again; empty if nobody was."""
    rows = Party.around(child).exclude(question="").order_by("-invited_at")
    return rows.values_list("question", flat=True).first() or ""


def invitable(child: UUID, at: dt.datetime) -> list[Ground]:
    """The standing grounds on which a unit can be invited: they give it the name, and it is not there yet."""
    there = {party.unit_id for party in parties_of(child) if not party.ended_at}
    stands = {
        row["consent_id"] for row in guard.rows("consents_of", child) if category_of(row["wall"]) == Category.IDENTITY
    }
    grounds = Ground.objects.filter(subject_id=child, to_unit__isnull=False).standing(at)
    found: dict[UUID, Ground] = {}
    for ground in grounds.select_related("to_unit__branch").prefetch_related("rests_on").order_by("from_at"):
        named = any(category_of(wall) == Category.IDENTITY for wall in ground.walls)
        rests = {rest.consent_id for rest in ground.rests_on.all()}
        if named and rests <= stands and ground.to_unit_id not in there:
            found.setdefault(ground.to_unit_id, ground)
    return list(found.values())


def ways(ground: Ground, agreed: Mapping[UUID, str]) -> list[str]:
    """How the unit of a ground can take part, the usual way first: another organisation by copy alone where that is
    what the two have agreed; health care by copy too, unless they agreed otherwise and it is a SIP (decision 73)."""
    unit = ground.to_unit
    if unit is None or agreed.get(unit.branch_id) == Party.How.COPY:
        return [Party.How.COPY]
    if unit.branch.domain == Domain.HEALTH and not guard.asked("may_share_space", unit.pk, ground.pk):
        return [Party.How.COPY]
    return [Party.How.SPACE, Party.How.COPY]


def agreed_with(grounds: Iterable[Ground], by: Capacity, at: dt.datetime) -> dict[UUID, str]:
    """How the branches of these grounds' units take part by an agreement in force, where there is one."""
    return Agreement.ways(by.unit.branch.organisation_id, [one.to_unit.branch_id for one in grounds if one.to_unit], at)


def lapsed(child: UUID, grounds: Iterable[UUID], at: dt.datetime) -> set[UUID]:
    """Those of these grounds that rest no longer, by the clock or by a yes that stands no more, as far as one may read."""
    rows = list(Ground.objects.filter(pk__in=list(grounds)).prefetch_related("rests_on"))
    if not rows:
        return set()
    stands = {
        row["consent_id"] for row in guard.rows("consents_of", child) if category_of(row["wall"]) == Category.IDENTITY
    }
    return {
        one.pk for one in rows
        if (one.until_at and one.until_at <= at) or not {rest.consent_id for rest in one.rests_on.all()} <= stands
    }  # fmt: skip


@transaction.atomic
def invite(child: Child, ground: Any, *, how: str, question: str, by: UUID, at: dt.datetime) -> UUID:
    """Invite the unit of a ground, once; the journey begins with the first invitation."""
    guard.lock_child(child.pk)
    for party in parties_of(child.pk):
        if party.unit_id == ground.to_unit_id and not party.ended_at:
            return party.pk
    made = guard.invite_party(child.pk, ground.to_unit_id, ground=ground.pk, how=how, question=question)
    tell(child.pk, child.wall, "party invited", by=by, at=at, record=made)
    return made


def invitations() -> list[dict[str, Any]]:
    """What one's unit is invited to, while the ground stands; `subject_id` is the invitation's own id."""
    rows = guard.rows("invitations")
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=[row["from_unit"] for row in rows])}
    people = {
        one.pk: one
        for one in Capacity.objects.filter(pk__in=[row["invited_by"] for row in rows]).select_related("person", "unit")
    }
    return [
        {
            **row,
            "subject_id": row["id"],
            "from_unit": units.get(row["from_unit"]),
            "by": people.get(row["invited_by"]),
        }
        for row in rows
    ]


def same_child(invitation: dict[str, Any]) -> list[Child]:
    """Children one works with already that may be the one an invitation is about."""
    return list(
        Child.objects.mine()
        .filter(
            given_name__iexact=invitation["given_name"],
            family_name__iexact=invitation["family_name"],
            birth_year=invitation["birth_year"],
        )
        .select_related("unit")
    )


@transaction.atomic
def accept(invitation: dict[str, Any], own: UUID | None, *, by: UUID, at: dt.datetime) -> UUID:
    """Come in: one's own child row, a new one or the one given, is linked; whoever invited gets to know."""
    child: UUID = guard.accept_party(invitation["id"], own)
    theirs = Party.objects.filter(journey__parties=invitation["id"], unit=invitation["from_unit"])
    subject = theirs.values_list("child_id", flat=True).first()
    notify(invitation["invited_by"], "party_accepted", by=by, at=at, record=invitation["id"], subject=subject)
    return child


@transaction.atomic
def decline(invitation: dict[str, Any], *, by: UUID, at: dt.datetime) -> None:
    """Say no to an invitation; whoever invited gets to know."""
    guard.end_party(invitation["id"])
    notify(invitation["invited_by"], "party_declined", by=by, at=at, record=invitation["id"])


@transaction.atomic
def leave(party: Party, *, by: UUID, at: dt.datetime) -> None:
    """End a party's part in the journey; nothing is deleted."""
    first = Party.objects.filter(journey_id=party.journey_id, ground=None).values_list("child_id", flat=True).first()
    guard.end_party(party.pk)
    for to, subject in ((party.invited_by_id, first), (party.accepted_by_id, party.child_id)):
        if to and to != by:
            notify(to, "party_ended", by=by, at=at, record=party.pk, subject=subject)


def home_of(party: Party) -> UUID | None:
    """The child row on one's own side that a party's journey hangs on."""
    sides = Party.objects.filter(journey_id=party.journey_id, child_id__isnull=False).values("child_id")
    return Child.objects.mine().filter(pk__in=sides).values_list("pk", flat=True).first()
