"""Children around whom nobody has been heard of for long, whoever holds each, and the question how it is going."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max

from samling.access import holding
from samling.access.models import Assignment
from samling.journey.models import Notice, Party, coordinating
from samling.journey.telling import notify
from samling.kernel.answer import Answer, insist
from samling.people.models import Capacity, Child, Setting
from samling.people.roles import ROLES
from samling.records.clock import STOCKHOLM
from samling.records.written import Statement

from ..rules import NUDGED, may_nudge, quiet_since
from .heard import HEARD, WORDS

MOST = 40
_LATE = Statement(Child, f"""{HEARD}
select k.*, h.at as told_at from heard h join kids k on k.subject_id = h.subject_id
 where not h.rests and h.at <= %(since)s and h.unit_id = %(unit)s order by h.at, h.subject_id limit %(most)s""")


class Quiet(NamedTuple):
    """One quiet child: since when, who holds it, when she was asked last and whether one may ask now."""

    child: Child
    heard_at: dt.datetime | None
    holder: Capacity | None
    asked_at: dt.datetime | None
    may: Answer

    @property
    def subject_id(self) -> UUID:
        """For the log of what was shown."""
        return self.child.pk


def leads(by: Capacity) -> bool:
    """Whether this capacity says who works with the children of its unit."""
    rule = ROLES.get(by.role)
    return bool(rule and rule.may_assign and by.unit_id)


def quiet_children(by: Capacity, at: dt.datetime) -> list[Quiet]:
    """The children of one's unit where something goes on and nobody has been heard of, the longest first."""
    days = Setting.number("deadline.quiet_days", at, capacity=by.pk)
    late = _LATE(**WORDS, unit=by.unit_id, since=quiet_since(at, days=days), most=MOST)
    return _asked(by, at, [(one.told_at, one) for one in late])


def _asked(by: Capacity, at: dt.datetime, found: list[tuple[dt.datetime, Child]]) -> list[Quiet]:
    held, lately = _holders([child for _at, child in found], at), _nudges(by, [child.pk for _at, child in found])
    return [
        Quiet(child, told_at, held.get(child.pk), lately.get(child.pk), _may(by, at, held.get(child.pk), lately.get(child.pk)))
        for told_at, child in found
    ]


def _may(by: Capacity, at: dt.datetime, holder: Capacity | None, asked_at: dt.datetime | None) -> Answer:
    days = Setting.number("deadline.nudge_days", at, capacity=by.pk)
    asked_on = asked_at.astimezone(STOCKHOLM).date() if asked_at else None
    return may_nudge(leads=leads(by), holder=holder is not None, is_self=bool(holder and holder.pk == by.pk), asked_on=asked_on,
                     today=at.astimezone(STOCKHOLM).date(), days=days)  # fmt: skip


def _holders(children: list[Child], at: dt.datetime) -> dict[UUID, Capacity]:
    """Who coordinates around each child, else who has worked with her longest; by whoever holds it now."""
    keys = [one.pk for one in children]
    if not keys:
        return {}
    sides = Party.objects.filter(child_id__in=keys, accepted_at__isnull=False, ended_at=None).values_list("journey_id", "child_id")
    near = {journey: child for journey, child in sides if child}
    given = Assignment.objects.standing(at).filter(subject_id__in=keys, capacity__isnull=False).order_by("-from_at")
    named = dict(given.values_list("subject_id", "capacity_id"))
    named |= {near[journey]: one.coordinator for journey, one in coordinating(near).items() if one.coordinator}
    now = holding.holders(named.values())
    known = Capacity.known([one for one in now.values() if one])
    return {child: known[holder] for child, one in named.items() if (holder := now.get(one)) in known}


def _nudges(by: Capacity, children: list[UUID]) -> dict[UUID, dt.datetime]:
    rows = Notice.objects.filter(sent_by=by, kind=NUDGED, subject_id__in=children).values("subject_id").annotate(at=Max("sent_at"))
    return {row["subject_id"]: row["at"] for row in rows} if children else {}


def nudge(child: Child, *, by: Capacity, at: dt.datetime) -> Capacity:
    """Ask whoever holds it how it is going; the notice is the record. Raises Refused."""
    holder, asked = _holders([child], at).get(child.pk), _nudges(by, [child.pk]).get(child.pk)
    insist(_may(by, at, holder, asked))
    assert holder is not None
    notify(holder.pk, NUDGED, by=by.pk, at=at, subject=child.pk)
    return holder
