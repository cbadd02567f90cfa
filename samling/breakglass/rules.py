"""May a child be opened in an emergency? The database insists on the same; this explains."""

from datetime import timedelta

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

FRESH = timedelta(minutes=5)
LASTS = timedelta(hours=24)


def may_break_glass(*, since_proof: timedelta | None) -> Answer:
    """Only one who has shown a second factor within five minutes (issue: fresh second factor)."""
    if since_proof is None or since_proof >= FRESH:
        return refuse("Show once more who you are: it was more than five minutes ago.")
    return allow(_("You have just shown who you are."))
