"""Hand-overs child by child, what somebody has to hand over, and who would hold what if some were gone."""

from . import duties as duties
from .relays import Relay, RelayBody

__all__ = ["Relay", "RelayBody"]
