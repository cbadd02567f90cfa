"""Concerns with their steps, nameless concerns, the answers given, and the reporter's own note."""

from .answers import Outcome
from .nameless import ConcernName, NamelessConcern
from .reports import ReportContact, ReportStub
from .signals import Handling, Signal, SignalBody

__all__ = [
    "ConcernName",
    "Handling",
    "NamelessConcern",
    "Outcome",
    "ReportContact",
    "ReportStub",
    "Signal",
    "SignalBody",
]
