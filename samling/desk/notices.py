"""Which notice says what, and where it leads."""

from collections.abc import Container
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from .reference.kinds import EMPTY, KINDS, UNKNOWN, Kind

__all__ = ["ASKING", "EMPTY", "KINDS", "UNKNOWN", "Kind", "address", "is_told", "kind_of"]

ASKING = [kind for kind, one in KINDS.items() if one.awaited]


def kind_of(code: str) -> Kind:
    """What is known of a kind; a code that nobody has told the desk of still says that something is new."""
    return KINDS.get(code, UNKNOWN)


def is_told(code: str, subject: UUID | None, known: Container[UUID]) -> bool:
    """What is about a child whom one does not read about is told only where it gives away nobody."""
    return not subject or subject in known or kind_of(code).nameless


def address(kind: Kind, *, record: UUID | None, subject: UUID | None) -> str:
    """Where a notice leads; empty when there is nowhere to go."""
    fill = {"record": record, "subject": subject, "": None}[kind.fills]
    if kind.fills and fill is None:
        return ""
    try:
        return reverse(kind.route, args=[fill] if kind.fills else []) if kind.route else ""
    except NoReverseMatch:
        return ""
