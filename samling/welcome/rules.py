"""When the family is met, what its answers come to, and who notes them. Plain values in and out."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.settable import shipped
from samling.kernel.words import _
from samling.kernel.workdays import workdays_after

WELCOME_DAYS = shipped("deadline.welcome_days")
A_YEAR = dt.timedelta(days=366)
NO = ("no", "taken_back")
YES = ("yes", "excepted")  # an officer's reasoned decision stands in for a guardian's answer (FB 6:13)

NEEDS = {
    "interpreter": _("an interpreter"),
    "evening": _("a time in the evening"),
    "short": _("a short meeting"),
    "video": _("by video or telephone"),
    "near": _("near home"),
    "neutral": _("not at school"),
    "childcare": _("someone to look after siblings"),
    "ride": _("a ride there"),
    "support": _("someone to come along"),
}


class Stage(StrEnum):
    """Where an information meeting stands."""

    ARRANGED = "arranged"
    HELD = "held"
    YES = "yes"
    NO = "no"


STEPS: dict[Stage, set[Stage]] = {
    Stage.ARRANGED: {Stage.HELD},
    Stage.HELD: {Stage.YES, Stage.NO},
    Stage.YES: {Stage.NO},
    Stage.NO: set(),
}


def outcome(said: Iterable[str]) -> Stage:
    """What the givers' newest words come to: one no is enough, and a yes is everyone's."""
    words = list(said)
    if any(word in NO for word in words):
        return Stage.NO
    if words and "yes" in words and all(word in YES for word in words):
        return Stage.YES
    return Stage.HELD


def may_arrange(*, at_team: bool, accepted: bool, is_held: bool) -> Answer:
    """The team that has said yes meets the family once."""
    if not at_team:
        return refuse(_("The team that has said yes meets the family."))
    if not accepted:
        return refuse(_("The team says yes to the school first. Then you meet the family."))
    if is_held:
        return refuse(_("You have met already. Note what they answer."))
    return allow(_("Your team has said yes."))


def may_hold(*, arrange: Answer, starts_on: dt.date | None, today: dt.date, guardians: int) -> Answer:
    """What was said is noted when it has been said, and when it is known who has custody."""
    if not arrange:
        return arrange
    if starts_on and starts_on > today:
        return refuse(_("The meeting has not been yet."))
    if not guardians:
        return refuse(_("Note who the guardians are first. Each of them answers."))
    return allow(_("You have met."))


def may_answer(*, at_team: bool, is_held: bool, over: bool) -> Answer:
    """Answers are noted after the meeting, until a no has ended it."""
    if not at_team:
        return refuse(_("The team that has said yes meets the family."))
    if not is_held or over:
        return refuse(_("There is nothing to answer here now."))
    return allow(_("You have met."))


def due(accepted_on: dt.date, days: int = WELCOME_DAYS) -> dt.date:
    """The last day to meet the family, in working days."""
    return workdays_after(accepted_on, days)
