"""Where a support stands, when one asks how it goes, and who may do what with it. Plain values."""

import datetime as dt
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

SIX_WEEKS = dt.timedelta(weeks=6)
LONGEST = dt.timedelta(weeks=13)  # our own: nobody is supported for a term without being asked how it goes
MISTAKE = dt.timedelta(hours=24)
PAGE = 30  # occasions on a page

EVALUATE, ANSWER_DUE = "help-evaluate", "inquiry-answer"
STARTED, CHANGED, ASKED, PAUSED, RESUMED, ENDED = (
    _("support begun"),
    _("support changed"),
    _("support asked about"),
    _("support paused"),
    _("support goes on"),
    _("support ended"),
)


class State(StrEnum):
    """Where a support stands: the same word for whoever gives it and for those in the shared space."""

    BEGUN = "begun"
    GOING = "going"
    PAUSED = "paused"
    ENDED = "ended"


STEPS: dict[State, tuple[State, ...]] = {
    State.BEGUN: (State.GOING, State.PAUSED, State.ENDED),
    State.GOING: (State.PAUSED, State.ENDED),
    State.PAUSED: (State.GOING, State.ENDED),
    State.ENDED: (State.GOING,),
}
TOLD = {State.GOING: RESUMED, State.PAUSED: PAUSED, State.ENDED: ENDED}
STATE_WORDS = {
    State.BEGUN: _("begun"),
    State.GOING: _("goes on"),
    State.PAUSED: _("paused"),
    State.ENDED: _("ended"),
}
# Why it ended: for whoever gave it; the shared space is told that it ended, never why.
BECAUSE = {
    "done": _("What it was for is done"),
    "family": _("The family does not want it any more"),
    "other": _("Somebody else has taken over the help"),
    "moved": _("The child has moved"),
    "lapsed": _("It never came about"),
}


def evaluation_day(starts_on: dt.date) -> dt.date:
    """When to ask how it goes, unless another day is chosen: six weeks on, the Friday before a weekend."""
    day = starts_on + SIX_WEEKS
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def may_work(*, writes: bool) -> Answer:
    """Those whose assignment lets them write about it note what they do."""
    if not writes:
        return refuse(_("Those who work with the child, in a role that gives support, note it here."))
    return allow(_("Your assignment covers the support you give."))


def may_step(now: State, to: State) -> Answer:
    """Whether it can go from where it stands to there."""
    if to not in STEPS[now]:
        return refuse(_("Somebody else has noted something since you opened the page. See where it stands now."))
    return allow(_("Say where it stands."))


def may_evaluate(*, ended: bool, asked: bool) -> Answer:
    """One asks how it goes while it goes on, and once after it has ended."""
    if ended and asked:
        return refuse(_("This has ended, and somebody has said how it went."))
    return allow(_("Say how it goes."))


def may_change(*, ended: bool) -> Answer:
    """What has ended is not changed."""
    if ended:
        return refuse(_("This has ended. Let it go on again if there is more to do."))
    return allow(_("It goes on."))


def may_share(*, in_space: bool, shared: bool) -> Answer:
    """Where it stands is told to those in the shared space once there is one, by choice, and then always."""
    if shared:
        return refuse(_("The others see already where it stands."))
    if not in_space:
        return refuse(_("There is no shared space around the child that you take part in."))
    return allow(_("The others around the child will see what kind of support it is and where it stands, and nothing more."))


def may_take_back(*, is_own: bool, age: dt.timedelta, used: bool) -> Answer:
    """A mistake is taken back by the one who made it, within a day and before anything is written about it."""
    if not is_own:
        return refuse(_("Only the one who began it can take it back."))
    if used or age >= MISTAKE:
        return refuse(_("This can no longer be taken back. End it instead."))
    return allow(_("You began it less than a day ago."))


def may_count(*, works: bool) -> Answer:
    """Those who work somewhere note what they give in general."""
    if not works:
        return refuse(_("This is for those who work here."))
    return allow(_("You work here."))


def may_take_back_note(*, is_own: bool) -> Answer:
    """What was noted of nobody in particular is taken back by whoever noted it."""
    if not is_own:
        return refuse(_("Only the one who noted it can take it back."))
    return allow(_("You noted it."))


def may_note_answer(*, has_place: bool) -> Answer:
    """The note has a place of its own beside the school's compartment; elsewhere one's own records are used."""
    if not has_place:
        return refuse(_("Answer from your own records. Samling keeps no note of it where you work."))
    return allow(_("Your note is kept where nobody else reads it."))


def may_answer(*, in_team: bool, sure: bool) -> Answer:
    """Whoever meets the child in a team should not be the one who answers, and is asked to think it over."""
    if in_team and not sure:
        return refuse(_("You work with the child in the team. Let a colleague answer, if one can."))
    return allow(_("Write only what you know from your own work."))
