"""What a promise can become and who may say so, when silence shows, what a SIP must hold. Plain values in and out."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _
from samling.plan.rules import may_write

QUIET = dt.timedelta(days=14)  # a promise nobody has heard of for so long is shown dashed, first to its maker (R22)
STILL_QUIET = dt.timedelta(days=21)  # seven days more, then the coordinator is told too
LINK_LIVES = dt.timedelta(days=14)


class State(StrEnum):
    """Where a promise stands."""

    ASKED = "asked"
    PROMISED = "promised"
    GOING = "going"
    SWAP = "swap"
    DONE = "done"
    NO_HELP = "no_help"
    RELEASED = "released"


class Word(StrEnum):
    """What is said about a promise; every word is kept."""

    YES = "yes"
    NO = "no"
    GOING = "going"
    DONE = "done"
    NO_HELP = "no_help"
    SWAP = "swap"
    LET_GO = "let_go"
    TAKE = "take"  # by whoever takes over from a maker who is gone, on her own yes


class How(StrEnum):
    """How it was said: by the maker signed in or by a one-time link; else someone heard it and says so."""

    SELF = "self"
    LINK = "link"
    SPOKEN = "spoken"
    PAPER = "paper"
    ROOM = "room"  # aloud at the meeting where it was promised


AFTER = {
    Word.YES: State.PROMISED,
    Word.NO: State.RELEASED,
    Word.GOING: State.GOING,
    Word.DONE: State.DONE,
    Word.NO_HELP: State.NO_HELP,
    Word.SWAP: State.SWAP,
    Word.LET_GO: State.RELEASED,
    Word.TAKE: State.PROMISED,
}
STEPS: dict[State, tuple[State, ...]] = {
    State.ASKED: (State.PROMISED, State.RELEASED),
    State.PROMISED: (State.GOING, State.DONE, State.NO_HELP, State.SWAP, State.RELEASED),
    State.GOING: (State.GOING, State.DONE, State.NO_HELP, State.SWAP, State.RELEASED),
    State.SWAP: (State.GOING, State.RELEASED),
    State.DONE: (State.GOING,),
    State.NO_HELP: (State.GOING, State.RELEASED),
    State.RELEASED: (),
}
EVENTS = {
    Word.YES: _("promise given"),
    Word.NO: _("promise declined"),
    Word.GOING: _("promise going on"),
    Word.DONE: _("promise kept"),
    Word.NO_HELP: _("promise did not help"),
    Word.SWAP: _("promise to be swapped"),
    Word.LET_GO: _("promise let go"),
    Word.TAKE: _("promise taken over"),
}
ASKS_ANOTHER = _("another is asked to take over a promise")
OPEN = (State.ASKED, State.PROMISED, State.GOING, State.SWAP)
STANDS = (State.PROMISED, State.GOING, State.DONE)
OVER = _("This promise has been let go. Make a new one if somebody promises it again.")
NOT_NOW = _("That cannot be said of the promise as it stands now.")


def state(words: Iterable[str]) -> State:
    """Where a promise stands after these words, in the order they were said."""
    latest = State.ASKED
    for word in words:
        latest = AFTER[Word(word)]
    return latest


def sayable(where: State) -> list[Word]:
    """What can be said of a promise that stands here."""
    return [word for word, to in AFTER.items()
            if to in STEPS[where] and word is not Word.TAKE and (word is not Word.NO or where is State.ASKED)]


def may_take(where: State, *, is_left: bool, is_asked: bool) -> Answer:
    """What its maker promised is nobody's until the one who takes over says yes or lets it go; never in another's name."""
    if not is_asked:
        return refuse(_("Only the one who is asked to take it over answers."))
    if not is_left or where not in OPEN:
        return refuse(NOT_NOW)
    return allow(_("The one who promised it has gone on."))


def may_decide(where: State, *, is_outside: bool, is_asked: bool, coordinates: bool) -> Answer:
    """What a side has left is asked of nobody there: whoever coordinates takes it over, ends it or asks another."""
    if not coordinates:
        return refuse(_("Whoever coordinates decides about what a side has left."))
    if not is_outside or is_asked or where not in OPEN:
        return refuse(NOT_NOW)
    return allow(_("The side that promised it takes no part any more."))


class Saying(NamedTuple):
    """A word about a promise on its way in."""

    word: Word
    how: How
    heard_on: dt.date
    is_maker: bool


def may_say(one: Saying, where: State, *, writes: bool, asked_on: dt.date, today: dt.date) -> Answer:
    """No one answers in another's name without the mark of who heard it; a no is as good as a yes."""
    if not may_write(writes=writes):
        return may_write(writes=writes)
    if one.how is How.LINK or (one.how is How.SELF and not one.is_maker):
        return refuse(_("Only the one who promises can answer in person. Note who said it, how and when you heard it."))
    if where is State.RELEASED:
        return refuse(OVER)
    if one.word not in sayable(where):
        return refuse(NOT_NOW)
    if not asked_on <= one.heard_on <= today:
        return refuse(_("Write the day when you heard it: from the day it was asked until today."))
    return allow(_("It is noted with who said it, how, and when."))


