"""What is done for a child, where it stands for the others around her, what is done for no child in particular, and answers."""

from .apart import GeneralSupport, Routine
from .contributions import Contribution
from .lists import given, standing, told_by_others
from .occasions import Occasion
from .outcomes import Outcome, OutcomeBody
from .supports import Support, SupportBody, SupportStatus

__all__ = [
    "Contribution",
    "GeneralSupport",
    "Occasion",
    "Outcome",
    "OutcomeBody",
    "Routine",
    "Support",
    "SupportBody",
    "SupportStatus",
    "given",
    "standing",
    "told_by_others",
]
