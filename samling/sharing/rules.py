"""The others at a joint table, as rules see them. Plain values."""

from typing import NamedTuple


class Guest(NamedTuple):
    """One of the others: by name, whether it is told already, and whether a standing yes covers it."""

    name: str
    is_told: bool
    said_yes: bool
