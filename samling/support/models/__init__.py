"""What is done for a child with its occasions and outcomes, and where it stands for the others around the child."""

from .lists import given, standing, told_by_others
from .occasions import Occasion
from .outcomes import Outcome, OutcomeBody
from .supports import Support, SupportBody, SupportStatus

__all__ = ["Occasion", "Outcome", "OutcomeBody", "Support", "SupportBody", "SupportStatus", "given", "standing", "told_by_others"]
