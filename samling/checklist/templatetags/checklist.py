"""The strip of adaptations tried: a mark for each, and the finding in words, counted from the marks."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.checklist import rules
from samling.checklist.models import Tried
from samling.questions.rules.adaptations import adaptation
from samling.ui.html import format_html, format_html_join
from samling.ui.words import first_upper, listed

register = template.Library()

# Drawn in a square of 24 units in the text's colour: filled, half, bar, arrow down, dashed ring.
MARKS = {
    "helped": '<circle cx="12" cy="12" r="9" fill="currentColor"/>',
    "partly": '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/>'
    '<path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>',
    "no": '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/>'
    '<path d="M7 12h10" stroke="currentColor" stroke-width="2"/>',
    "made_worse": '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/>'
    '<path d="M12 7v10m-4-4l4 4 4-4" fill="none" stroke="currentColor" stroke-width="2"/>',
    "not_evaluated": '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-dasharray="3 3"/>',
}


def mark(effect: str) -> SafeString:
    """The mark of one effect; the word stands beside it."""
    drawn = '<svg class="effect" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">{}</svg>'
    return format_html(drawn, SafeString(MARKS[effect]))


def finding(tried: list) -> str:
    """How many were tried, and how it went: counted from what is drawn."""
    said = {
        "helped": lambda n: ngettext("%(n)d helped", "%(n)d helped", n),
        "partly": lambda n: ngettext("%(n)d helped a little", "%(n)d helped a little", n),
        "no": lambda n: ngettext("%(n)d did not help", "%(n)d did not help", n),
        "made_worse": lambda n: ngettext("%(n)d made it worse", "%(n)d made it worse", n),
        "not_evaluated": lambda n: ngettext("%(n)d is not checked yet", "%(n)d are not checked yet", n),
    }
    counts = rules.strip(one.head.effect for one in tried)
    parts = [said[effect](number) % {"n": number} for effect, number in counts.items()]
    return f"{first_upper(listed(parts))}." if parts else gettext("Nothing tried yet.")


@register.filter
def named(kept) -> str:
    """What an adaptation is called: the catalogue's words, else one's own."""
    known = adaptation(kept.head.adaptation)
    return gettext(known.title) if known else kept.body.own


@register.simple_tag
def tried_strip(tried):
    """The marks in the order in which they were tried, with the finding below."""
    marks = format_html_join("", "{}", ((mark(one.head.effect),) for one in tried))
    return format_html('<div class="strip"><p class="strip__marks">{}</p><p>{}</p></div>', marks, finding(tried))


@register.simple_tag
def tried_list(tried):
    """The same as a list: mark, name and how it went."""
    effects = Tried.Effect
    line = '<li>{} <span class="lines__main">{}</span> <span class="soft">{}</span></li>'
    rows = ((mark(one.head.effect), named(one), effects(one.head.effect).label) for one in tried)
    return format_html('<ul class="lines">{}</ul>', format_html_join("", line, rows))
