"""The shell with its parties and coordination, what is held in it, notes, levels and events, notices and drafts."""

from .coordination import Coordinating, Coordination, coordinate, coordinating, taking_part
from .held import HELD, Held, Sort, held
from .journeys import Journey, Party, Side, gets_copies, is_awaited, journey_of, shared_space, sides_of
from .meets import MEETS, Meet, by_day, meets
from .notes import Entry, EntryBody, Event, Level
from .notices import Draft, Notice

__all__ = [
    "HELD",
    "MEETS",
    "Coordinating",
    "Coordination",
    "Draft",
    "Entry",
    "EntryBody",
    "Event",
    "Held",
    "Journey",
    "Level",
    "Meet",
    "Notice",
    "Party",
    "Side",
    "Sort",
    "by_day",
    "coordinate",
    "coordinating",
    "gets_copies",
    "held",
    "is_awaited",
    "journey_of",
    "meets",
    "shared_space",
    "sides_of",
    "taking_part",
]
