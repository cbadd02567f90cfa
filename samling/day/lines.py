"""The day's lists, each fetched by itself so that one that fails leaves the others standing."""

import datetime as dt
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from samling.access import guard
from samling.access.holding import duties
from samling.checklist.models.decision import FOLLOW_UP
from samling.consultation.models import Consultation
from samling.journey.models import Notice, Party
from samling.people.models import Capacity, Child, Unit
from samling.records.acting import once
from samling.records.question import Question
from samling.ui.parts import Words
from samling.ui.ways import way

from . import notices
from .greeting import in_words
from .standing import standing

log = logging.getLogger(__name__)
MOST = 60
FEW = 6


class Line(NamedTuple):
    """One thing on the day's page. `done` is the notice it can be ticked off by."""

    text: Words
    to: str = ""
    action: Words = ""
    child: Child | None = None
    due: dt.date | None = None
    done: UUID | None = None
    actor: str = ""
    who: str = ""
    since: dt.date | None = None


@dataclass
class Listed:
    """One list, or the fact that it could not be fetched. `more` leads on when not all are shown."""

    lines: list[Line] = field(default_factory=list)
    failed: bool = False
    more: str = ""


def attempt(fetch: Callable[[], Listed]) -> Listed:
    """A list by itself: what breaks here is logged without a word of its content, and said on the page.

    The page only reads, so that all its lists can go back to the same point.
    """
    start = once("attempt", transaction.savepoint_create)
    try:
        return fetch()
    except Exception as fault:
        transaction.savepoint_rollback(start)
        transaction.set_rollback(False)
        log.error("A list of the day failed: %s", type(fault).__name__)
        return Listed(failed=True)


class Notices:
    """What has been sent to a capacity and is not done."""

    def __init__(self, by: Capacity, at: dt.datetime, today: dt.date):
        self.by, self.at, self.today = by, at, today
        self.asked_how: set[UUID | None] = set()  # children of whom one is to ask how it went, after it was solved here

    def fetch(self) -> tuple[list[Line], list[Line]]:
        """What is for today, and what comes later; without children one no longer works with."""
        rows = _sent(duties())
        homes = _homes(rows)
        about = {row.pk: row.subject_id or homes.get(row.record_id) for row in rows}
        children = Child.known(about.values()) | notices.near(rows)
        stands = standing(rows)
        kept = [row for row in rows if notices.is_told(row.kind, row.subject_id, children) and stands(row)]
        self.asked_how = {about[row.pk] for row in kept if row.kind == FOLLOW_UP}
        parties = [row.record_id for row in kept if row.record_id and row.kind.startswith("party_")]
        units = dict(Party.objects.filter(pk__in=parties).values_list("pk", "unit__name"))
        lines = [self._line(list(alike), children, about, units) for alike in _alike(kept)]
        now = [line for line in lines if not line.due or line.due <= self.today]
        return now, [line for line in lines if line.due and line.due > self.today]

    def _line(self, rows: list[Notice], children: dict[UUID, Child], about: dict[UUID, UUID | None], units: dict[UUID, str]) -> Line:
        row, kind = rows[-1], notices.kind_of(rows[-1].kind)
        subject = about[row.pk]
        if kind is notices.UNKNOWN and not subject:
            kind = notices.EMPTY
        child = children.get(subject) if subject else None
        to = notices.address(kind, record=row.record_id, subject=child.pk if child else subject)
        several = len(rows) > 1 and kind.many
        says = capfirst(gettext(kind.many) % {"number": in_words(len(rows))}) if several else gettext(kind.says)
        who = units.get(row.record_id, "") if row.record_id else ""
        return Line(says, to, gettext(kind.action) if to else "", child, row.due_on, row.pk, who=who)


@Question
def _sent(to: Any) -> QuerySet:
    return Notice.objects.filter(to_id__among=to, done_at=None).order_by("due_on", "sent_at")[:MOST]


def _alike(rows: list[Notice]) -> Iterable[Iterable[Notice]]:
    """Those that name no child and can be told as many stand together, kind by kind, where the first of them stood."""
    found: dict[object, list[Notice]] = {}
    for row in rows:
        is_one = row.subject_id or not notices.stand_together(row.kind)
        found.setdefault(row.pk if is_one else (row.kind, row.due_on), []).append(row)
    return found.values()


def _homes(rows: list[Notice]) -> dict[UUID | None, UUID]:
    """The child row on one's own side of an answered invitation: the other side does not know its key."""
    asked = [
        row.record_id
        for row in rows
        if row.record_id and row.kind.startswith("party_") and not row.subject_id
    ]
    if not asked:
        return {}
    journeys = dict(Party.objects.filter(pk__in=asked).values_list("journey_id", "pk"))
    sides = Party.objects.filter(journey_id__in=journeys, child_id__isnull=False).exclude(pk__in=asked)
    return {journeys[journey]: child for journey, child in sides.values_list("journey_id", "child_id")}


def concerns(rows: list[Any]) -> Listed:
    """Concerns that someone waits for an answer to; the first few, then the way to all."""
    lines = [
        Line(
            gettext("A concern to take care of"),
            way("concern:nameless" if row.is_nameless else "concern:show", row.pk),
            gettext("Read"),
            row.child, row.due_on,
            who="" if row.child else gettext("A child without a name"),
        )
        for row in rows[:FEW]
    ]
    return Listed(lines, more=way("concern:inbox") if len(rows) > FEW else "")


def questions(by: Capacity) -> list[Line]:
    """Questions without a name to one's unit that nobody has answered."""
    return [
        Line(
            gettext("A question without a name"),
            one.get_absolute_url(),
            gettext("Answer"),
            who=str(one.written_by.unit),
            due=one.due_on,
        )
        for one in Consultation.waiting(by)[:FEW]
    ]


def invitations() -> list[Line]:
    """What one's unit has been invited to and not answered; a question to the team stands by itself."""
    asked = {row["party"] for row in guard.rows("referrals_waiting")}
    rows = [row for row in guard.rows("invitations") if row["id"] not in asked]
    near = Unit.objects.select_related("branch").filter(pk__in=[row["from_unit"] for row in rows])
    units = {unit.pk: unit for unit in near} if rows else {}
    return [
        Line(
            gettext("%(unit)s invites you to help") % {"unit": units.get(row["from_unit"], "")},
            reverse("journey:accept", args=[row["id"]]),
            gettext("Answer"),
            who=f"{row['given_name']} {row['family_name'][:1]}",
            actor=_shape(units.get(row["from_unit"])),
        )
        for row in rows
    ]


def _shape(unit: Unit | None) -> str:
    return unit.branch.actor if unit else ""
