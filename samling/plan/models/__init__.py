"""The plan, what its lines say version by version, and its goals in the child's words."""

from .goals import Goal, GoalBody, GoalMark
from .plans import Plan
from .wordings import Wording, WordingBody

__all__ = ["Goal", "GoalBody", "GoalMark", "Plan", "Wording", "WordingBody"]
