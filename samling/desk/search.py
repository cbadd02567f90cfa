"""Search among my children: by name, identity number and titles of notes. What is typed is kept nowhere."""

from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from personnummer import personnummer

from samling.access import guard
from samling.directory.models import entries
from samling.kernel.sorting import swedish_key
from samling.people.models import Child

SHORTEST, LONGEST, MOST = 2, 80, 30


class Hits(NamedTuple):
    """What was found: children, notes with the child each is about, and functions to call."""

    children: list[Child]
    notes: list[tuple[Any, Child]]
    numbers: list[Any] = []


def found(asked: str, children: QuerySet, notes: QuerySet) -> Hits:
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
    return Hits(_named(asked, children), _titled(asked, children, notes), entries(asked)[:MOST])


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
    return list(
        {child.pk: child for child in [*hits.children, *(child for _note, child in hits.notes)]}.values()
    )
