"""The checklist, who sat at it, its lines with their texts, and what came of it."""

from .decision import Decision, FollowUp
from .lines import Answer, AnswerBody, Line, Trial, TrialBody, Tried, TriedBody
from .sheet import Checklist, Seat, StepMark
from .sitting import Conflict, Saved, Sitting

__all__ = [
    "Answer",
    "AnswerBody",
    "Checklist",
    "Conflict",
    "Decision",
    "FollowUp",
    "Line",
    "Saved",
    "Seat",
    "Sitting",
    "StepMark",
    "Trial",
    "TrialBody",
    "Tried",
    "TriedBody",
]
