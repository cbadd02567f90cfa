"""A record in words: what kind it is, when it was, and what each of its columns holds, in the reader's language."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext

from samling.access.plain import kinds_of
from samling.people.models import Branch, Capacity, Organisation, Unit
from samling.records.clock import STOCKHOLM
from samling.ui.kept import day, ending, is_key, moment
from samling.ui.words import first_upper, full_day

from .inside import inside
from .item import Item
from .reference.coded import CODED, LABELS, PAIRED, UNSPOKEN, in_language, in_words, kept
from .reference.fields import FIELDS
from .reference.titles import TITLES
from .registry import Kind, kinds

Line = tuple[str, str]
KEYS = ("id", "subject_id", "sort_key", "row", "position", "is_empty", "line_id", "own_key")
# What tells a record from others of its kind, the most telling first: what it is, whom it concerns, else what is written.
NAME = ("given_name", "family_name")
WHAT = ("title", "own", "code", "errand", "kind", "result", "word", "yes", "state", "tier", "level", "reason", "way", "step", "topic",
        "time")  # fmt: skip
WHO = ("capacity", "capacity_id", "guardian", "person_name", "voice_name", "who", "name", "unit", "to_unit", "to_capacity", "coordinator",
       "preparer", "maker", "receiver", "holder", "adult", "to", "asker")  # fmt: skip
TEXT = ("text", "question", "words", "purpose", "because", "why", "wall")
TELLING = {*NAME, *WHAT, *WHO, *TEXT}
LONGEST = 70  # letters of a line in a heading
PLACES: dict[type[models.Model], Any] = {Unit: Unit, Branch: Branch, Organisation: Organisation}


def title_of(table: str) -> str:
    """What a row of this table is called."""
    return in_language(TITLES[table])


class Names:
    """The names behind the keys of these items: as many questions for one item as for all."""

    def __init__(self, items: Iterable[Item]):
        self.items = {one.record: one for one in items}
        keys = {str(value) for one in self.items.values() for row in (one.row, one.row.get("body") or {})
                for value in row.values() if is_key(value)}  # fmt: skip
        self.people = {str(key): one for key, one in Capacity.known([UUID(key) for key in keys]).items()}
        self.places = {str(one.pk): str(one) for model in PLACES for one in model.objects.filter(pk__in=keys)}

    def said(self, key: str) -> str:
        """A person in service by name and role, a place by name, a record by what it is and when; nothing for others."""
        if who := self.people.get(key):
            return f"{who}, {who.unit}" if who.unit else str(who)
        if key in self.places:
            return self.places[key]
        item = self.items.get(key)
        if item is None:
            return ""
        name = " ".join(filter(None, (item.row.get("given_name"), item.row.get("family_name") or item.row.get("name"))))
        when = f", {day_of(item)}" if item.at.year > 1900 else ""
        return _struck(name, item.masked) or f"{title_of(item.table)}{when}"


def day_of(item: Item) -> str:
    """The day it is from."""
    return full_day(item.at.astimezone(STOCKHOLM).date()) if item.at.year > 1900 else gettext("no date")


def lines_of(item: Item, names: Names) -> list[Line]:
    """What each column holds, by its word; what is empty is left out, and struck words are struck."""
    found = [(_word_of(item, field), said)
             for field, value in _columns(item) if (said := _said(item, field, value, names))]  # fmt: skip
    return [(word, _struck(said, item.masked)) for word, said in found]


def heading_of(item: Item, names: Names) -> str:
    """What tells a record from others of its kind: what it says in a few words or whom it concerns, and the day it is from."""
    told = {field.name: _in_short(item, field, said)
            for field, value in _columns(item) if field.name in TELLING and (said := _said(item, field, value, names))}  # fmt: skip
    name = " ".join(told[part] for part in NAME if part in told)
    what, who, text = (next((told[key] for key in keys if key in told), "") for keys in (WHAT, WHO, TEXT))
    said = name or ", ".join(filter(None, (what, who))) or text
    when = day_of(item) if item.at.year > 1900 or not said else ""
    return " · ".join(filter(None, (first_upper(said), when)))


def _in_short(item: Item, field: Any, said: str) -> str:
    line = _struck(f"{_word_of(item, field)} {said}" if said.isdigit() else said, item.masked).partition("\n")[0]
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


def _word_of(item: Item, field: Any) -> str:
    return in_language(LABELS.get((item.table, field.name)) or FIELDS[field.name])


class Told:
    """Records that are put into words when they are shown, and not before: each with what tells it from the others."""

    def __init__(self, items: Sequence[Item], names: Names):
        self.items, self.names = items, names

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, which: slice) -> list[tuple[Item, str, list[Line]]]:
        return [(one, heading_of(one, self.names), lines_of(one, self.names)) for one in self.items[which]]


def struck(value: Any, masked: list[str]) -> Any:
    """The same value with these words struck out, wherever they stand in it."""
    if isinstance(value, str):
        return _struck(value, masked)
    if isinstance(value, dict):
        return {name: struck(one, masked) for name, one in value.items()}
    return [struck(one, masked) for one in value] if isinstance(value, list) else value


def _struck(said: str, masked: list[str]) -> str:
    for word in masked:
        at = said.casefold().find(word.casefold())
        while at >= 0:
            said = f"{said[:at]}{mark()}{said[at + len(word):]}"
            at = said.casefold().find(word.casefold(), at + len(mark()))
    return said


def mark() -> str:
    """What stands where words are struck out."""
    return gettext("[struck out]")


def _columns(item: Item) -> Iterator[tuple[Any, Any]]:
    kind: Kind = kinds()[item.table]
    told: tuple[tuple[Any, dict[str, Any]], ...] = ((kind.model, item.row), (kind.body, item.row.get("body") or {}))
    for model, row in told:
        for field in model._meta.local_fields if model else ():
            if field.column in row and field.column not in KEYS:
                yield field, row[field.column]


def _said(item: Item, field: Any, value: Any, names: Names) -> str:
    place = (item.table, field.name)
    if value in (None, "", [], {}) or place in UNSPOKEN:
        return ""
    if field.name in ("wall", "walls"):
        return ", ".join(kinds_of(value if isinstance(value, list) else [value], whole=True))
    if field.name == "for_guardians_because":
        return kept(value)
    if place in PAIRED:
        pairs = PAIRED[place](value, item.row)
        return "\n".join(f"{names.said(word) if is_key(word) else word.rstrip('.')}: {said}" for word, said in pairs)
    return in_words(place, value, item.row) if place in CODED else _chosen(field, value) or _plain(field, value, names)


def _chosen(field: Any, value: Any) -> str:
    """The model's own words for a code, or for each of several."""
    if field.choices:
        return gettext(str(dict(field.flatchoices).get(value, value)))
    if isinstance(field, ArrayField) and field.base_field.choices:
        words = dict(field.base_field.flatchoices)
        return ", ".join(gettext(str(words.get(one, one))) for one in value)
    return ""


def _plain(field: Any, value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if field.is_relation or isinstance(field, models.UUIDField):
        return names.said(str(value))
    if isinstance(field, models.DateTimeField):
        return ending(value) if field.name in ("until_at", "valid_until") else moment(value)
    if isinstance(field, models.DateField):
        return day(value)
    if isinstance(field, ArrayField):
        return ", ".join(filter(None, (names.said(str(one)) if is_key(one) else str(one) for one in value)))
    return "\n".join(inside(value, names.said)) if isinstance(value, dict | list) else str(value)
