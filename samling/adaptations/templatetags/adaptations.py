"""The strip of what was tried, and what figures say: drawn here, with the words counted from what is drawn."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.adaptations import rules
from samling.adaptations.rules import Figure
from samling.ui.html import format_html, format_html_join

register = template.Library()

RING = '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"{}/>'
LINE = '<path d="{}" fill="none" stroke="currentColor" stroke-width="2"/>'
# Drawn in a square of 24 units in the text's colour: filled, half, bar, arrow down, dashed ring.
MARKS = {
    "helped": '<circle cx="12" cy="12" r="9" fill="currentColor"/>',
    "partly": RING.format("") + '<path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>',
    "no": RING.format("") + LINE.format("M7 12h10"),
    "made_worse": RING.format("") + LINE.format("M12 7v10m-4-4l4 4 4-4"),
    "not_evaluated": RING.format(' stroke-dasharray="3 3"'),
}
SAID = {
    "helped": lambda n: ngettext("%(n)d helped", "%(n)d helped", n),
    "partly": lambda n: ngettext("%(n)d helped a little", "%(n)d helped a little", n),
    "no": lambda n: ngettext("%(n)d did not help", "%(n)d did not help", n),
    "made_worse": lambda n: ngettext("%(n)d made it worse", "%(n)d made it worse", n),
    "not_evaluated": lambda n: ngettext("%(n)d is not checked yet", "%(n)d are not checked yet", n),
}
WIDTH, EDGE = 200, 4  # of the picture of a share
DRAWN = 12  # marks of one kind in a strip; the number beside them counts all


@register.simple_tag
def effect_mark(effect):
    """The mark of one effect; the word stands beside it."""
    drawn = '<svg class="tries__mark" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">{}</svg>'
    return format_html(drawn, SafeString(MARKS[effect]))


@register.simple_tag
def tries_strip(counts):
    """A mark for each, those that went alike together, with their number in words beside; `counts` by effect."""
    line = '<li><span class="tries__marks">{}</span> <span>{}</span></li>'
    rows = (
        (format_html_join("", "{}", ((effect_mark(effect),) for _one in range(min(n, DRAWN)))), SAID[effect](n) % {"n": n})
        for effect, n in counts.items()
    )
    return format_html('<ul class="tries">{}</ul>', format_html_join("", line, rows))


@register.simple_tag
def tried_in_words(counts):
    """The finding above the strip: how many were tried; `counts` by effect."""
    number = sum(counts.values())
    if not number:
        return gettext("Nothing tried yet.")
    return ngettext("%(n)d thing tried", "%(n)d things tried", number) % {"n": number}


def hundredths(figure: Figure) -> tuple[int, int]:
    """From and to, of a hundred."""
    found = figure.interval
    return (round(found.low * 100), round(found.high * 100)) if found else (0, 100)


@register.filter
def how_it_went(figure: Figure | None) -> str:
    """What is known here, in a sentence or two: for how many it was evaluated, how often it helped, how sure that is."""
    if figure is None or not figure.children:
        return gettext("Too few have tried it here to tell.")
    tried = gettext("Tried here with %(number)d children.") % {"number": figure.children}
    if figure.interval is None:
        return f"{tried} {gettext('They are too few to say how often it helped.')}"
    low, high = hundredths(figure)
    said = {"low": low, "high": high, "share": gettext(rules.share_word(figure.middle))}
    if not figure.is_sure:
        return f"{tried} {gettext('Too early to say: it helped somewhere between %(low)d and %(high)d in a hundred.') % said}"
    helped = gettext("It helped %(share)s: between %(low)d and %(high)d in a hundred.") % said
    return f"{tried} {helped}"


@register.simple_tag
def share_bar(figure):
    """The interval as a bar from nought to a hundred; nothing where there is no share to draw."""
    if figure.interval is None:
        return ""
    low, high = hundredths(figure)
    drawn = (
        '<svg class="share" viewBox="0 0 {} 16" aria-hidden="true"><path class="share__line" d="M{} 8H{}"/>'
        '<rect class="share__bar" x="{}" y="3" width="{}" height="10" rx="2"/></svg>'
    )
    return format_html(drawn, WIDTH + 2 * EDGE, EDGE, WIDTH + EDGE, EDGE + 2 * low, 2 * (high - low))


@register.filter
def where(figure: Figure) -> list[tuple[str, int]]:
    """With how many children at which stage."""
    return [(gettext(rules.STAGES[stage]), number) for stage, number in figure.places]
