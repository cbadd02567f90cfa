"""The desk's own small pictures: a level on the pyramid, and how long a child has been in a stage."""

from functools import cache

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.ui.draw import moment
from samling.ui.html import format_html, format_html_join
from samling.ui.templatetags.ui import child, due, person, sparkline
from samling.ui.ways import way

register = template.Library()
LINE = '<li><span class="lines__main">{}\n<span class="do__text">{}</span></span>\n{}\n{}</li>\n'
GOES = '<a class="button button--outline button--small" href="{}">{}<span class="hidden-words">: {}</span></a>'
TICKS = (
    '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    '<button class="button button--plain button--small">{}<span class="hidden-words">: {}</span></button></form>'
)


@register.filter
def of(found, key):
    """What a page has found for one of its children, or nothing."""
    return found.get(key)


@register.simple_tag
def lines(rows, *, today, csrf, day=None):
    """Lines of the day's page (today.Line): about whom, what, when, and what can be done."""
    drawn = ((_whom(row, day), _what(row), _when(row, today), _ends(row, csrf)) for row in rows)
    return format_html('<ul class="lines do">{}</ul>', format_html_join("", LINE, drawn))


def _whom(row, day):
    if row.child:
        named = child(row.child, detail=row.child.group, to=way("desk:child", row.child.pk))
        spark = day.sparks.get(row.child.pk) if day else None
        return format_html("{} {}", named, sparkline(spark.values, label=spark.label)) if spark else named
    return format_html("<b>{}</b>", row.who) if row.who and not row.actor else ""


def _what(row):
    said = format_html('<a href="{}">{}</a>', row.to, row.text) if row.to and not row.action else row.text
    if row.actor:
        return format_html("{}: {}", person(row.who, kind=row.actor), said)
    return format_html("{}, {}", said, row.who) if row.child and row.who else said


def _when(row, today):
    if row.due:
        return due(row.due, today=today)
    since = '<span class="soft small">{} {}</span>'
    return format_html(since, gettext("since"), moment(row.since, today=today)) if row.since else ""


def _ends(row, csrf):
    about = format_html("{}, {}", row.text, row.child) if row.child else row.text
    goes = format_html(GOES, row.to, row.action, about) if row.action else ""
    ticks = format_html(TICKS, way("desk:done", row.done), csrf, gettext("Done"), about) if row.done else ""
    return format_html('<span class="lines__end">{}{}</span>', goes, ticks) if goes or ticks else ""


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
