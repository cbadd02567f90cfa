"""The vocabulary of the house. A misspelt tag or argument stops the template from compiling.

Arguments after the first are named. The pattern page (ui/patterns.html) shows every tag in use.
"""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from samling.ui import draw, words
from samling.ui.chart import spark
from samling.ui.html import format_html, format_html_join
from samling.ui.parts import STEP_STATES

register = template.Library()
register.filter("signed", words.signed)
register.filter("clock", words.time_in_words)
register.filter("last_day", words.last_day)

icon = register.simple_tag(draw.icon)
actor = register.simple_tag(draw.actor)
moment = register.simple_tag(draw.moment)
CURRENT = SafeString(' aria-current="step"')


@register.simple_block_tag
def panel(content, *, title, id="", tone="open"):
    """A part of a page under its heading. Tones: open (a line above), card, child (yellow edge), sand."""
    named = format_html(' id="{}"', id) if id else ""
    return format_html(
        '<section class="panel panel--{}"{}><h2>{}</h2>{}</section>', tone, named, title, content
    )


@register.simple_tag
def pill(text, *, tone="calm"):
    """A state in a word. Tones: calm, go, wait, care, stop, info."""
    return format_html('<span class="pill pill--{}">{}</span>', tone, text)


@register.simple_tag
def person(name, *, kind, role=""):
    """An adult: shape, name and what they are here."""
    said = format_html(' <span class="person__role">{}</span>', role) if role else ""
    inside = format_html('<span><bdi class="person__name">{}</bdi>{}</span>', name, said)
    return format_html('<span class="person">{} {}</span>', actor(kind), inside)


@register.simple_tag
def child(name, *, detail="", to=""):
    """A child: the yellow dot and the name as the child wants it. `detail` is age and class, `to` a link."""
    said = format_html('<a href="{}">{}</a>', to, name) if to else name
    more = format_html(' <span class="child__detail">{}</span>', detail) if detail else ""
    inside = format_html('<span><bdi class="child__name">{}</bdi>{}</span>', said, more)
    return format_html('<span class="child">{} {}</span>', actor("child", label=""), inside)


@register.simple_tag
def button(text, *, tone="primary", name="", value="", glyph="", small=False):
    """A button that sends its form. Tones: primary (one a page), outline, plain, answer (yes as no)."""
    shown = format_html("{} {}", icon(glyph), text) if glyph else text
    sent = format_html(' name="{}" value="{}"', name, value) if name else ""
    size = " button--small" if small else ""
    return format_html('<button class="button button--{}{}"{}>{}</button>', tone, size, sent, shown)


@register.simple_tag
def link_button(text, *, to, tone="outline", glyph="", small=False):
    """A link that looks like the next thing to do."""
    shown = format_html("{} {}", icon(glyph), text) if glyph else text
    size = " button--small" if small else ""
    return format_html('<a class="button button--{}{}" href="{}">{}</a>', tone, size, to, shown)


@register.simple_tag
def way_back(text, *, to):
    """The way back, above a page's heading: one step up, said by name."""
    inside = format_html("{} <bdi>{}</bdi>", icon("chevron-left"), text)
    return format_html('<p class="no-print"><a class="back" href="{}">{}</a></p>', to, inside)


@register.simple_tag
def who_sees(readers):
    """Who will read what is written here; stands before the save button of every shared input."""
    listed = words.listed(readers) if isinstance(readers, list | tuple) else readers
    asked = gettext("Who sees this:")
    return format_html('<p class="sees">{}<span><b>{}</b> {}</span></p>', icon("eye"), asked, listed)


@register.simple_tag
def steps(path, *, label):
    """A process as a path of parts.Step; says in words which step is now."""
    line = '<li class="steps__{}"{}>{} <span class="hidden-words">({})</span></li>'
    rows = ((s.state, CURRENT if s.state == "now" else "", s.name, STEP_STATES[s.state]) for s in path)
    return format_html('<ol class="steps" aria-label="{}">{}</ol>', label, format_html_join("", line, rows))


@register.simple_tag
def task_list(tasks):
    """Rows of parts.Task with their four states, in words and shapes."""
    line = '<li class="tasks__{}"><a href="{}">{}</a>{}<span class="tasks__state">{} {}</span></li>'
    return format_html('<ul class="tasks">{}</ul>', format_html_join("", line, map(draw.task, tasks)))


