"""How large the trust tests are: at each change, or at night (`make night`)."""

import datetime as dt
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
TOGETHER = 60 if NIGHT else 4


def pulled_in_the_middle(caught: int) -> bool:
    """Whether enough of the kills struck somebody at work. Two kills by day are left to chance."""
    return not NIGHT or caught >= KILLS // 2


def todays(things: Iterable, turns: int, ahead: int = 0) -> list:
    """At each change a share of them, another every day, so that all have had their turn after so many days; at night all.

    Whoever is `ahead` by so many days has a turn with others of them.
    """
    listed = list(things)
    return listed if NIGHT else listed[(dt.date.today().toordinal() + ahead) % turns :: turns]
