"""The small drawings and words that several component tags are made of."""

import datetime as dt
from functools import cache

from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samling.ui import words
from samling.ui.html import format_html
from samling.ui.icons import TURNS
from samling.ui.parts import ACTORS, SHAPES, TASK_STATES, Entry, Task, Words

HIDDEN = SafeString('aria-hidden="true"')
DOT = SafeString('<span class="timeline__dot"></span>')


@cache
def icon(name):
    """A glyph beside a word; it says nothing itself."""
    turns = " icon--turns" if name in TURNS else ""
    drawn = '<svg class="icon{}" aria-hidden="true" viewBox="0 0 24 24"><use href="{}#{}"/></svg>'
    return format_html(drawn, turns, static("ui/icons.svg"), name)


def actor(kind, *, label=None):
    """The shape of child, home, school, social or health. Say label="" when the word stands beside it."""
    return _actor(kind, str(ACTORS[kind] if label is None else label))


@cache
def _actor(kind: str, word: str) -> SafeString:
    spoken = format_html('role="img" aria-label="{}"', word) if word else HIDDEN
    drawn = '<svg class="actor actor--{}" viewBox="0 0 24 24" {}><path d="{}"/></svg>'
    return format_html(drawn, kind, spoken, SHAPES[kind])


def moment(at, *, today, start=False):
    """A day, or a day and a clock, in words; `start` when a sentence begins with it."""
    is_moment = isinstance(at, dt.datetime)
    text = words.moment_in_words(at, today) if is_moment else words.day_in_words(at, today)
    text = words.first_upper(text) if start else text
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), text)


def task(row: Task) -> tuple:
    """The pieces of one line of a task list."""
    word, glyph = TASK_STATES[row.state]
    hint = _if('<span class="tasks__hint">{}</span>', row.hint)
    return row.state, row.to, row.title, hint, icon(glyph), word


def entry(row: Entry, *, today: dt.date) -> tuple:
    """The pieces of one line of a timeline."""
    sees = _if('<span class="timeline__sees">{}</span>', row.sees and f"{gettext('Seen by:')} {row.sees}")
    text = _if('<p class="timeline__text" dir="auto">{}</p>', row.text)
    title = format_html('<a href="{}">{}</a>', row.to, row.title) if row.to else row.title
    return actor(row.actor) if row.actor else DOT, title, moment(row.at, today=today), sees, text


def _if(made: str, said: Words) -> SafeString | str:
    return format_html(made, said) if said else ""
