"""Running days and quiet children, worked out from what other chapters keep; nothing is kept here."""

from .listed import NAMED, SILENT, Listed, Stands, listed
from .near import Near, mine
from .parts import standing_of
from .quiet import Quiet, nudge, quiet_children
from .running import Clock, running

__all__ = ["NAMED", "SILENT", "Clock", "Listed", "Near", "Quiet", "Stands", "listed", "mine", "nudge", "quiet_children", "running",
           "standing_of"]
