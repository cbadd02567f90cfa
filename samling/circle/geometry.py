"""Where everyone stands on the map: eight places round the child, three rings, labels outward. Plain numbers.

A person keeps her place as long as she is there, whoever comes and goes: the places follow from the order in which
people came, which only grows at its end. Nothing is stored and nothing moves by itself.
"""

import datetime as dt
from collections.abc import Hashable, Iterable
from itertools import groupby
from typing import NamedTuple

MOST = 8
# The eight places clockwise from the top, as (x, y) on a circle of one.
PLACES = ((0.0, -1.0), (0.85, -0.72), (1.0, 0.0), (0.85, 0.72), (0.0, 1.0), (-0.85, 0.72), (-1.0, 0.0), (-0.85, -0.72))
# Where each side of the child's life would rather stand: home at the left, school at the right, care above, social below.
PREFERS = {
    "home": (6, 2, 7, 5, 4, 0, 1, 3),
    "school": (3, 5, 2, 1, 4, 7, 6, 0),
    "social": (4, 3, 5, 2, 6, 1, 7, 0),
    "health": (0, 1, 7, 2, 6, 3, 5, 4),
}
RINGS = {"day": 0, "week": 1, "sometimes": 2}


class Came(NamedTuple):
    """Somebody on the map's long list: since when, until when, on which side, and how much she matters (0 is most)."""

    key: Hashable
    since_at: dt.datetime
    until_at: dt.datetime | None
    actor: str
    rank: int = 1


class Frame(NamedTuple):
    """One width of the drawing: its size, the radii of its rings, and how long a label may be, in units."""

    width: int
    height: int
    radii: tuple[tuple[int, int], ...]
    label: int
    size: int  # of the letters


class Box(NamedTuple):
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles cover a common place."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


class Spot(NamedTuple):
    """Where somebody is drawn: the shape's centre, where the label begins and how it runs."""

    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


WIDE = Frame(720, 460, ((104, 76), (156, 122), (206, 168)), 132, 15)
NARROW = Frame(326, 520, ((58, 96), (62, 148), (67, 200)), 76, 14)  # as wide as a phone shows it: letters keep their size
SHAPE, HEART, LINE = 13, 24, 17  # half a shape, half the child's, the height of a line of a label


def places(came: Iterable[Came], at: dt.datetime) -> dict[Hashable, int]:
    """The place of each who is here and has one; the others stand in the list alone."""
    everyone = sorted(came, key=lambda one: (one.since_at, str(one.key)))
    comes = {moment: list(those) for moment, those in groupby(everyone, lambda one: one.since_at)}
    taken: dict[int, Came] = {}
    waiting: list[Came] = []
    for moment in sorted(comes.keys() | {one.until_at for one in everyone if one.until_at and one.until_at <= at}):
        taken = {place: one for place, one in taken.items() if one.until_at is None or one.until_at > moment}
        waiting = [one for one in (*waiting, *comes.get(moment, ())) if one.until_at is None or one.until_at > moment]
        asks = waiting if len(taken) < MOST else [one for one in waiting if one.rank == 0]  # who can be given a place
        for one in sorted(asks, key=lambda one: one.rank):  # of one rank they stand in the order they came
            place = _free(one, taken)
            if place is not None:
                taken[place] = one
                waiting.remove(one)
    return {one.key: place for place, one in taken.items()}


def _free(one: Came, taken: dict[int, Came]) -> int | None:
    """The place that suits best among those free; one who matters more takes the latest place of one who matters less."""
    free = next((place for place in PREFERS[one.actor] if place not in taken), None)
    if free is not None or one.rank:
        return free
    less = [place for place, other in taken.items() if other.rank]
    return max(less, key=lambda place: (taken[place].since_at, str(taken[place].key)), default=None)


def spot(place: int, often: str, frame: Frame) -> Spot:
    """Where one who has a place is drawn: on the ring of how often, her label outward."""
    across, down = PLACES[place]
    wide, high = frame.radii[RINGS[often]]
    x, y = frame.width / 2 + across * wide, frame.height / 2 + down * high
    if across == 0:
        gap = SHAPE + 6
        return Spot(x, y, x, y - gap - LINE if down < 0 else y + gap + LINE - 4, "middle")
    side = 1 if across > 0 else -1
    return Spot(x, y, x + side * (SHAPE + 6), y - 2, "start" if side > 0 else "end")


def label_box(found: Spot, frame: Frame) -> Box:
    """What a label of two lines may take up."""
    left = {"start": found.label_x, "middle": found.label_x - frame.label / 2, "end": found.label_x - frame.label}[found.anchor]
    return Box(left, found.label_y - LINE + 4, left + frame.label, found.label_y + LINE + 4)


def shape_box(x: float, y: float, half: int = SHAPE) -> Box:
    """What a shape takes up."""
    return Box(x - half, y - half, x + half, y + half)


def named(name: str, frame: Frame) -> str:
    """A name as there is room for: the whole, else what one is called by."""
    whole = cut(name, frame)
    return whole if whole == name else cut(name.split(" ")[0], frame)


def cut(text: str, frame: Frame) -> str:
    """A label as long as there is room for."""
    most = int(frame.label / (frame.size * 0.53))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
