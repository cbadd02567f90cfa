"""Running days and quiet children, worked out from what other chapters keep; nothing is kept here."""

from .quiet import Quiet, nudge, quiet_children
from .running import Clock, Near, running

__all__ = ["Clock", "Near", "Quiet", "nudge", "quiet_children", "running"]
