"""Search beyond names of children: the people around them, colleagues, meetings to come, and what one wants to do."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from samling.journey.models import Meet, meets
from samling.kernel.sorting import swedish_key
from samling.kernel.words import _
from samling.people.models import Capacity, Child, Guardian, SignificantAdult

MOST, FEW = 20, 3
NOBODY = UUID(int=0)  # so that the children are asked for also when nobody was found
SHORT = 3  # letters of a word that names something to do
FOR_CHILD = (
    (_("Write a note"), "journey:new-note"),
    (_("Tell about a concern"), "concern:new-child"),
    (_("What has happened"), "desk:timeline"),
    (_("Days to keep"), "clocks:child"),
)


class Person(NamedTuple):
    """Someone around a child, or a colleague: name and what she is; a number only for colleagues, never for a home."""

    name: str
    role: str
    phone: str
    child: Child | None = None


class Act(NamedTuple):
    """Something one can do, about a child where it is about one."""

    text: str
    to: str
    child: Child | None = None


def around(words: list[str], children: QuerySet) -> list[Person]:
    """The guardians and other adults around my children whose names begin so; two questions, and one for the children."""
    rows: list[Any] = []
    for model in (Guardian, SignificantAdult):
        near = model.objects.mine().filter(until_at=None)
        for word in words:
            near = near.filter(Q(given_name__istartswith=word) | Q(family_name__istartswith=word))
        rows += near.order_by("given_name")[:MOST]
    homes = children.in_bulk({NOBODY, *(one.subject_id for one in rows)})
    return [Person(str(one), str(one.relation), "", homes[one.subject_id]) for one in rows if one.subject_id in homes]


def colleagues(words: list[str], by: Capacity, at: dt.datetime) -> list[Person]:
    """Those who work in one's own organisation, by name; in other houses one rings a function and no person."""
    if by.unit is None:
        return []
    rows = Capacity.objects.standing(at).filter(unit__branch__organisation_id=by.unit.branch.organisation_id)
    for word in words:
        key = swedish_key(word)
        rows = rows.filter(Q(person__sort_key__startswith=key) | Q(person__sort_key__contains=f" {key}"))
    near = rows.select_related("person", "unit").order_by("person__sort_key")[:MOST]
    return [Person(str(one.person), f"{one.role_title}, {one.unit}", one.phone) for one in near]


def meetings(words: list[str], by: Capacity, at: dt.datetime) -> list[Meet]:
    """The meetings to come that these words fit."""
    return [one for one in meets(by, at) if _fit(words, f"{one.title} {one.child or ''} {one.who}")][:MOST]


def acts(words: list[str], children: Any, places: list[Any]) -> list[Act]:
    """What one wants to do: "ny anteckning adam". `children` finds the children whose names the other words begin."""
    found = [Act(place.name, place.url) for place in places if _fit(words, place.name)]
    for text, route in FOR_CHILD:
        label = gettext(text)
        named = [word for word in words if not _fit([word], label)]
        if named and len(named) < len(words) and any(len(word) >= SHORT for word in words if word not in named):
            found += [Act(label, reverse(route, args=[one.pk]), one) for one in children(" ".join(named))[:FEW]]
    return found[:MOST]


def _fit(words: list[str], text: str) -> bool:
    """Whether each word begins some word of the text."""
    said = [swedish_key(word) for word in text.replace(",", " ").split()]
    return all(any(one.startswith(swedish_key(word)) for one in said) for word in words)
