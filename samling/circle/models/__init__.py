"""The people around a child: ties and chairs, who is near, and the map of them."""

from .chairs import NAMED, Chair
from .drawing import Picture
from .people import Around, Near
from .places import home_of
from .ties import Tie

__all__ = ["NAMED", "Around", "Chair", "Near", "Picture", "Tie", "home_of"]
