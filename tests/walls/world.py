"""Random worlds: organisations, people, children and every kind of dated right, from one seed.

A powered generator rather than a fair one: most dice are loaded so that rights meet, overlap and end often
enough for a dropped condition to show. Everything is plain rows (table -> list of dicts).
"""

from .dice import Dice, World
from .families import add_consents, add_families, add_protection
from .places import add_assignments, add_children, add_journeys, add_places, add_staff
from .tellings import add_entries, add_grounds, add_invitations


def make(seed: int) -> World:
    """The world of a seed."""
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
    return world
