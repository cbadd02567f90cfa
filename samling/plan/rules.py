"""Who holds a plan and until when, and how far goals have come. Plain values in and out."""

import datetime as dt
from collections.abc import Sequence
from math import sqrt

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

A_YEAR = dt.timedelta(days=366)
CORRELATION = 0.3  # assumed between goals (domain reference 7.2, after Kiresuk and Sherman)
LEVELS = (-2, -1, 0, 1, 2)


def may_write(*, writes: bool) -> Answer:
    """The plan is written by all who take part in the shared space."""
    if not writes:
        return refuse(_("Those who take part in the plan write here."))
    return allow(_("You take part in the plan."))


def may_hold(*, coordinator: bool, deputy: bool, same: bool, review_on: dt.date, today: dt.date, writes: bool) -> Answer:
    """No plan without two who hold it and a day to look at it again."""
    if not writes:
        return may_write(writes=False)
    if same:
        return refuse(_("Choose two people. The deputy takes over when the coordinator is away."))
    if not coordinator or not deputy:
        return refuse(_("Both have to be people who work with the child now."))
    if not today < review_on <= today + A_YEAR:
        return refuse(_("Choose a day after today and within a year."))
    return allow(_("The plan has two who hold it, and a day."))


def t_score(goals: Sequence[tuple[int, float]]) -> float | None:
    """T of goal attainment: 50 when all is as expected. `goals` are levels −2…+2 with weights (domain 7.2, GAS-CALC)."""
    if not goals:
        return None
    weights = [weight for _level, weight in goals]
    spread = (1 - CORRELATION) * sum(w * w for w in weights) + CORRELATION * sum(weights) ** 2
    return 50 + 10 * sum(level * weight for level, weight in goals) / sqrt(spread)
