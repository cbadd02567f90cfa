"""The map of those around a child: who is drawn where, and the sentence that says what the drawing shows."""

import datetime as dt
from collections.abc import Hashable
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext

from samling.people.models import Child
from samling.ui.parts import SHAPES

from ..geometry import HEART, NARROW, WIDE, Came, Frame, Spot, cut, named, places, spot
from .people import Around, Near

THICK = (1.5, 3, 5, 7)  # of a line, by how close the child says it is
NEAREST = ("guardian",)


class Mark(NamedTuple):
    """One person or chair as it is drawn: where, with which shape, line and two lines of words."""

    near: Near
    spot: Spot
    name: str
    role: str
    shape: str
    thick: float

    @property
    def x(self) -> float:
        """The left edge of the shape, drawn in a square of 24."""
        return self.spot.x - 12

    @property
    def y(self) -> float:
        """Its upper edge."""
        return self.spot.y - 12

    @property
    def role_y(self) -> float:
        """The second line of the label."""
        return self.spot.label_y + 17


class Drawing(NamedTuple):
    """One width of the map."""

    frame: Frame
    marks: list[Mark]
    called: str

    @property
    def x(self) -> float:
        """The middle, where the child is."""
        return self.frame.width / 2

    @property
    def y(self) -> float:
        """The same, downwards."""
        return self.frame.height / 2

    @property
    def heart(self) -> int:
        """Half the child's circle."""
        return HEART


class Picture:
    """The map in its two widths, its sentence, and the list that says the same."""

    def __init__(self, child: Child, around: Around, at: dt.datetime):
        self.child, self.around, self.at = child, around, at

    @cached_property
    def shown(self) -> list[Near]:
        """Those who are drawn, in the order of their places clockwise."""
        found = self._places
        return sorted((one for one in self.around.near if one.key in found), key=lambda one: found[one.key])

    @cached_property
    def _places(self) -> dict[Hashable, int]:
        came = [Came(one.key, one.since_at, one.until_at, one.actor, _rank(one)) for one in self.around.everyone]
        return places(came, self.at)

    @property
    def more(self) -> int:
        """How many more there are in the list than in the drawing."""
        return len(self.around.near) - len(self.shown)

    @cached_property
    def listed(self) -> list[Near]:
        """Everyone who is here, the drawn ones first."""
        drawn = {one.key for one in self.shown}
        return [*self.shown, *(one for one in self.around.near if one.key not in drawn)]

    def drawn(self, frame: Frame) -> Drawing:
        """The map in one width."""
        marks = [_mark(one, spot(self._places[one.key], one.often, frame), frame) for one in self.shown]
        return Drawing(frame, marks, self.child.called or self.child.given_name)

    @property
    def wide(self) -> Drawing:
        """For a broad place."""
        return self.drawn(WIDE)

    @property
    def narrow(self) -> Drawing:
        """For a telephone, or half a page."""
        return self.drawn(NARROW)

    @cached_property
    def title(self) -> str:
        """What the drawing shows, counted from what is drawn."""
        return finding(self.wide.marks, self.more)


def finding(marks: list[Mark], more: int = 0) -> str:
    """The sentence over a drawing, counted from its marks."""
    empty = sum(one.near.is_empty for one in marks)
    silent = sum(one.near.is_silent for one in marks)
    people = len(marks) - empty
    said = [ngettext("%(n)d person around the child.", "%(n)d people around the child.", people) % {"n": people}]
    if silent:
        said.append(ngettext("%(n)d has been silent for 30 days.", "%(n)d have been silent for 30 days.", silent) % {"n": silent})
    if empty:
        said.append(ngettext("%(n)d chair is empty.", "%(n)d chairs are empty.", empty) % {"n": empty})
    if more:
        said.append(gettext("And %(n)d more in the list.") % {"n": more})
    return " ".join(said)


def _rank(one: Near) -> int:
    return 0 if one.kind in NEAREST or (one.tie and one.tie.is_chosen) else 1


def _mark(one: Near, at: Spot, frame: Frame) -> Mark:
    return Mark(one, at, named(one.name, frame), cut(one.role, frame), SHAPES[one.actor], THICK[one.close])
