"""What one owes and what one holds: my promises, and for a coordinator those that nobody has heard of."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from samling.access import holding
from samling.journey.models import HELD, Journey, Party, Sort, coordinating
from samling.journey.models import Held as Duty
from samling.people.models import Capacity, Child
from samling.plan.models import Plan
from samling.records.acting import each_once
from samling.records.question import Question
from samling.records.written import Statement

from ..rules import OPEN, Quiet, State, may_decide
from .glance import STANDING, standing
from .held import with_sides
from .promises import Promise, held_by

FEW, MOST = 12, 30
# More than are shown, since not every one needs a word.
HOLDS = Statement(
    Promise,
    "select * from (select x.*, row_number() over (partition by x.own order by coalesce(x.said_at, x.written_at), x.id) as place from ("
    + STANDING.format(
        more="coalesce(p.asked_id = any (%(duties)s) or p.asked_id is null and (p.holder_id = any (%(duties)s)"
        " or p.holder_id is null and p.maker_id = any (%(duties)s)), false) as own",
        which="p.subject_id = any (array(select guard.my_children()))",
    )
    + ") x where x.own or x.plan_id = any (%(plans)s)) y where y.place <= %(most)s order by y.place",
)


class Owed(NamedTuple):
    """One promise on somebody's list, about which child, and why it stands there."""

    promise: Promise
    child: Child | None
    why: str  # take, asked, quiet, over; left, swap, still
    since_on: dt.date


class Review(NamedTuple):
    """A plan that is to be looked at again."""

    plan: Plan
    child: Child | None


class Held(NamedTuple):
    """One person's promises and plans, for the day's page."""

    mine: list[Owed]
    others: list[Owed]
    reviews: list[Review]

    def waiting(self, today: dt.date) -> int:
        """How many of these ask something of whoever reads: an answer, somebody for what nobody holds, a plan to look at."""
        decides = sum(one.why in ("left", "swap") for one in self.others)
        return len(self.mine) + decides + sum(one.plan.review_on <= today for one in self.reviews)


def held(by: Capacity, today: dt.date) -> Held:
    """My promises that wait for a word, those of my plans that need me, and plans to look at again soon."""
    duties = holding.duties()
    plans = _coordinated(by)
    found = _silent(plans, duties)
    children = children_of({one.subject_id for one in (*found, *plans)})
    for one in found:
        one.may_decide = may_decide(one.state, is_outside=one.is_outside, is_asked=one.asked_id is not None, coordinates=not one.own)
    mine = [Owed(one, children.get(one.subject_id), why, one.heard_on) for one in found if one.own and (why := _owed(one, today))]
    asked = [Owed(one, children.get(one.subject_id), why, one.heard_on) for one in found if not one.own and (why := _needs(one, today))]
    due = [Review(one, children.get(one.subject_id)) for one in plans if one.review_on <= today + dt.timedelta(days=7)]
    return Held(sorted(mine, key=lambda one: one.since_on)[:FEW], sorted(asked, key=lambda one: one.since_on)[:FEW], due)


def _coordinated(by: Capacity) -> list[Plan]:
    """The plans of the journeys that I coordinate now."""
    plans = _plans()
    now = coordinating([one.subject_id for one in plans])
    return [one for one in plans if one.subject_id in now and now[one.subject_id].coordinator == by.pk]


@Question
def _plans() -> QuerySet:
    closed = Journey.objects.filter(closed_at__isnull=False).values("pk")
    return Plan.objects.mine().filter(withdrawn_at=None).exclude(subject_id__in=closed)


def _silent(plans: list[Plan], duties: list[UUID]) -> list[Promise]:
    """Those that these are to keep (`own`) and the others of these plans, each the longest silent first."""
    found = standing(HOLDS, duties=duties, plans=[one.pk for one in plans], most=MOST)
    Capacity.stand_by(found, "maker", "holder", "asked")
    return with_sides(found)


def _owed(one: Promise, today: dt.date) -> str:
    if one.is_left:
        return "take"
    if one.state is State.ASKED:
        return "asked"
    if one.until_on < today and one.state is not State.SWAP:
        return "over"
    return "quiet" if one.quiet(today) is not Quiet.NO else ""


def _needs(one: Promise, today: dt.date) -> str:
    if one.is_left:
        return "left"
    if one.state is State.SWAP:
        return "swap"
    return "still" if one.quiet(today) is Quiet.HOLDER else ""


def children_of(journeys: Iterable[UUID]) -> dict[UUID, Child]:
    """The child of each of these journeys, as the reader knows her."""
    return each_once("children of journeys", journeys, _children_of)


def _children_of(journeys: list[UUID]) -> dict[UUID, Child]:
    return {one.journey_id: one.child for one in _sides(journeys) if one.child}


@Question
def _sides(journeys: Any) -> QuerySet:
    mine = "journey_party.child_id = any(array(select guard.my_children()))"
    return Party.objects.filter(journey_id__among=journeys, ended_at=None).extra(where=[mine]).select_related("child__unit")


def _duties(capacities: list[UUID], about: UUID | None) -> Iterable[Duty]:
    """The open promises of these capacities, about one child or any: what would lose its holder if one of them left."""
    rows = Promise.objects.mine().filter(held_by(capacities), withdrawn_at=None).prefetch_related("words")
    if about:
        near = Party.objects.filter(Q(child_id=about) | Q(journey_id=about)).values("journey_id")
        rows = rows.filter(subject_id__in=near)
    for one in rows:
        holder = one.asked_id or one.holder_id or one.maker_id
        if one.state in OPEN and holder:
            yield Duty(Sort.PROMISE, one.title, holder, one.subject_id, one.pk, one.until_on, one.get_absolute_url())


HELD.append(_duties)
