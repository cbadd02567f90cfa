"""What comes round: the days on which people are asked, from what has happened around a child."""

from samling.kernel.words import _
from samling.work.kinds import House, scheduled

EVERY = 600  # seconds: what follows a meeting can be asked the same day
BACK = 40  # days that are looked back on: a worker that has been still catches up


@scheduled("plan-rounds", _("Days of follow-up come by themselves, and go when what they follow from has ended"), every=EVERY)
def plan_rounds(house: House) -> None:
    """At the start and three months later, the light check, after a meeting, six weeks after something was solved."""
    house("plan_rounds", BACK)
