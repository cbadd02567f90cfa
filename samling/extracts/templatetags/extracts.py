"""Why a person looks at it."""

from typing import Any

from django import template
from django.utils.translation import gettext

from samling.extracts.reference.flags import FLAGS, Flag

register = template.Library()


@register.simple_tag
def flag_says(flag: Flag) -> str:
    """Why a person looks at it."""
    return gettext(FLAGS[flag])


@register.filter
def spoken(field: Any, inside: list[tuple[object, object, object, Any]] | None = None) -> bool:
    """Whether something was written in a field, or in one that stands inside: then it is open, with its fault."""
    return bool(field.value() or any(again.value() for _held, _heading, _lines, again in inside or ()))
