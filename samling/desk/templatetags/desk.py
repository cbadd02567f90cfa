"""The desk's own small pictures: a level on the pyramid, and how long a child has been in a stage."""

from functools import cache

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.ui.draw import moment
from samling.ui.html import format_html, format_html_join
from samling.ui.templatetags.ui import child, sparkline
from samling.ui.ways import way

register = template.Library()
KID = (
    '<li><span class="kids__level">{}</span>\n<span>{}</span>\n<span class="kids__stage">{}</span>\n'
    '<span class="kids__stay">{}</span>\n<span class="kids__spark">{}</span>\n<span class="kids__heard">{}</span></li>\n'
)


@register.simple_tag
def kids(rows, *, today, sparks):
    """The children of the list (children.Row): level, name, where each stands and for how long, attendance, and when heard of."""
    heard, nothing = gettext("Heard from"), gettext("Nothing told yet")
    drawn = (
        (
            level(row.tier),
            child(row.child.full_name, detail=row.child.group, to=way("desk:child", row.child.pk)),
            gettext(row.stage),
            stay(row.days) if row.standing.since_at else "",
            sparkline(spark.values, label=spark.label) if (spark := sparks.get(row.child.pk)) else "",
            format_html("{} {}", heard, moment(row.heard_on, today=today)) if row.heard_on else nothing,
        )
        for row in rows
    )
    return format_html('<ul class="kids">\n{}</ul>', format_html_join("", KID, drawn))


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
