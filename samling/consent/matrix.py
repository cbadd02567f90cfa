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

    across: list[Consent]  # one question for each recipient
    rows: list[tuple[str, list[Cell]]]
    current: list[Line]
    past: list[Line]
    quiet: list[Line]
    numbers: Counter

    @property
    def recipients(self) -> list[tuple[str, str]]:
        """The name and the shape of each who is told."""
        return [(str(one.to_unit or one.to_capacity), _shape(one)) for one in self.across]


@Question
def consents_since(child: Any, since: Any) -> QuerySet:
    """The questions about a child that one may read and whose time was not out at a moment, newest first, without names."""
    found = Consent.objects.filter(subject_id=child, withdrawn_at=None, valid_until__gt=since).order_by("-written_at", "-id")
    return found.prefetch_related("answers", "exceptions")


@Question
def consents_of(child: Any) -> QuerySet:
    """Every question about a child that one may read, newest first, with who asks and who is told."""
    found = Consent.objects.filter(subject_id=child, withdrawn_at=None).order_by("-written_at", "-id")
    found = found.select_related("to_unit__branch", "to_capacity__person", "to_capacity__unit__branch", "written_by__person")
    return found.prefetch_related("answers", "exceptions")


def matrix_of(child: Child, at: dt.datetime, since: dt.datetime | None = None) -> Matrix:
    """The whole page's facts, read in a handful of queries; `since` leaves out questions whose time was out by then."""
    found = consents_since(child.pk, since) if since else consents_of(child.pk)
    lines = [_line(asked, at) for asked in register(child, found)]
    quiet = [line for line in lines if line.asked.consent.quiet]
    current = [line for line in lines if line not in quiet and line.status.state not in rules.OVER]
    past = [line for line in lines if line not in quiet and line.status.state in rules.OVER]
    telling = [line.asked for line in (*current, *past) if line.asked.consent.kind in rules.TELLING]
    across = {_told(asked.consent): asked.consent for asked in telling}
    walls = sorted({wall for asked in telling for wall in asked.consent.walls})
    rows = [
        (TITLES[category_of(wall)], [_cell(telling, to, wall, at) for to in across]) for wall in walls
    ]
    numbers = Counter(cell.look for _title, cells in rows for cell in cells)
    return Matrix(list(across.values()), rows, current, past, quiet, numbers)


def _line(asked: Asked, at: dt.datetime) -> Line:
    status = asked.status(at)
    said = [(giver.name, SAID[giver.said]) for giver in asked.question.givers]
    return Line(asked, status, LOOKS[status.state], said, waits(status))


def _told(consent: Consent) -> Any:
    return consent.to_unit_id or consent.to_capacity_id


def _shape(consent: Any) -> str:
    unit = consent.to_unit or consent.to_capacity.unit
    return unit.branch.actor


def _cell(telling: list[Asked], to: Any, wall: int, at: dt.datetime) -> Cell:
    """The question that decides: one that stands, else the newest still open, else the newest of all."""
    found = [
        (rules.wall_state(one.question, wall, at), one)
        for one in telling
        if to == _told(one.consent) and wall in one.consent.walls
    ]
    if not found:
        return Cell(NOT_ASKED)
    state, asked = min(found, key=lambda pair: (pair[0] not in rules.STANDS, pair[0] in rules.OVER))
    return Cell(LOOKS[state], asked)
