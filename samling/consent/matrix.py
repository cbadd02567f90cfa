"""*Ja och nej* as a table: what may be told across, for whom down; the rest of the questions beside it."""

import datetime as dt
from collections import Counter
from typing import Any, NamedTuple

from django.db.models import QuerySet

from samling.kernel.categories import TITLES, category_of
from samling.people.models import Child
from samling.records.question import Question

from . import rules
from .models import Asked, Consent, register
from .words import LOOKS, NOT_ASKED, SAID, Look, waits

EVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Cell(NamedTuple):
    """One kind of information for one recipient; `asked` is the question it comes from, if any."""

    look: Look
    asked: Asked | None = None


class Line(NamedTuple):
    """One question in the list: how it stands, and what each who is asked has said."""

    asked: Asked
    status: rules.Status
    look: Look
    said: list[tuple[str, Look]]
    waits: str


class Matrix(NamedTuple):
    """Recipients across, kinds of information down, and the questions in their order."""

    recipients: list[tuple[str, str]]  # name, shape
    rows: list[tuple[str, list[Cell]]]
    current: list[Line]
    past: list[Line]
    quiet: list[Line]
    numbers: Counter


@Question
def consents_of(child: Any, since: Any) -> QuerySet:
    """The questions about a child that one may read and whose time was not out at a moment, newest first."""
    return (
        Consent.objects.filter(subject_id=child, withdrawn_at=None, valid_until__gt=since)
        .order_by("-written_at", "-id")
        .select_related(
            "to_unit__branch", "to_capacity__person", "to_capacity__unit__branch", "written_by__person"
        )
        .prefetch_related("answers", "exceptions")
    )


def matrix_of(child: Child, at: dt.datetime, since: dt.datetime = EVER) -> Matrix:
    """The whole page's facts, read in a handful of queries; `since` leaves out questions whose time was out by then."""
    lines = [_line(asked, at) for asked in register(child, consents_of(child.pk, since))]
    quiet = [line for line in lines if line.asked.consent.quiet]
    current = [line for line in lines if line not in quiet and line.status.state not in rules.OVER]
    past = [line for line in lines if line not in quiet and line.status.state in rules.OVER]
    telling = [line.asked for line in (*current, *past) if line.asked.consent.kind in rules.TELLING]
    recipients = {
        asked.consent.to_unit or asked.consent.to_capacity: _shape(asked.consent) for asked in telling
    }
    walls = sorted({wall for asked in telling for wall in asked.consent.walls})
    rows = [
        (TITLES[category_of(wall)], [_cell(telling, to, wall, at) for to in recipients]) for wall in walls
    ]
    numbers = Counter(cell.look for _title, cells in rows for cell in cells)
    return Matrix([(str(to), shape) for to, shape in recipients.items()], rows, current, past, quiet, numbers)


def _line(asked: Asked, at: dt.datetime) -> Line:
    status = asked.status(at)
    said = [(giver.name, SAID[giver.said]) for giver in asked.question.givers]
    return Line(asked, status, LOOKS[status.state], said, waits(status))


def _shape(consent: Any) -> str:
    unit = consent.to_unit or consent.to_capacity.unit
    return unit.branch.actor


def _cell(telling: list[Asked], to: Any, wall: int, at: dt.datetime) -> Cell:
    """The question that decides: one that stands, else the newest still open, else the newest of all."""
    found = [
        (rules.wall_state(one.question, wall, at), one)
        for one in telling
        if to in (one.consent.to_unit, one.consent.to_capacity) and wall in one.consent.walls
    ]
    if not found:
        return Cell(NOT_ASKED)
    state, asked = min(found, key=lambda pair: (pair[0] not in rules.STANDS, pair[0] in rules.OVER))
    return Cell(LOOKS[state], asked)
