"""Random worlds: organisations, people, children and every kind of dated right, from one seed.

A powered generator rather than a fair one: most dice are loaded so that rights meet, overlap and end often
enough for a dropped condition to show. Everything is plain rows (table -> list of dicts).
"""

from collections.abc import Iterable

from .dice import Dice, World
from .families import add_consents, add_families, add_protection, add_silence, add_third_persons
from .filling import fill, share_of
from .places import (
    add_administrators,
    add_assignments,
    add_children,
    add_journeys,
    add_places,
    add_pupils,
    add_reviewers,
    add_staff,
)
from .tellings import add_asides, add_entries, add_grounds, add_invitations, add_looks, add_told_facts


def make(seed: int, tables: Iterable[str] | None = None) -> World:
    """The world of a seed; of the other chapters these tables, or the share that is this world's."""
    dice, world = Dice(seed), World(seed)
    add_places(world, dice)
    add_staff(world, dice)
    add_children(world, dice)
    add_journeys(world, dice)
    add_assignments(world, dice)
    add_families(world, dice)
    add_consents(world, dice)
    add_grounds(world, dice)
    add_invitations(world, dice)
    add_protection(world, dice)
    add_entries(world, dice)
    more = Dice(seed + (1 << 40))  # another source: the worlds stay as they were before these were added
    add_reviewers(world, more)
    add_silence(world, more)
    add_third_persons(world, more)
    add_told_facts(world, more)
    fill(world, share_of(seed) if tables is None else tables)
    add_pupils(world, more)
    add_looks(world, more)
    add_asides(world, more)
    add_administrators(world, more)
    return world
