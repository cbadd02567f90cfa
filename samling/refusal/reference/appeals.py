"""How a decision not to give something is appealed against, as dated reference data; the wording is for a lawyer to check."""

from datetime import date
from typing import NamedTuple

from samling.kernel.words import _

SINCE = date(2025, 7, 1)


class Appeal(NamedTuple):
    """Where one appeals, within how many weeks, and the paragraphs that say so and that the decision rests on."""

    court: str
    weeks: int
    law: str
    rests_on: str
    from_on: date = SINCE
    until_on: date | None = None  # the first day it no longer holds


APPEALS: dict[str, tuple[Appeal, ...]] = {
    "public": (Appeal(_("the administrative court of appeal (kammarrätten)"), 3, "OSL 6:7, förvaltningslagen 43–46 §§",
                      "TF 2:1–2, 2:15–17, OSL 6:2–3"),),
    "own": (Appeal(_("the administrative court (förvaltningsrätten)"), 3, "Dataskyddslagen 7:2–3, förvaltningslagen 43–46 §§",
                   "GDPR 15, dataskyddslagen 5:1"),),
}  # fmt: skip


def appeal(kind: str, on: date) -> Appeal:
    """What holds for a kind of request on a day; before the first one, the first."""
    rows = APPEALS[kind]
    return next((one for one in reversed(rows) if one.from_on <= on and (one.until_on is None or on < one.until_on)), rows[0])
