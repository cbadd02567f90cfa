"""The sign of a note, and how many there are of each kind."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext

from samling.ui.html import format_html
from samling.ui.words import listed
from samling.views.picture import in_kinds

register = template.Library()


@register.simple_tag
def note_mark(note: Any):
    """The sign of a note's kind; the word is spoken."""
    drawn = '<span class="note-mark note-mark--{}"><span aria-hidden="true">{}</span><span class="hidden-words">{}</span></span>'
    return format_html(drawn, note.kind, note.glyph, note.get_kind_display())


@register.simple_tag
def notes_in_words(counts: Mapping[str, int]):
    """How many notes of each kind, in a sentence."""
    return gettext("On the table so far: %(kinds)s.") % {"kinds": listed(in_kinds(counts))}
