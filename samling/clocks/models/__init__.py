"""Running days and quiet children, worked out from what other chapters keep; nothing is kept here."""

from .listed import NAMED, SILENT, Listed, Stands, listed
from .parts import standing_of
from .quiet import Quiet, nudge, quiet_children
from .running import Clock, Near, running

__all__ = ["NAMED", "SILENT", "Clock", "Listed", "Near", "Quiet", "Stands", "listed", "nudge", "quiet_children", "running",
           "standing_of"]
