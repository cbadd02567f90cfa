"""An item's day, and why a person looks at it."""

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
