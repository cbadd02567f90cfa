"""What may be done with a checklist, when, and where each of its steps stands."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from zoneinfo import ZoneInfo

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.settable import shipped
from samling.kernel.words import _
from samling.kernel.workdays import workday_from

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WEEKS = shipped("deadline.follow_up_weeks")
NOT_TOLD = "not told yet"
TODO, STARTED, DONE, SKIPPED = "todo", "started", "done", "skipped"


def may_begin(*, at_school: bool, writes: bool) -> Answer:
    """The school's own staff who work with the child begin (domain reference 2.2, step 2)."""
    if not at_school:
        return refuse(_("The school begins the checklist. You can sit at its table."))
    if not writes:
        return refuse(_("You may raise a concern. Those who work with the child fill in the checklist."))
    return allow(_("You work with this child."))


def may_write(*, closed: bool) -> Answer:
    """A checklist is written in until a follow-up has found it solved."""
    if closed:
        return refuse(_("This checklist is finished. Begin a new one if the concern is back."))
    return allow(_("The checklist is open."))


def may_see_part(*, reads: bool) -> Answer:
    """A part is for those whose assignment covers what it is about."""
    if not reads:
        return refuse(_("This part is for those who work with just that around the child."))
    return allow(_("Your assignment covers this part."))


def for_guardians(*, is_voice: bool = False, urgent: bool = False, told: bool = False) -> tuple[str, str]:
    """Whether guardians may read a line, and the reason's code if not (OSL 12:3)."""
    if is_voice:
        return "child_decides", "the child's words"
    if urgent:
        return "no", "danger"
    return ("yes", "") if told else ("no", NOT_TOLD)


def may_decide(*, seen: bool, standing: str | None, wanted: str) -> Answer:
    """Someone has written what was seen; one decision stands at a time."""
    if not seen:
        return refuse(_("Write what you have seen first. That is the first page."))
    if standing == wanted:
        return refuse(_("You have already decided this."))
    return allow(_("The table decides."))


def may_follow_up(*, kind: str, already: bool, ended: bool, result: str, heard: bool) -> Answer:
    """A follow-up is answered once; "solved" needs the child or the home, not the school alone."""
    if kind != "solved_here" or ended:
        return refuse(_("There is nothing to follow up here any more."))
    if already:
        return refuse(_("This is already followed up."))
    if result == "solved" and not heard:
        return refuse(_("Ask the child or those at home too. The school alone cannot say that it is solved."))
    return allow(_("It is time to ask how it went."))


def may_take_up(*, ended: bool) -> Answer:
    """A decision that stands can fall when the concern is back."""
    if ended:
        return refuse(_("There is nothing to take up again."))
    return allow(_("The concern is back."))


def local_day(at: dt.datetime) -> dt.date:
    """The day in Stockholm of a moment."""
    return at.astimezone(STOCKHOLM).date()


def follow_up_day(on: dt.date, weeks: int = WEEKS) -> dt.date:
    """Six weeks on, or as many as the organisation has settled; a day when offices are closed moves to the next one."""
    return workday_from(on + dt.timedelta(weeks=weeks))


def step_state(*, answered: int, mark: str | None) -> str:
    """One of four honest states. Saving an empty page does not make it done."""
    if answered:
        return DONE if mark == DONE else STARTED
    return SKIPPED if mark == SKIPPED else TODO


def next_step(states: Mapping[str, str], after: str | None = None) -> str | None:
    """Where to go on: the first step not done or left out, from the one after `after` and round."""
    codes = list(states)
    start = codes.index(after) + 1 if after in codes else 0
    for code in codes[start:] + codes[:start]:
        if states[code] in (TODO, STARTED) and code != after:
            return code
    return None


def resume(states: Mapping[str, str], marks: Collection[str]) -> str | None:
    """Where one was: the step after the furthest that was gone through, also where steps before it were left empty."""
    furthest = next((code for code in reversed(list(states)) if code in marks), None)
    return next_step(states, after=furthest) or next_step(states)


def strip(effects: Iterable[str]) -> dict[str, int]:
    """How many adaptations helped, helped a little and so on, in that order; zeros left out."""
    order = ("helped", "partly", "no", "made_worse", "not_evaluated")
    listed = list(effects)
    return {effect: listed.count(effect) for effect in order if effect in listed}