@register.simple_tag
def timeline(entries, *, today):
    """What happened, as parts.Entry in the order given: shape, title, when, text and who can read it."""
    line = '<li>{}<p class="timeline__head"><span class="timeline__title">{}</span> {} {}</p>{}</li>'
    rows = (draw.entry(entry, today=today) for entry in entries)
    return format_html('<ol class="timeline">{}</ol>', format_html_join("", line, rows))


@register.simple_tag
def empty(title, *, because, action="", to=""):
    """An empty place in three parts: what will be here, why it is empty, one thing to do."""
    next_ = format_html("<p>{}</p>", link_button(action, to=to)) if action else ""
    return format_html(
        '<div class="empty"><p class="empty__title">{}</p><p class="soft">{}</p>{}</div>',
        title,
        because,
        next_,
    )


@register.simple_tag
def due(on, *, today):
    """The day when something is due: "i morgon", "fredag 21 november", "skulle ha varit i går"; never red."""
    tone = "late" if on < today else "today" if on == today else "ahead"
    text = words.due_in_words(on, today)
    return format_html('<time class="due due--{}" datetime="{}">{}</time>', tone, on.isoformat(), text)


@register.simple_tag
def quote(text, *, by, on, today):
    """The child's own words, as the child wrote them, with name and day."""
    marked = pgettext("quotation", "“%(words)s”") % {"words": text}
    said = format_html("{}, {}", by, moment(on, today=today))
    return format_html(
        '<figure class="quote"><blockquote dir="auto">{}</blockquote><figcaption>{}</figcaption></figure>',
        marked,
        said,
    )


@register.simple_block_tag
def notice(content, *, tone="info", title=""):
    """Something to know on this page. Tones: info, done, care, wrong."""
    glyph = {"info": "info", "done": "circle-check", "care": "triangle-alert", "wrong": "circle-alert"}[tone]
    head = format_html("<h2>{}</h2>", title) if title else ""
    return format_html(
        '<div class="notice notice--{}">{}<div>{}{}</div></div>', tone, icon(glyph), head, content
    )


@register.simple_block_tag
def details(content, *, title, open=False):
    """A part that opens on the spot."""
    state = " open" if open else ""
    inside = format_html('<div class="details__inside">{}</div>', content)
    head = format_html("<summary>{} {}</summary>", icon("chevron-right"), title)
    return format_html('<details class="details"{}>{}{}</details>', state, head, inside)


@register.simple_block_tag
def table_scroll(content, *, label):
    """A box in which a wide table scrolls, reachable by keyboard."""
    return format_html(
        '<div class="table-box" role="region" tabindex="0" aria-label="{}">{}</div>', label, content
    )


@register.simple_tag
def progress(step, *, of):
    """How far, in words: "Steg 4 av 7"."""
    said = gettext("Step %(step)d of %(of)d") % {"step": step, "of": of}
    return format_html('<p class="progress">{}</p>', said)


@register.simple_tag
def phone(number):
    """A telephone number to ring, kept left to right in every language."""
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return format_html('<a class="phone" href="tel:{}"><bdi dir="ltr">{}</bdi></a>', digits, number)


@register.simple_tag
def why(because):
    """The reason an Answer gives, where a button would have been."""
    return format_html('<p class="soft">{}</p>', gettext(because))


@register.simple_tag
def draft_status(saved_at=None):
    """The line that tells the truth about saving; s-draft keeps it up to date."""
    said = gettext("Saved %(time)s") % {"time": words.time_in_words(saved_at)} if saved_at else ""
    texts = {"saved": gettext("Saved %(time)s"), "saving": gettext("Saving…")}
    texts |= {"kept": gettext("Not saved since %(time)s. The text is still on the screen.")}
    texts |= {"never": gettext("Not saved yet. The text is still on the screen.")}
    data = format_html_join("", ' data-{}="{}"', texts.items())
    return format_html('<span class="draft" role="status" data-draft-status{}>{}</span>', data, said)


@register.simple_tag
def sparkline(values, *, label):
    """Shares from 0 to 100 in order, drawn small, with the last one as a number and a sentence for all."""
    last = values[-1] if values else None
    number = format_html('<bdi class="number" dir="ltr">{} %</bdi>', last) if values else ""
    return format_html(
        '<span class="spark" role="img" aria-label="{}">{} {}</span>', label, spark(values), number
    )
