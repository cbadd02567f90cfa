"""An item's day, and why a person looks at it."""

from typing import Any

from django import template
from django.utils.translation import gettext

from samling.extracts.reference.flags import FLAGS, Flag
from samling.inventory import telling
from samling.inventory.item import Item

register = template.Library()


@register.simple_tag
def day_of(item: Item) -> str:
    """The day it is from."""
    return telling.day_of(item)


@register.simple_tag
def flag_says(flag: Flag) -> str:
    """Why a person looks at it."""
    return gettext(FLAGS[flag])


@register.filter
def spoken(field: Any, inside: list[tuple[object, object, Any]] | None = None) -> bool:
    """Whether something was written in a field, or in one that stands inside: then it is open, with its fault."""
    return bool(field.value() or any(again.value() for _held, _lines, again in inside or ()))
