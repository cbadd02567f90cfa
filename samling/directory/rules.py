"""Who keeps the numbers in order. The database insists on the same."""

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _


def may_keep(*, same: bool, runs: bool, leads: bool) -> Answer:
    """Those who lead or run the organisation that answers the number."""
    if not same or not (runs or leads):
        return refuse(_("Those who lead or run that organisation keep its numbers."))
    return allow(_("You lead or run this organisation."))
