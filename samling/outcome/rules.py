"""Who sets a wheel, what it may hold, and who takes it back. Plain values in and out."""

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _
from samling.sharing.rules import Guest
from samling.views.rules import Voice

CHANGING = dt.timedelta(hours=24)
STEPS = 5
VOICES = (Voice.CHILD, Voice.GUARDIAN, Voice.STAFF)
FAMILY = (Voice.CHILD, Voice.GUARDIAN)
# What home may read of each voice from the start: the child decides over the child's own, each guardian over his own.
READ_BY_HOME = {Voice.CHILD: "child", Voice.GUARDIAN: "not-told", Voice.STAFF: "not-told"}


class Side(StrEnum):
    """Which of the three systems a wheel tells of."""

    CHILD = "child"
    HOME = "home"
    SCHOOL = "school"


def may_begin(walls: Mapping[int, bool]) -> Answer:
    """Whoever works with the child sets the wheel together with the one who answers."""
    if not any(walls.values()):
        return refuse(_("Those who work with the child begin the talk."))
    return allow(_("You work with this child."))


def may_keep(steps: Mapping[str, int]) -> Answer:
    """A part may be skipped, and any number of them; a wheel with no answer at all is none."""
    if not steps:
        return refuse(_("Set at least one part. Skipping the others is fine."))
    return allow(_("Something was answered."))


def may_write(*, writes: bool) -> Answer:
    """A wheel stands behind a wall that its writer may write behind."""
    if not writes:
        return refuse(_("You may not write down this person's answers. Ask someone who may to hold the talk."))
    return allow(_("You work with this child."))


def may_undo(*, is_own: bool, age: dt.timedelta, is_gone: bool) -> Answer:
    """A mistake is taken back by its writer within a day."""
    if not is_own or is_gone:
        return refuse(_("Only the one who wrote down the wheel can undo it."))
    if age >= CHANGING:
        return refuse(_("A wheel can be undone for a day."))
    return allow(_("You wrote it less than a day ago."))


def may_take_back(*, voice: str, writes: bool, is_gone: bool) -> Answer:
    """The family takes its own answers back at any time; whoever works with the child notes it."""
    if voice not in FAMILY:
        return refuse(_("Only the family takes its answers back."))
    if is_gone:
        return refuse(_("The answers have been taken back."))
    if not writes:
        return refuse(_("Those who work with the child note it."))
    return allow(_("The answers are the family's own."))


def may_put(*, reads: bool, is_own: bool, guests: Sequence[Guest]) -> Answer:
    """Whether a wheel may be put before everyone at the table, by the choice of whoever answered."""
    if not is_own:
        return refuse(_("Only the one who wrote down the wheel puts it on the table."))
    if not guests:
        return refuse(_("Nobody else takes part yet."))
    if all(guest.is_told for guest in guests):
        return refuse(_("Everyone at the table can read it already."))
    if not reads or any(not guest.is_told and not guest.said_yes for guest in guests):
        return refuse(_("Somebody at the table may not be told this yet. Ask the family for a yes that covers it."))
    return allow(_("A standing yes covers it for everyone at the table."))
