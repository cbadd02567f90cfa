"""Joinings with each child's part, what lies beside the other child, and meetings held together."""

from .joinings import Joined, Joining, standing, yes_of
from .laid import Common, beside, family_promises, offered
from .tables import SameTable, There, free_meetings, held_for_the_family, leaving, occasions

__all__ = [
    "Common",
    "Joined",
    "Joining",
    "SameTable",
    "There",
    "beside",
    "family_promises",
    "free_meetings",
    "held_for_the_family",
    "leaving",
    "occasions",
    "offered",
    "standing",
    "yes_of",
]
