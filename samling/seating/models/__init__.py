"""The chairs around a table, and the people around a child."""

from .around import Speaker, colleagues, guardians, readers
from .seat import Seat

__all__ = ["Seat", "Speaker", "colleagues", "guardians", "readers"]
