"""The mark of a promise's state: a word, and a shape that says the same."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samling.promises.rules import State
from samling.promises.words import STATES, TONES
from samling.ui.html import format_html

register = template.Library()


@register.simple_tag
def state_pill(state: State) -> SafeString:
    """Where a promise stands, in a word."""
    return format_html('<span class="pill pill--{}">{}</span>', TONES[state], gettext(STATES[state]))
