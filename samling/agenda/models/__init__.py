"""One item per child, what was said about her, what was decided and what became of it."""

from .decisions import Review, TeamDecision, TeamDecisionBody
from .items import Heard, Slot, TeamMeetingItem, TeamMeetingItemBody
from .spoken import Spoken, SpokenBody

__all__ = [
    "Heard",
    "Review",
    "Slot",
    "Spoken",
    "SpokenBody",
    "TeamDecision",
    "TeamDecisionBody",
    "TeamMeetingItem",
    "TeamMeetingItemBody",
]
