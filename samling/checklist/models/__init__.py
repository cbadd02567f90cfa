"""The checklist, who sat at it, its lines with their texts, and what came of it."""

from .lines import Answer, AnswerBody, Line, Trial, TrialBody, Tried, TriedBody
from .outcome import FollowUp, Outcome
from .sheet import Checklist, Seat, StepMark
from .sitting import Conflict, Saved, Sitting

__all__ = [
    "Answer",
    "AnswerBody",
    "Checklist",
    "Conflict",
    "FollowUp",
    "Line",
    "Outcome",
    "Saved",
    "Seat",
    "Sitting",
    "StepMark",
    "Trial",
    "TrialBody",
    "Tried",
    "TriedBody",
]