class Quiet(StrEnum):
    """Who is shown that nothing has been heard."""

    NO = "no"
    MAKER = "maker"
    HOLDER = "holder"


def quiet(where: State, heard_on: dt.date, starts_on: dt.date, today: dt.date) -> Quiet:
    """Silence shows after fourteen days to the maker, after seven more to the coordinator; not before it begins."""
    if where not in OPEN:
        return Quiet.NO
    since = today - (heard_on if where is State.ASKED else max(heard_on, starts_on))
    return Quiet.HOLDER if since >= STILL_QUIET else Quiet.MAKER if since >= QUIET else Quiet.NO


# -- who and what -----------------------------------------------------------------------------------------------------
FAMILY = ("guardian", "child")
MESSAGE = "message"
TELLS = re.compile(
    r"\b(meddela\w*|framför\w*|vidarebefordra\w*|hälsa\w*|underrätta\w*|informera\w*|"
    r"berätta[r]?\s+för|talar?\s+om\s+för|lämna\w*\s+(över|vidare|besked)|för(a|er)?\s+vidare|"
    r"tell|inform\w*|pass(es)?\s+on|let\w*\s+\w+\s+know)\b",
    re.IGNORECASE,
)
AGENCY = re.compile(
    r"\b(skol\w*|förskol\w*|rektor\w*|mentor\w*|lärare\w*|soc\b|socialtjänst\w*|socialsekreterare\w*|bup\b|bvc\b|"
    r"vården|sjukvård\w*|hab\b|habilitering\w*|team\w*|lotsen|psykolog\w*|läkare\w*|"
    r"school\w*|social services|camhs|health care|doctor\w*)",
    re.IGNORECASE,
)


def carries_messages(text: str) -> bool:
    """Whether a text asks somebody to take word to a school, social services or care."""
    return bool(TELLS.search(text) and AGENCY.search(text))


def may_promise(*, maker: str, nature: str, text: str, sure: bool, writes: bool) -> Answer:
    """No task for a family that carries messages between agencies: parents are not go-betweens (domain 3.8)."""
    if not may_write(writes=writes):
        return may_write(writes=writes)
    if maker in FAMILY and nature == MESSAGE:
        return refuse(_("Families carry no messages between agencies. Give this to someone who works there."))
    if maker in FAMILY and carries_messages(text) and not sure:
        return refuse(_("This sounds like taking word to someone who works with the child. Can one of you do it instead?"))
    return allow(_("You take part in the plan."))


NO_YES = _("A yes to a SIP from every guardian, and from the child when the child is asked")


# -- what may be called a SIP -----------------------------------------------------------------------------------------
class Sip(NamedTuple):
    """What there is, for the question whether a plan may be called a SIP (SoL 10:8–9, HSL 16:4)."""

    needs: bool
    social: bool
    health: bool
    others: bool
    accountable: bool
    consent: bool
    child_asked: bool


def missing(one: Sip) -> list[str]:
    """What is lacking, in the order of the law. Empty: it is a SIP."""
    law = (
        (one.needs, _("What efforts are needed (SoL 10:8, first)")),
        (one.social, _("What social services answer for: at least one promise (second)")),
        (one.health, _("What health care answers for: at least one promise (second)")),
        (one.others, _("What anyone else does, or that nobody else does anything (third)")),
        (one.accountable, _("Which municipality or region has overall responsibility (fourth)")),
        (one.consent, NO_YES),
        (one.child_asked, _("How the child has been asked: in own words, or how it was done")),
    )
    return [said for there, said in law if not there]
