"""The shell with its parties and coordination, what is held in it, notes, levels and events, notices and drafts."""

from .coordination import Coordinating, Coordination, coordinate, coordinating
from .held import HELD, Held, Sort, held
from .journeys import Journey, Party, Side, journey_of, sides_of
from .notes import Entry, EntryBody, Event, Level
from .notices import Draft, Notice

__all__ = [
    "HELD",
    "Coordinating",
    "Coordination",
    "Draft",
    "Entry",
    "EntryBody",
    "Event",
    "Held",
    "Journey",
    "Level",
    "Notice",
    "Party",
    "Side",
    "Sort",
    "coordinate",
    "coordinating",
    "held",
    "journey_of",
    "sides_of",
]
