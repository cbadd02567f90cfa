"""The desk's own small pictures: a level on the pyramid, and how long a child has been in a stage."""

from functools import cache

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.ui.html import format_html

register = template.Library()


@register.filter
def of(found, key):
    """What a page has found for one of its children, or nothing."""
    return found.get(key)


# From the broad base to the top, in a square of 24 units.
LAYERS = {1: "M5.6 15.5h12.8L22 22H2z", 2: "M9.3 9h5.4l2.9 5.3H6.4z", 3: "M12 2.5l2.1 5.3H9.9z"}
LONG = 90  # days that fill the bar
BAR = 48


@register.simple_tag
def level(tier):
    """Where on the pyramid a child stands: shape and word; nothing when no one has set it."""
    if not tier:
        return ""
    return _pyramid(tier, gettext("Tier %(tier)s of 3") % {"tier": tier})


@cache
def _pyramid(tier: int, said: str) -> SafeString:
    parts = (
        f'<path class="level__{"on" if one == tier else "off"}" d="{drawn}"/>'
        for one, drawn in LAYERS.items()
    )
    svg = '<svg class="level" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>'
    return format_html(svg, said, SafeString("".join(parts)))


@register.simple_tag
def stay(days):
    """How many days, as a bar and in words; the bar is full after three months."""
    said = ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
    width = max(2, min(days, LONG) * BAR // LONG)
    svg = '<svg class="stay" viewBox="0 0 {} 6" aria-hidden="true"><path class="stay__all" d="M0 0h{}v6H0z"/>'
    svg += '<path class="stay__now" d="M0 0h{}v6H0z"/></svg> {}'
    return format_html(svg, BAR, BAR, width, said)
