"""Search among my children: by name, identity number and titles of notes. What is typed is kept nowhere."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import F
from personnummer import personnummer

from samling.access import guard
from samling.day.places import places
from samling.directory.models import entries
from samling.journey.models import Meet
from samling.people.models import Capacity, Child

from .finding import MOST, WORDS, Note, find, named
from .people import Act, Person, acts, colleagues, meetings

SHORTEST, LONGEST = 2, 80


class Hits(NamedTuple):
    """What was found, by kind: children, notes with the child each is about, functions, people, meetings, things to do."""

    children: list[Child]
    notes: list[tuple[Note, Child]]
    numbers: list[Any] = []
    people: list[Person] = []
    meetings: list[Meet] = []
    acts: list[Act] = []


def found(asked: str, by: Capacity, at: dt.datetime) -> Hits:
    """The hits among what one may read; hidden and absent give the same empty answer."""
    asked = " ".join(asked.replace("\0", " ").split())[:LONGEST]
    number = identity_number(asked)
    if number:
        keys = [row["child_by_number"] for row in guard.rows("child_by_number", number)]
        return Hits(list(Child.objects.mine().filter(pk__in=keys).annotate(unit_name=F("unit__name"))), [])
    if len(asked.replace(" ", "")) < SHORTEST:
        return Hits([], [])
    words, near = asked.split()[:WORDS], find(asked)
    around = [Person(name, role, "", child) for name, role, child in near.people]
    return Hits(
        near.children, near.notes, entries(asked)[:MOST], [*around, *colleagues(words, by, at)], meetings(words, by, at),
        acts(words, named, [one for group in places(by) for one in group.places]),
    )  # fmt: skip


def identity_number(asked: str) -> str:
    """The twelve digits, if this is an identity number at all."""
    try:
        return str(personnummer.parse(asked).format(True))
    except (personnummer.PersonnummerException, ValueError):
        return ""


def shown_of(hits: Hits) -> list[Child]:
    """The children that the hits show, each once."""
    beside = [one.child for one in (*hits.people, *hits.meetings, *hits.acts) if one.child]
    return list({child.pk: child for child in [*hits.children, *(child for _note, child in hits.notes), *beside]}.values())
