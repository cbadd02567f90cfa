"""The chairs around a table, and the people around a child."""

from .around import colleagues, guardians, readers
from .seat import Seat

__all__ = ["Seat", "colleagues", "guardians", "readers"]
