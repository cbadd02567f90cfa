"""Who is silent, who has begun school, and who says what about those around a child. Plain values in and out."""

import datetime as dt
from enum import StrEnum

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

SILENCE = dt.timedelta(days=30)  # without a word: the line is dashed (experience 2.4)
SCHOOL_AGE, SCHOOL_MONTH = 6, 8  # preschool class begins in August of the year one turns six (skollagen 7:10)

AGREED, FILLED, EMPTIED = _("chair agreed"), _("chair filled"), _("chair no longer needed")
NAMED, DECLINED = _("named contact told"), _("named contact declined")
CLOSENESS = _("closeness told")
COORDINATED = _("coordination changed")

# Kinds of notices: the desk shows them as sentences.
COORDINATOR, DEPUTY = "coordinator_changed", "deputy_named"


class Often(StrEnum):
    """How often somebody is with the child: the ring on the map, the inmost first."""

    DAY = "day"
    WEEK = "week"
    SOMETIMES = "sometimes"


def is_silent(heard_at: dt.datetime | None, since_at: dt.datetime, at: dt.datetime) -> bool:
    """Nothing has been heard for thirty days, nor since the person came if that is later."""
    return max(heard_at or since_at, since_at) <= at - SILENCE


def is_at_school(birth_year: int, on: dt.date, *, unit_kind: str = "") -> bool:
    """Whether the child has begun school; where she goes tells it better than her age."""
    if unit_kind in ("school", "preschool"):
        return unit_kind == "school"
    return (on.year - birth_year, on.month) >= (SCHOOL_AGE, SCHOOL_MONTH)


def may_place(*, writes: bool) -> Answer:
    """Those who work with the child say which chairs there are around her."""
    if not writes:
        return refuse("You do not work with this child.")
    return allow(_("You work with this child."))


def may_tell_closeness(*, writes: bool) -> Answer:
    """Who is close is the child's to say; it is noted by those who keep the child's words."""
    if not writes:
        return refuse(_("Your role does not write down the child's own words."))
    return allow(_("The child chooses. You write it down."))
