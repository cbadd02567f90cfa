"""The concerns to take care of, and what one has told oneself: one row for each, named or nameless."""

import datetime as dt
from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet, Window
from django.db.models.functions import Cast, RowNumber
from django.http import QueryDict

from samling.people.models import Capacity, Child, Setting
from samling.records.question import Question
from samling.ui.pieces import Piece, fetched

from .. import rules
from ..rules import State, Word
from .answers import Outcome
from .nameless import NamelessConcern
from .raised import Raised
from .shown import WORDS
from .signals import Signal, standing

MOST, OWED, FEW = 200, 40, 6


class Row(NamedTuple):
    """One line: what it is about, where it stands, and when an answer is due (None when given)."""

    pk: UUID
    subject_id: UUID | None
    child: Child | None
    concern: Raised
    raised_on: dt.date
    state: State | None
    outcome: Outcome | None
    due_on: dt.date | None

    @property
    def state_word(self) -> str:
        """Where it stands, in a word; empty where only the answer is known."""
        return str(WORDS[self.state]) if self.state else ""

    @property
    def is_nameless(self) -> bool:
        """Whether the child has no name here."""
        return self.subject_id is None


def to_take_care_of(by: Capacity, at: dt.datetime) -> list[Row]:
    """Open concerns that this capacity may take care of, those with the oldest debt of an answer first."""
    if not rules.may_handle(by.role):
        return []
    named, asked = _standing(), _unsettled(by)
    rows = _rows(named, asked, _days(by, at))
    return sorted(rows, key=lambda row: (row.due_on or dt.date.max, row.raised_on))


def told_by(by: Capacity, at: dt.datetime) -> list[Row]:
    """What this capacity has told, the latest first."""
    rows = _rows(_raised(by.pk), _nameless(by.pk), _days(by, at))
    return sorted(rows, key=lambda row: row.raised_on, reverse=True)


def unanswered(by: Capacity, at: dt.datetime) -> list[Row]:
    """What this capacity has told and nobody has answered, the longest waited for first."""
    return sorted(_rows(_waiting(by.pk), _unsaid(by.pk), _days(by, at)), key=lambda row: row.raised_on)


def about_child(child: Child, by: Capacity, at: dt.datetime, asked: QueryDict) -> Piece:
    """The concerns about one child, the latest first, as the piece that is asked for."""
    found = fetched(partial(_about, child.pk), asked, "concerns", FEW)
    return found._replace(rows=_rows(list(found.rows), [], _days(by, at), {child.pk: child}))


@Question
def _standing() -> QuerySet:
    return standing(Signal.objects.mine())[:MOST]


@Question
def _raised(by: Any) -> QuerySet:
    return Signal.objects.mine().filter(raised_by_id=by, nameless=None).order_by("-raised_at")[:MOST]


@Question
def _waiting(by: Any) -> QuerySet:
    said = Outcome.objects.filter(signal_id=OuterRef("pk"))
    return Signal.objects.mine().filter(~Exists(said), raised_by_id=by, nameless=None).order_by("raised_at")[:OWED]


@Question
def _unsaid(by: Any) -> QuerySet:
    said = Outcome.objects.filter(nameless_id=OuterRef("pk"))
    rows = NamelessConcern.objects.filter(~Exists(said), written_by_id=by).select_related("to_unit")
    return rows.order_by("written_at")[:OWED]


@Question
def _nameless(by: Any) -> QuerySet:
    return NamelessConcern.objects.filter(written_by_id=by).select_related("to_unit").order_by("-written_at")[:MOST]


@Question
def _unopened(unit: Any) -> QuerySet:
    asked = NamelessConcern.objects.filter(to_unit_id=unit, opened_at=None).select_related("to_unit")
    settled = Outcome.objects.filter(word__in=(Word.SOLVED, Word.ONWARD)).values("nameless")
    return asked.exclude(pk__in=settled.filter(nameless__isnull=False)).order_by("written_at")[:MOST]


@Question
def _about(child: Any, after: Any, last: Any) -> QuerySet:
    latest = Window(RowNumber(), order_by=[F("raised_at").desc(), F("pk").desc()])
    rows = Signal.objects.filter(subject_id=child).annotate(nth=latest, total=Window(Count("pk")))
    return rows.filter(nth__gt=Cast(after, IntegerField()), nth__lte=Cast(last, IntegerField())).order_by("nth")


def due_on(concern: Signal | NamelessConcern, at: dt.datetime, by: Capacity) -> dt.date | None:
    """When an answer is due for one concern; None when it has been given."""
    key = concern.nameless_id or concern.pk if isinstance(concern, Signal) else concern.pk
    answered = Outcome.latest([concern.pk], [key])
    return None if answered else rules.reply_due(concern.raised_on, _days(by, at)())


def _days(by: Capacity, at: dt.datetime) -> Callable[[], int]:
    """Within how many days one answers; asked for once, and only if someone waits for an answer."""
    return cache(lambda: Setting.number("deadline.reply_days", at, capacity=by.pk))


def _unsettled(by: Capacity) -> list[NamelessConcern]:
    return _unopened(by.unit_id) if by.unit_id else []


def _rows(
    named: list[Signal],
    asked: list[NamelessConcern],
    days: Callable[[], int],
    known: dict[UUID, Child] | None = None,
) -> list[Row]:
    said = Outcome.latest([one.pk for one in named], _keys(named, asked))
    children = known or Child.known(signal.subject_id for signal in named)
    rows = [
        _row(one, said.get(one.nameless_id or one.pk), days)._replace(
            subject_id=one.subject_id, child=children.get(one.subject_id), state=getattr(one, "latest", None)
        )
        for one in named
    ]
    return rows + [_row(one, said.get(one.pk), days) for one in asked]


def _keys(named: list[Signal], asked: list[NamelessConcern]) -> list[UUID]:
    return [one.nameless_id for one in named if one.nameless_id] + [one.pk for one in asked]


def _row(concern: Signal | NamelessConcern, outcome: Outcome | None, days: Callable[[], int]) -> Row:
    on = concern.raised_on
    due = None if outcome else rules.reply_due(on, days())
    return Row(concern.pk, None, None, concern, on, None, outcome, due)
