"""Notes of the three views, a family's own story in versions, and the team's synthesis."""

from .analyses import Analysis, AnalysisBody
from .notes import Note, NoteBody
from .stories import Story, StoryBody

__all__ = ["Analysis", "AnalysisBody", "Note", "NoteBody", "Story", "StoryBody"]
