"""Referrals, what the team decides, which schools a team meets, and what could not be offered."""

from .asked import Referral, ReferralBody
from .decisions import TriageDecision, TriageDecisionBody
from .lacking import NotOffered, NotOfferedBody
from .served import ServedSchool

__all__ = [
    "NotOffered",
    "NotOfferedBody",
    "Referral",
    "ReferralBody",
    "ServedSchool",
    "TriageDecision",
    "TriageDecisionBody",
]
