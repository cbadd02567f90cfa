"""The journey's shell and parties, notes with their text, levels and events, notices and private drafts."""

from .journeys import Journey, Party
from .notes import Entry, EntryBody, Event, Level
from .notices import Draft, Notice

__all__ = ["Draft", "Entry", "EntryBody", "Event", "Journey", "Level", "Notice", "Party"]
