"""How a question sounds when it is read aloud, and how its state is called."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from samling.kernel.categories import category_of
from samling.kernel.words import _
from samling.ui.words import full_day, listed

from .reference import EXAMPLES, QUESTIONS, RIGHTS, Example
from .rules import State, Status


class Look(NamedTuple):
    """A state as word, shape and tone: never colour alone."""

    word: str
    glyph: str
    tone: str
    counts: bool = True


LOOKS: dict[State, Look] = {
    State.GIVEN: Look(_("Yes"), "check", "go"),
    State.SOON: Look(_("Ends soon"), "hourglass", "care"),
    State.PARTLY: Look(_("Yes to a part"), "circle-dot", "go"),
    State.WAITING: Look(_("Waiting"), "clock", "wait"),
    State.DECISION: Look(_("Needs a decision"), "scale", "wait"),
    State.LATER: Look(_("Begins later"), "calendar", "wait"),
    State.CONFLICT: Look(_("They do not agree"), "circle-slash", "care"),
    State.REFUSED: Look(_("No"), "x", "calm"),
    State.WITHDRAWN: Look(_("Taken back"), "undo-2", "calm"),
    State.EXPIRED: Look(_("Has ended"), "history", "calm"),
    State.ENDED: Look(_("Stopped"), "history", "calm"),
}
NOT_ASKED = Look(_("Not asked"), "circle-dashed", "wait")
BESIDE = Look(_("Not among those asked"), "circle-dashed", "wait")  # said of a person, not of a question
FALLEN = Look(_("Counts no longer"), "circle-dashed", "calm", counts=False)  # said as a guardian, by who decides no more

SAID: dict[str, Look] = {
    "yes": Look(_("Yes"), "check", "go"),
    "no": Look(_("No"), "x", "calm"),
    "taken_back": Look(_("Taken back"), "undo-2", "calm"),
    "excepted": Look(_("Exception"), "scale", "wait"),
    "silent": Look(_("Waiting"), "clock", "wait"),
    "stopped": Look(_("Not to be contacted"), "hand", "care"),
}


def waits(status: Status) -> str:
    """For whom one waits and since when; empty when one waits for nobody."""
    slots = {"names": listed(status.waits_for), "days": status.days}
    if not status.waits_for:
        return ""
    if not status.days:
        return gettext("Waiting for %(names)s. Asked today.") % slots
    return (
        ngettext(
            "Waiting for %(names)s for %(days)d day",
            "Waiting for %(names)s for %(days)d days",
            status.days,
        )
        % slots
    )


class Spoken(NamedTuple):
    """What is read aloud before a family answers. `heading`: the first sentence of the question, which says what it is about."""

    heading: str
    question: str
    examples: list[Example]
    until: str
    rights: list[str]


def spoken(*, kind: str, by: str, to: str, child: str, walls: list[int], last_on: dt.date) -> Spoken:
    """The question in plain words, with concrete examples of what is told and what is not."""
    slots = {"from": by, "to": to, "child": child}
    known = [EXAMPLES[category] for category in map(category_of, walls) if category in EXAMPLES]
    examples = [Example(gettext(one.told), gettext(one.untold)) for one in known]
    asks = gettext(QUESTIONS[kind])
    first, stop, more = asks.partition(". ")
    return Spoken(
        (first + stop.strip() if more else asks) % slots,
        asks % slots,
        examples,
        gettext("Your yes counts until %(day)s.") % {"day": full_day(last_on)},
        [gettext(line) % slots for line in RIGHTS],
    )
