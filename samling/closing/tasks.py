"""What comes round: the questions at the end, and those of the calls afterwards."""

from samling.kernel.words import _
from samling.work.kinds import House, scheduled

from .rules import CALLED

EVERY = 600  # seconds
BACK = 40  # days that are looked back on: a worker that has been still catches up


@scheduled("plan-closing-rounds", _("The questions at the end come by themselves, and those of a call that is near"), every=EVERY)
def plan_closing_rounds(house: House) -> None:
    """When a closing is begun; and before a call afterwards, while the yes to being called stands."""
    house("plan_closing_rounds", CALLED.days, BACK)
