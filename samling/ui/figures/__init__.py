"""Pictures of how it has gone: marks in, SVG out, each with its finding, one sentence and a table that say the same."""

from .dumbbell import Pair, Scale, dumbbells
from .goals import Point, Strip, strips
from .shared import NARROW, WIDE, Figure
from .wheel import Spoke, wheel
from .year import Level, Mark, Said, Term, year

__all__ = [
    "NARROW", "WIDE", "Figure", "Level", "Mark", "Pair", "Point", "Said", "Scale", "Spoke", "Strip", "Term",
    "dumbbells", "strips", "wheel", "year",
]  # fmt: skip
