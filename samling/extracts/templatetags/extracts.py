"""An item's day, and why a person looks at it."""

from typing import Any

from django import template
from django.utils.translation import gettext

from samling.extracts import rules, telling
from samling.extracts.reading import Item

register = template.Library()


@register.simple_tag
def day_of(item: Item) -> str:
    """The day it is from."""
    return telling.day_of(item)


@register.simple_tag
def flag_says(flag: rules.Flag) -> str:
    """Why a person looks at it."""
    return gettext(rules.FLAGS[flag])


@register.filter
def many(title: str, inside: list[object]) -> str:
    """A kind, and how many."""
    return f"{title}, {len(inside)}"


@register.filter
def dated(title: str, on: str) -> str:
    """A kind, and its day."""
    return f"{title}, {on}"


@register.filter
def spoken(field: Any, inside: list[tuple[object, object, Any]] | None = None) -> bool:
    """Whether something was written in a field, or in one that stands inside: then it is open, with its fault."""
    return bool(field.value() or any(again.value() for _held, _lines, again in inside or ()))
