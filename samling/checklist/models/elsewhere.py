"""What is known of adaptations outside the checklist, so that the table neither writes it again nor is offered it anew.

A later chapter puts its question into SOURCES; this chapter has never heard of it.
"""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID


class Known(NamedTuple):
    """An adaptation that stands elsewhere: its code if it has one, its name and how it went, in words."""

    code: str
    title: str
    effect: str
    to: str


Source = Callable[[UUID, UUID], list[Known]]
SOURCES: list[Source] = []


def known(child: UUID, checklist: UUID) -> list[Known]:
    """All that stands elsewhere than in this checklist about a child, as far as one may read."""
    return [one for ask in SOURCES for one in ask(child, checklist)]
