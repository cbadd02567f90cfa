"""Running days and quiet children, worked out from what other chapters keep; nothing is kept here."""

from .heard import Heard, heard, seconds
from .parts import Part, parts_of, spines_of, standing_of, stood
from .quiet import Quiet, nudge, quiet_children
from .running import Clock, Near, running

__all__ = ["Clock", "Heard", "Near", "Part", "Quiet", "heard", "nudge", "parts_of", "quiet_children", "running",
           "seconds", "spines_of", "standing_of", "stood"]
