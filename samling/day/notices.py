"""Which notice says what, and where it leads."""

from collections.abc import Container, Iterable
from uuid import UUID

from django.urls import NoReverseMatch

from samling.journey.models import Notice
from samling.journey.rules import ANSWERED, ASKS, ASKS_AROUND
from samling.people.models import Child
from samling.promises.models.lists import children_of as of_journeys
from samling.ui.ways import way

from .reference.kinds import EMPTY, KINDS, UNKNOWN, Kind

__all__ = ["ASKING", "EMPTY", "KINDS", "UNKNOWN", "Kind", "address", "is_told", "kind_of", "near", "stand_together"]

ASKING = [kind for kind, one in KINDS.items() if one.awaited]


def kind_of(code: str) -> Kind:
    """What is known of a kind; a code that nobody has told the desk of still says that something is new."""
    return KINDS.get(code, UNKNOWN)


def stand_together(code: str) -> bool:
    """Whether several of a kind that name no child are one line, and done at one time."""
    return bool(kind_of(code).many)


def is_told(code: str, subject: UUID | None, known: Container[UUID]) -> bool:
    """What is about a child whom one does not read about is told only where it gives away nobody."""
    return not subject or subject in known or kind_of(code).nameless


def address(kind: Kind, *, record: UUID | None, subject: UUID | None) -> str:
    """Where a notice leads; empty when there is nowhere to go."""
    fill = {"record": record, "subject": subject, "": None}[kind.fills]
    if kind.fills and fill is None:
        return ""
    try:
        if fill and kind.route:
            return way(kind.route, fill)
        return way(kind.route) if kind.route else ""
    except NoReverseMatch:
        return ""


def near(rows: Iterable[Notice]) -> dict[UUID, Child]:
    """The child of each journey that these tell of, as one knows her on one's own side."""
    return of_journeys({row.subject_id for row in rows if row.subject_id and row.kind in (ASKS, ASKS_AROUND, ANSWERED)})
