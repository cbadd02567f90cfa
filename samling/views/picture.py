"""The three circles with every note in its place, and a finding counted from what is drawn."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samling.ui.circles import Mark, circles
from samling.ui.words import first_upper, listed

from . import rules
from .models import Note
from .reference import PLACES

ORDER = tuple(PLACES)


class Picture(NamedTuple):
    """The drawing, its finding, and the sentence that says the same."""

    title: str
    sentence: str
    drawn: SafeString


def picture(notes: Sequence[tuple[int, Note]]) -> Picture:
    """The notes with their numbers; a part with no room left says how many more lie there."""
    marks = [_mark(number, note) for number, note in notes]
    drawn = circles({code: gettext(title) for code, title in PLACES.items()}, marks, label=gettext("The three circles"),
                    more=lambda n: gettext("and %(n)d more") % {"n": n})  # fmt: skip
    return Picture(finding(marks), sentence(marks), drawn)


def _mark(number: int, note: Note) -> Mark:
    told = {"number": number, "kind": first_upper(note.get_kind_display()), "text": note.body.text.rstrip(". "), "voice": note.voice_name}
    spoken = gettext("%(number)d. %(kind)s: %(text)s. %(voice)s") % told
    part = tuple(ORDER.index(place) for place in rules.ordered(note.places))
    return Mark(number, part, note.glyph, note.body.text, note.initial, note.shape, note.get_absolute_url(), spoken)


def finding(marks: Sequence[Mark]) -> str:
    """The title: how many notes of each kind, and which circle most of them touch."""
    if not marks:
        return gettext("No notes yet.")
    number = ngettext("%(number)d note", "%(number)d notes", len(marks)) % {"number": len(marks)}
    signs = {sign: kind for kind, sign in rules.GLYPHS.items()}
    kinds = listed(in_kinds(rules.counts(signs[mark.glyph] for mark in marks)))
    share = [sum(turn in mark.part for mark in marks) for turn in range(len(ORDER))]
    most = [gettext(PLACES[place]) for place, count in zip(ORDER, share, strict=True) if count == max(share)]
    told = {"notes": number, "kinds": kinds, "place": most[0]}
    if len(marks) > 1 and len(most) == 1:
        return gettext("%(notes)s: %(kinds)s. Most touch the circle %(place)s.") % told
    return gettext("%(notes)s: %(kinds)s.") % told


def in_kinds(counts: Mapping[str, int]) -> list[str]:
    """How many there are of each kind, in words."""
    return [_kind(kind, number) for kind, number in counts.items()]


def _kind(kind: str, count: int) -> str:
    said = {
        rules.Kind.STRENGTH: ngettext("%(n)d strength", "%(n)d strengths", count),
        rules.Kind.WORRY: ngettext("%(n)d worry", "%(n)d worries", count),
        rules.Kind.QUESTION: ngettext("%(n)d question", "%(n)d questions", count),
    }
    return said[rules.Kind(kind)] % {"n": count}


def sentence(marks: Sequence[Mark]) -> str:
    """The text equivalent: how many notes lie in each part of the picture."""
    parts = [tuple(ORDER.index(place) for place in region) for region in rules.REGIONS]
    counts = [(part, sum(mark.part == part for mark in marks)) for part in parts]
    said = [f"{listed([gettext(PLACES[ORDER[turn]]) for turn in part])}: {count}" for part, count in counts if count]
    return "; ".join(said) + "." if said else ""
