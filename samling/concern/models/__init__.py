"""Concerns with their steps, nameless concerns, the answers given, and the reporter's own note."""

from .answers import Outcome, ReplyTime
from .nameless import ConcernName, NamelessConcern
from .reports import ReportContact, ReportStub
from .signals import Handling, Signal, SignalBody

__all__ = [
    "ConcernName",
    "Handling",
    "NamelessConcern",
    "Outcome",
    "ReplyTime",
    "ReportContact",
    "ReportStub",
    "Signal",
    "SignalBody",
]
