"""The checklist, who sat at it, its lines with their texts, and what came of it."""

from samling.seating.models import Seat

from .decision import Decision, FollowUp
from .lines import Answer, AnswerBody, Line, Trial, TrialBody, Tried, TriedBody
from .sheet import Checklist, StepMark
from .sitting import Sitting

__all__ = [
    "Answer",
    "AnswerBody",
    "Checklist",
    "Decision",
    "FollowUp",
    "Line",
    "Seat",
    "Sitting",
    "StepMark",
    "Trial",
    "TrialBody",
    "Tried",
    "TriedBody",
]
