"""Signs of being ready, what is decided at a follow-up, the closing with what is kept, and the calls afterwards."""

from .closings import Closing, ClosingBody
from .criteria import Criterion, CriterionBody
from .decisions import NextDecision, NextDecisionBody
from .keeping import Kept, Line
from .later import LaterCall, LaterCallBody

__all__ = [
    "Closing",
    "ClosingBody",
    "Criterion",
    "CriterionBody",
    "Kept",
    "LaterCall",
    "LaterCallBody",
    "Line",
    "NextDecision",
    "NextDecisionBody",
]
