"""Promises that stand in another plan and hold here too: a later chapter puts its question into BESIDE; each counts where it is."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

# For a journey: whose plan each stands in, in a word, and the promise; read by the walls.
Source = Callable[[UUID], list[tuple[str, Any]]]
BESIDE: list[Source] = []


def promises_beside(journey: UUID) -> list[tuple[str, Any]]:
    """Those that hold for this journey's child too, as far as one may read them."""
    return [one for ask in BESIDE for one in ask(journey)]
