"""How large the trust tests are: at each change, or at night (`make night`)."""

import os
from collections.abc import Iterable

NIGHT = os.environ.get("SAMLING_SIZES") == "night"
WORLDS = 2000 if NIGHT else 80
INTERFERENCE_WORLDS = 400 if NIGHT else 20
MUTANT_WORLDS = 300 if NIGHT else 60
INTERLEAVINGS = 10_000 if NIGHT else 600
RACES = 200 if NIGHT else 10
KILLS = 200 if NIGHT else 2
PAIRS = 1000 if NIGHT else 24
TURN = int(os.environ.get("SAMLING_TURN", "0"))
TOGETHER = 60 if NIGHT else 4


def pulled_in_the_middle(caught: int) -> bool:
    """Whether enough of the kills struck somebody at work. Two kills by day are left to chance."""
    return not NIGHT or caught >= KILLS // 2


def todays(things: Iterable, turns: int, ahead: int = 0) -> list:
    """At each change a share of them: the others in the next of so many turns (`SAMLING_TURN`, a number); at night all.

    Whoever is `ahead` by so many turns has a turn with others of them.
    """
    listed = list(things)
    return listed if NIGHT else listed[(TURN + ahead) % turns :: turns]
