"""An item in words: what kind it is, when it was, and what each of its columns holds, in the reader's language."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import get_language, gettext

from samling.access.plain import kinds_of
from samling.people.models import Branch, Capacity, Organisation, Unit
from samling.records.clock import STOCKHOLM
from samling.ui.words import full_day, time_in_words

from .reading import Item
from .reference.fields import FIELDS
from .reference.titles import TITLES
from .registry import Kind, kinds

Line = tuple[str, str]
KEYS = ("id", "subject_id", "sort_key", "row", "position", "is_empty", "line_id", "own_key")
SPOKEN = {("journey_event", "kind"), ("access_look", "errand"), ("access_look", "kind"), ("journey_notice", "kind")}
WITHHELD = {  # why guardians may not read, as records keep it
    "not told yet": ("inte berättat än", "not told yet"), "danger": ("barnet kan fara illa av det", "the child could be hurt by it"),
    "about someone else": ("om någon annan", "about someone else"), "the child's words": ("barnets egna ord", "the child's own words"),
}  # fmt: skip
PLACES: dict[type[models.Model], Any] = {Unit: Unit, Branch: Branch, Organisation: Organisation}


def in_language(pair: tuple[str, str]) -> str:
    """A word of the reference data: Swedish, or English for every other language."""
    return pair[0] if (get_language() or "sv").startswith("sv") else pair[1]


def title_of(table: str) -> str:
    """What a row of this table is called."""
    return in_language(TITLES[table])


class Names:
    """The names behind the keys of these items: as many questions for one item as for all."""

    def __init__(self, items: Iterable[Item]):
        self.items = {one.record: one for one in items}
        keys = {str(value) for one in self.items.values() for row in (one.row, one.row.get("body") or {})
                for value in row.values() if _is_key(value)}  # fmt: skip
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
        return name or f"{title_of(item.table)}, {day_of(item)}"


def day_of(item: Item) -> str:
    """The day it is from."""
    return full_day(item.at.astimezone(STOCKHOLM).date()) if item.at.year > 1900 else gettext("no date")


def lines_of(item: Item, names: Names) -> list[Line]:
    """What each column holds, by its word; what is empty is left out, and struck words are struck."""
    found = [(in_language(FIELDS[field.name]), said) for field, value in _columns(item) if (said := _said(item, field, value, names))]
    return [(word, _struck(said, item.masked)) for word, said in found]


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
    if value in (None, "", [], {}):
        return ""
    if field.name in ("wall", "walls"):
        return ", ".join(kinds_of(value if isinstance(value, list) else [value], whole=True))
    if field.name == "for_guardians_because":
        return in_language(WITHHELD.get(value, (value, value)))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation or isinstance(field, models.UUIDField):
        return names.said(str(value))
    if (item.table, field.name) in SPOKEN:
        return gettext(value)
    return _plain(field, value, names)


def _plain(field: Any, value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(field, models.DateTimeField):
        return _moment(value)
    if isinstance(field, models.DateField):
        day = parse_date(value)
        return full_day(day) if day else ""
    if isinstance(field, ArrayField):
        return ", ".join(filter(None, (names.said(str(one)) if _is_key(one) else str(one) for one in value)))
    return "\n".join(_within(value, names)) if isinstance(value, dict | list) else str(value)


def _within(value: Any, names: Names) -> Iterator[str]:
    """What stands inside a value of many parts, in its order; numbers that only the machine uses are left out."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _within(one, names)
    elif isinstance(value, list):
        for one in value:
            yield from _within(one, names)
    elif _is_key(value):
        yield from filter(None, [names.said(value)])
    elif isinstance(value, str) and value.strip():
        yield value


def _moment(value: str) -> str:
    at = parse_datetime(value)
    if at is None:
        return ""
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    if not 1900 < at.year < 9999:
        return ""
    return f"{full_day(at.astimezone(STOCKHOLM).date())} {time_in_words(at)}"


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 36 and value.count("-") == 4 and value.replace("-", "").isalnum()
