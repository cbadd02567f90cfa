"""Search among my children: by name, identity number and titles of notes. What is typed is kept nowhere."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from personnummer import personnummer

from samling.access import guard
from samling.day.places import places
from samling.directory.models import entries
from samling.journey.models import Meet
from samling.kernel.sorting import swedish_key
from samling.people.models import Capacity, Child

from .people import Act, Person, acts, around, colleagues, meetings

SHORTEST, LONGEST, MOST = 2, 80, 30


class Hits(NamedTuple):
    """What was found, by kind: children, notes with the child each is about, functions, people, meetings, things to do."""

    children: list[Child]
    notes: list[tuple[Any, Child]]
    numbers: list[Any] = []
    people: list[Person] = []
    meetings: list[Meet] = []
    acts: list[Act] = []


def found(asked: str, children: QuerySet, notes: QuerySet, by: Capacity, at: dt.datetime) -> Hits:
    """The hits among what one may read; hidden and absent give the same empty answer."""
    asked = " ".join(asked.replace("\0", " ").split())[:LONGEST]
    number = identity_number(asked)
    if number:
        keys = guard.rows("child_by_number", number)
        return Hits(
            list(children.filter(pk__in=[row["child_by_number"] for row in keys]).select_related("unit")), []
        )
    if len(asked.replace(" ", "")) < SHORTEST:
        return Hits([], [])
    words = asked.split()[:4]
    return Hits(
        _named(asked, children), _titled(asked, children, notes), entries(asked)[:MOST],
        [*around(words, children), *colleagues(words, by, at)], meetings(words, by, at),
        acts(words, lambda named: _named(named, children), [one for group in places(by) for one in group.places]),
    )  # fmt: skip


def _named(asked: str, children: QuerySet) -> list[Child]:
    """Every word begins some part of the name: "ad ha" is Adam Hassan, "öst" is Östberg and not Ostman."""
    for word in asked.split()[:4]:
        key = swedish_key(word)
        part = Q(sort_key__startswith=key) | Q(sort_key__contains=f" {key}") | Q(sort_key__contains=f"-{key}")
        children = children.filter(part | Q(called__istartswith=word))
    return list(children.select_related("unit").order_by("sort_key")[:MOST])


def _titled(asked: str, children: QuerySet, notes: QuerySet) -> list[tuple[Any, Child]]:
    rows = list(notes.filter(title__icontains=asked, withdrawn_at=None).order_by("-written_at")[:MOST])
    homes = (
        {child.pk: child for child in children.filter(pk__in={row.subject_id for row in rows})}
        if rows
        else {}
    )
    return [(row, homes[row.subject_id]) for row in rows if row.subject_id in homes]


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
