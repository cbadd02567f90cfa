"""Who has an emergency sheet, and for how long one is handed out."""

import datetime as dt

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

WEEK = dt.timedelta(days=7)
OLDEST = dt.timedelta(days=14)
SHORTEST = 14  # letters of a passphrase
TASK = "emergency-sheet"


def may_have(*, leads_unit: bool) -> Answer:
    """The one who leads a unit with children, for that unit."""
    if not leads_unit:
        return refuse(_("The sheet is for the one who leads a unit with children."))
    return allow(_("You lead this unit."))


def may_hand_out(*, made_at: dt.datetime, at: dt.datetime) -> Answer:
    """A copy ages: rights and numbers change."""
    if at - made_at > OLDEST:
        return refuse(_("The sheet is more than two weeks old. Make a new one."))
    return allow(_("The sheet is fresh."))
