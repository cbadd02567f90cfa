"""Where lives are lived: schools with their classes, and the teams that they ask."""

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

MENTORS = (1, 2, 3, 4, 5, 6, 7, 9, 14, 15, 16)  # categories of a role, as the guard gives them to an assignment
SOCIAL = (1, 2, 3, 13, 14, 15, 16, 17)


@cache
def walls(branch: int, categories: tuple[int, ...]) -> str:
    """The walls of a branch's categories, as the database writes an array."""
    return "{" + ",".join(str(branch * 64 + one) for one in categories) + "}"


@dataclass(frozen=True, slots=True)
class Staff:
    """A person in a capacity, from a day until another (ordinals)."""

    capacity: str
    name: str
    begins: int = 0
    ends: int = 10**7


def there(people: "list[Staff]", day: int) -> Staff:
    """Who of these, one after another, works on a day."""
    for one in people:
        if one.begins <= day < one.ends:
            return one
    return people[-1]


class Called(NamedTuple):
    """What a place is called on paper: the unit, its branch and the organisation."""

    unit: str = ""
    branch: str = ""
    body: str = ""


NOWHERE = Called()


class Region(NamedTuple):
    """The region's unit that a SIP reaches, by copy; and the municipality that has overall responsibility for the plan."""

    unit: str
    called: Called
    accountable: str


@dataclass(slots=True)
class Team:
    """An early support team: its places, each held by one after another."""

    unit: str
    branch: str
    number: int
    chairs: list[list[Staff]] = field(default_factory=list)
    called: Called = NOWHERE
    region: Region | None = None


@dataclass(slots=True)
class Class:
    """A class, the year its children were born, and its mentors, one after another."""

    group: str
    born: int
    mentors: list[Staff]


@dataclass(slots=True)
class School:
    """A school: its place, who leads it, who of student health takes care of concerns, its team and its classes."""

    unit: str
    branch: str
    number: int
    municipality: str
    head: Staff
    health: Staff
    classes: list[Class]
    team: Team | None = None
    called: Called = NOWHERE
    nearby: "School | None" = None  # where those go who change school
