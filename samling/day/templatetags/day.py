"""A line of *I dag*, as it is drawn there and wherever else one stands."""

from django import template
from django.utils.translation import gettext

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


@register.simple_tag
def lines(rows, *, today, csrf, day=None):
    """Lines of the day's page (lines.Line): about whom, what, when, and what can be done."""
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
    ticks = format_html(TICKS, way("day:done", row.done), csrf, gettext("Done"), about) if row.done else ""
    return format_html('<span class="lines__end">{}{}</span>', goes, ticks) if goes or ticks else ""
