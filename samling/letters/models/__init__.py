"""Letters and what was done with them, the outbox with its tries, and the way each guardian has chosen."""

from .handovers import Handover
from .letters import Letter, LetterBody
from .outbox import Attempt, Message, Queued
from .ways import Way

__all__ = ["Attempt", "Handover", "Letter", "LetterBody", "Message", "Queued", "Way"]
