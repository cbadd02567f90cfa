"""The mark of where a support stands: one word, the same for whoever gives it and for the others."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samling.support.rules import STATE_WORDS, State
from samling.ui.html import format_html

register = template.Library()

TONES = {State.BEGUN: "wait", State.GOING: "go", State.PAUSED: "calm", State.ENDED: "calm"}


@register.simple_tag
def state_of(state: str) -> SafeString:
    """Where a support stands, in a word."""
    known = State(state)
    return format_html('<span class="pill pill--{}">{}</span>', TONES[known], gettext(STATE_WORDS[known]))
