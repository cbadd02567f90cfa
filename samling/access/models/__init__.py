"""The dated rows that decide, the shape of protected records, and the log of looks."""

from samling.people.models import Subject

from .looks import Look, Seal, SecurityEvent
from .rights import (
    Assignment,
    Disclosure,
    Ground,
    GroundConsent,
    JointMember,
    JointTeam,
    ProtectedReader,
)
from .walled import Closed, Walled, WalledBody

__all__ = [
    "Assignment",
    "Closed",
    "Disclosure",
    "Ground",
    "GroundConsent",
    "JointMember",
    "JointTeam",
    "Look",
    "ProtectedReader",
    "Seal",
    "SecurityEvent",
    "Subject",
    "Walled",
    "WalledBody",
]
