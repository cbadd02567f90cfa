"""What a letter begins with, kind by kind: what it is about, the named person, the number and the next day."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, override

from samling.access import guard
from samling.kernel.words import _
from samling.people.models import Capacity, Child, Guardian
from samling.ui.words import long_day

from . import rules

LANGUAGES = ("sv", "en")  # those that the house can write; others are read with an interpreter

ABOUT = {
    "team_decision": _("We have talked about how things are for %(child)s at school."),
    "meeting": _("We would like to meet you. We want to talk about how things are for %(child)s."),
    "attendance": _("%(child)s has been away a lot. We want to understand why, and help."),
    "adaptations": _("We are changing something at school so that it works better for %(child)s."),
    "support": _("We want %(child)s to get more help at school."),
    "follow_up": _("We have tried something new for %(child)s. Now we ask you how it went."),
    "new_contact": _("I am the one you can turn to about %(child)s from now on."),
    "view": _("We want to understand how things are for %(child)s. You know what we do not. You choose what you tell."),
    "closing": _("We are done for now around %(child)s. You can come back."),
    "asked": _("We have asked you something about %(child)s. You can say yes or no, and both are fine. You need not answer now. "
               "If it is easier we can ring, meet, or talk with an interpreter. Somebody you know can ask too."),
    "other": _("I am writing to you about %(child)s."),
}
ELSEWHERE = {  # where it is no school that writes
    "team_decision": _("We have talked about how things are for %(child)s."),
    "adaptations": _("We are changing something so that it works better for %(child)s."),
    "support": _("We want %(child)s to get more help."),
}
BEFORE = _("Until now it was %(before)s. We have talked with each other, so you need not tell everything again.")
HELLO, ASKS = _("Hello %(name)s!"), _("What do you think? We want to hear it.")
BY_THEN = _("You hear from me again by %(day)s.")
RING = _("Would you like to know more? Ring me: %(who)s, %(phone)s.")
TALK = _("Would you like to know more? Talk to me: %(who)s.")
REGARDS = _("With kind regards")


def text_of(
    kind: str, words: Mapping[str, Any], *, child: Child, guardian: Guardian, by: Capacity, on: dt.date
) -> str:
    """The whole text, in the guardian's language where the house writes it, else in Swedish.

    For a child with protected identity it names no number and no place.
    """
    with override(guardian.language if guardian.language in LANGUAGES else "sv"):
        who = words.get("who") or str(by.person)
        told = {
            "name": guardian.given_name,
            "child": child.called or child.given_name,
            "day": long_day(words.get("next_on") or rules.next_date(on), on),
            "who": who,
            "phone": words.get("phone") or by.phone or (by.unit.phone if by.unit else ""),
            "before": words.get("before"),
        }
        hidden = guard.is_protected(child.pk) or not told["phone"]
        opening = (ABOUT if by.unit and by.unit.branch.actor == "school" else ABOUT | ELSEWHERE)[kind]
        own = str(words.get("what") or "").strip()
        parts = [opening, BEFORE if words.get("before") else "", own, ASKS, BY_THEN, TALK if hidden else RING]
        said = [part if part is own else gettext(part) % told for part in parts if part]
        signed = [gettext(REGARDS), who, *([] if hidden or who != str(by.person) else [by.role_title])]
        return "\n\n".join([gettext(HELLO) % told, *said, "\n".join(signed)])
