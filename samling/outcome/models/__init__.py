"""The wheel: what one person said on a day about each of its parts."""

from .voices import Voices
from .wheels import Wheel, WheelBody, as_said

__all__ = ["Voices", "Wheel", "WheelBody", "as_said"]
