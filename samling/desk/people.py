"""Search beyond names of children: the people around them, colleagues, meetings to come, and what one wants to do."""

import datetime as dt
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from samling.journey.models import Meet, meets
from samling.kernel.sorting import swedish_key
from samling.kernel.words import _
from samling.people.models import Capacity, Child
from samling.records.written import Statement

from .finding import FEW, WORDS, keys_of

MOST, EACH = 20, 3
SHORT = 3  # letters of a word that names something to do
FOR_CHILD = (
    (_("Write a note"), "journey:new-note"),
    (_("Tell about a concern"), "concern:new-child"),
    (_("What has happened"), "desk:timeline"),
    (_("Days to keep"), "clocks:child"),
)


# Each word begins the name or a later part of it.
_COLLEAGUES = Statement(Capacity, """
with near as materialized (
  select p.id, p.sort_key, concat_ws(' ', p.given_name, p.family_name) as called from people_person p where {named})
select k.*, p.called, u.name as at_unit from near p
  join people_capacity k on k.person_id = p.id join people_unit u on u.id = k.unit_id join people_branch b on b.id = u.branch_id
 where b.organisation_id = %(organisation)s and k.from_at <= %(at)s and (k.until_at is null or k.until_at > %(at)s)
 order by p.sort_key, k.id limit {few}""".format(few=FEW, named=" and ".join(
    f"(starts_with(p.sort_key, %(key{n})s) or strpos(p.sort_key, %(part{n})s) > 0)" for n in range(WORDS))))


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


def colleagues(words: list[str], by: Capacity, at: dt.datetime) -> list[Person]:
    """Those who work in one's own organisation, by name; in other houses one rings a function and no person."""
    if by.unit is None:
        return []
    near = _COLLEAGUES(organisation=by.unit.branch.organisation_id, at=at, **keys_of(words))
    return [Person(one.called, f"{one.role_title}, {one.at_unit}", one.phone) for one in near]


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
            found += [Act(label, reverse(route, args=[one.pk]), one) for one in children(" ".join(named))[:EACH]]
    return found[:MOST]


def _fit(words: list[str], text: str) -> bool:
    """Whether each word begins some word of the text."""
    said = [swedish_key(word) for word in text.replace(",", " ").split()]
    return all(any(one.startswith(swedish_key(word)) for one in said) for word in words)
