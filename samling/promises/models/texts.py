"""The same promise as staff, a guardian and the child read it."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext

from samling.plan.models import bank
from samling.ui.words import full_day

from ..reference import RHYTHMS
from ..rules import State
from ..words import STATES

LEVELS = ("staff", "home", "child")


def text_of(said: dict[str, Any], level: str = "staff", language: str = "") -> str:
    """A phrase of the bank in this language, else in the page's; or the words as they were written for this reader."""
    if ready := bank.filled(said, level, language):
        return ready
    own = said.get(level, "") if level != "staff" else ""
    return str(own or said.get("does", ""))


def how_often(rhythm: str) -> str:
    """A rhythm in words."""
    return gettext(RHYTHMS[rhythm])


def how_it_stands(state: str) -> str:
    """A state in words."""
    return gettext(STATES[State(state)])


def is_adapted(said: dict[str, Any], level: str) -> bool:
    """Whether there are words for this reader, or only the staff's."""
    return bool(said.get("phrase") or level == "staff" or said.get(level))


def in_words(word: Any) -> str:
    """How a word was heard: in person, or by whom, how and when it was noted."""
    return heard_in_words(word.get_how_display(), in_person=word.in_person, who=word.written_by.person.short_name, on=word.heard_on)


def heard_in_words(how: str, *, in_person: bool, who: str, on: dt.date) -> str:
    """The same from plain values; `how` in the reader's words."""
    if in_person:
        return gettext("said so, %(how)s") % {"how": how}
    return gettext("said so %(how)s to %(who)s, %(on)s") % {"how": how, "who": who, "on": full_day(on)}
